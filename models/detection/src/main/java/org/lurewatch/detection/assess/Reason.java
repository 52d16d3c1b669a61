package org.lurewatch.detection.assess;

import java.util.regex.Pattern;
import org.lurewatch.detection.concepts.Concept;
import org.lurewatch.detection.features.FactSignal;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.phrases.Signal;

/**
 * What a place in a posting points to, and on whose word.
 *
 * @param signal what it points to
 * @param indicator id of the published indicator, or the empty string
 * @param source who says so
 * @param phrase the known wording, or what was computed from the text
 * @param language of the phrase, or the empty string
 * @param edits how far the text is from the phrase
 * @param weak whether it may not reach a warning by itself or with other weak ones
 */
record Reason(String signal, String indicator, String source, String phrase, String language, int edits, boolean weak) {

    private static final String LEARNT = "learnt from labelled postings";
    private static final String OWN_KNOWLEDGE = "own knowledge";

    private static final Pattern CLOSE_COMMA = Pattern.compile(",(?! )");
    private static final String SUBJECT = "concept.";

    /** Words that are in no lexicon. */
    static final Reason WORDING = new Reason("wording", "", LEARNT, "", "", 0, false);

    static Reason ofMatch(PhraseMatch match) {
        Phrase phrase = match.phrase();
        Signal signal = SignalFeatures.signalOf(match);
        return new Reason(
                signal.code(),
                signal.indicator(),
                sourcesOf(phrase, signal),
                phrase.wording(),
                phrase.language(),
                match.edits(),
                signal.strength() == Signal.Strength.WEAK);
    }

    static Reason ofFact(FactSignal signal, String computed) {
        String published = Indicators.sourcesOf(signal.indicator());
        return new Reason(
                signal.code(),
                signal.indicator(),
                published.isEmpty() ? LEARNT : published,
                computed,
                "",
                0,
                signal.weak());
    }

    /** A concept; a subject of everyday adverts is named with the prefix {@code concept.}. */
    static Reason ofConcept(Concept concept) {
        String published = Indicators.sourcesOf(concept.indicator());
        return new Reason(
                concept.isSaying() ? SignalFeatures.nameOf(concept) : SUBJECT + concept.code(),
                concept.indicator(),
                published.isEmpty() ? LEARNT : published,
                concept.words(),
                "",
                0,
                false);
    }

    /** Whether it is an everyday subject, which says nothing about how far a phrase with it may go. */
    boolean isSubject() {
        return signal.startsWith(SUBJECT);
    }

    /** The same, weak or not. */
    Reason asWeak(boolean other) {
        return new Reason(signal, indicator, source, phrase, language, edits, other);
    }

    /** Where the wording was seen; where only we know it, who published the indicator, and that the wording is ours. */
    private static String sourcesOf(Phrase phrase, Signal signal) {
        boolean seen = !phrase.sources().isBlank() && !phrase.sources().equals(OWN_KNOWLEDGE);
        if (seen) {
            return CLOSE_COMMA.matcher(phrase.sources()).replaceAll(", ");
        }
        String published = Indicators.sourcesOf(signal.indicator());
        return published.isEmpty() ? OWN_KNOWLEDGE : published + "; wording: " + OWN_KNOWLEDGE;
    }
}
