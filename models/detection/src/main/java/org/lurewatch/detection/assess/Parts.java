package org.lurewatch.detection.assess;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.lurewatch.detection.concepts.ConceptMatch;
import org.lurewatch.detection.concepts.Concepts;
import org.lurewatch.detection.features.FieldReading;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.Token;

/**
 * Parts of a posting that are scored beside the whole, so that honest text around a lure does not hide it.
 * See RATIONALE.md, "Honest text around a lure does not talk it away".
 */
final class Parts {
    /** Prose that forms ask for beside a description, and that anybody can fill with anything. */
    private static final Set<PostingField> AROUND = EnumSet.of(
            PostingField.RESPONSIBILITIES,
            PostingField.QUALIFICATIONS,
            PostingField.EXPERIENCE_REQUIREMENTS,
            PostingField.EDUCATION_REQUIREMENTS,
            PostingField.JOB_BENEFITS,
            PostingField.EMPLOYER_OVERVIEW);

    /** Units of text that no platform's category is longer than. */
    private static final int LONGEST_CATEGORY = 100;

    private static final int FEWEST_WORDS = 16;

    /** The concept of police, victims and alerts. */
    private static final int WARNING = Concepts.indexOf("investigated");

    private Parts() {}

    /** The posting without the fields around its description; nothing where it has no description, or nothing around. */
    static Optional<JobPosting> core(JobPosting posting) {
        Map<PostingField, String> texts = new EnumMap<>(posting.texts());
        boolean parted = texts.containsKey(PostingField.DESCRIPTION)
                && texts.entrySet().removeIf(entry -> isAround(entry.getKey(), entry.getValue()));
        return parted ? Optional.of(posting.withTexts(texts)) : Optional.empty();
    }

    private static boolean isAround(PostingField field, String text) {
        return AROUND.contains(field) || field.kind() == PostingField.Kind.LABEL && text.length() > LONGEST_CATEGORY;
    }

    /**
     * The core with one half of its description, and with the other; nothing where that is short. What is left out
     * becomes spaces, so that everything keeps its place.
     */
    static List<JobPosting> halves(Reading reading) {
        for (FieldReading field : reading.fields()) {
            if (field.field() == PostingField.DESCRIPTION && field.tokens().size() >= FEWEST_WORDS) {
                String raw = field.text().raw();
                int cut =
                        field.text().rawStart(field.tokens().get(middle(field)).start());
                JobPosting core = core(reading.posting()).orElse(reading.posting());
                return List.of(
                        with(core, raw.substring(0, cut) + " ".repeat(raw.length() - cut)),
                        with(core, " ".repeat(cut) + raw.substring(cut)));
            }
        }
        return List.of();
    }

    /**
     * The posting with its description up to the first sentence that warns or tells of others; nothing where there is no
     * such sentence, or little before it.
     */
    static Optional<JobPosting> beforeWarning(Reading reading) {
        for (int i = 0; i < reading.fields().size(); i++) {
            FieldReading field = reading.fields().get(i);
            if (field.field() == PostingField.DESCRIPTION) {
                int end = firstOfSentence(
                        field.tokens(), firstWarning(field, reading.concepts().get(i)));
                if (end < FEWEST_WORDS || end == field.tokens().size()) {
                    return Optional.empty();
                }
                String raw = field.text().raw();
                return Optional.of(with(
                        reading.posting(),
                        raw.substring(
                                0, field.text().rawStart(field.tokens().get(end).start()))));
            }
        }
        return Optional.empty();
    }

    /** Index of the first token of a warning or a report, or the number of tokens. */
    private static int firstWarning(FieldReading field, List<ConceptMatch> concepts) {
        IntStream phrases = field.matches().stream()
                .filter(match -> match.reported() || match.phrase().signal() == Signal.WARNING_CONTEXT)
                .mapToInt(PhraseMatch::firstToken);
        IntStream subjects = concepts.stream()
                .filter(match -> match.reported() || match.concept() == WARNING)
                .mapToInt(ConceptMatch::firstToken);
        return IntStream.concat(phrases, subjects).min().orElse(field.tokens().size());
    }

    private static int firstOfSentence(List<Token> tokens, int token) {
        int first = token;
        while (first > 0
                && first < tokens.size()
                && tokens.get(first - 1).sentence() == tokens.get(first).sentence()) {
            first--;
        }
        return first;
    }

    private static JobPosting with(JobPosting posting, String description) {
        Map<PostingField, String> texts = new EnumMap<>(posting.texts());
        texts.put(PostingField.DESCRIPTION, description);
        return posting.withTexts(texts);
    }

    /**
     * Index of the token that begins the second half: of the first in the sentence that begins closest to the middle, if
     * one begins within a quarter of it. Names of places do not count, so that no length of a name moves it.
     */
    private static int middle(FieldReading field) {
        List<Token> tokens = field.tokens();
        BitSet places = new BitSet();
        for (PhraseMatch match : field.matches()) {
            if (match.phrase().signal() == Signal.PLACE) {
                places.set(match.firstToken(), match.endToken());
            }
        }
        int counted = tokens.size() - places.cardinality();
        int passed = 0;
        int middle = 1;
        double nearest = 0.25;
        boolean halved = false;
        for (int i = 0; i < tokens.size(); i++) {
            boolean begins =
                    i > 0 && tokens.get(i).sentence() != tokens.get(i - 1).sentence();
            double away = Math.abs((double) passed / Math.max(1, counted) - 0.5);
            if (begins && away < nearest) {
                nearest = away;
                middle = i;
                halved = true;
            } else if (!halved && i > 0 && 2 * passed <= counted) {
                middle = i;
            }
            passed += places.get(i) ? 0 : 1;
        }
        return middle;
    }
}
