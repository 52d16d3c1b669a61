package org.lurewatch.trainer.phrases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.phrases.Lexicon;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.trainer.data.Sample;

/**
 * How often each phrase fired on labelled postings, and how precise it was. A phrase fires where the detector would
 * score it: it is found, neither denied nor reported, and no longer phrase of its signal covers it.
 */
final class PhraseReport {
    private static final String HEADER = "signal\tlanguage\tphrase\tuse\tscam\tlegitimate\tabout_scams\tboard\tdenied"
            + "\treported\tscam_groups\thonest_groups\tprecision\tlog_odds\tearned_use";

    private final Map<Phrase, PhraseTally> tallies = new LinkedHashMap<>();
    private final Set<String> scamGroups = new HashSet<>();
    private final Set<String> honestGroups = new HashSet<>();
    private final PhraseRule rule;

    PhraseReport(Lexicon lexicon, List<Sample> samples, PhraseRule rule) {
        this.rule = rule;
        lexicon.phrases().forEach(phrase -> tallies.put(phrase, new PhraseTally()));
        Set<String> filesWithScams = new HashSet<>();
        samples.stream().filter(Sample::isScam).map(Sample::file).forEach(filesWithScams::add);
        PostingReader reader = new PostingReader(new TriePhraseMatcher(lexicon.phrases()));
        List<Map<Phrase, Meaning>> found = samples.parallelStream()
                .map(sample -> meanings(reader.read(sample.labelled().posting())))
                .toList();
        for (int i = 0; i < found.size(); i++) {
            Sample sample = samples.get(i);
            if (sample.isScam()) {
                scamGroups.add(sample.labelled().group());
            } else if (sample.isLegitimate()) {
                honestGroups.add(sample.labelled().group());
            }
            add(sample, found.get(i), !filesWithScams.contains(sample.file()));
        }
    }

    /** The strongest way in which a posting says a phrase. */
    private enum Meaning {
        DENIED,
        REPORTED,
        STATED;

        static Meaning of(PhraseMatch match) {
            if (!SignalFeatures.isScored(match)) {
                return DENIED;
            }
            return match.reported() ? REPORTED : STATED;
        }

        Meaning or(Meaning other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** Leaves out the names of a posting's own places, which the reader adds to the known phrases. */
    private static Map<Phrase, Meaning> meanings(Reading reading) {
        Map<Phrase, Meaning> meanings = new HashMap<>();
        reading.fields().forEach(field -> field.matches().stream()
                .filter(match -> match.phrase().signal() != Signal.PLACE)
                .forEach(match -> meanings.merge(match.phrase(), Meaning.of(match), Meaning::or)));
        return meanings;
    }

    private void add(Sample sample, Map<Phrase, Meaning> meanings, boolean fromBoard) {
        meanings.forEach((phrase, meaning) -> {
            PhraseTally tally = tallies.get(phrase);
            switch (meaning) {
                case STATED -> tally.addFired(sample, fromBoard);
                case REPORTED -> tally.addReported();
                case DENIED -> tally.addDenied();
            }
        });
    }

    /** A table with a header: by signal those that fired, the most telling first, then those that never did. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        tallies.keySet().stream()
                .filter(phrase -> phrase.signal() != Signal.PLACE)
                .sorted(order())
                .map(this::line)
                .forEach(lines::add);
        return lines;
    }

    /** The use that the rule leaves to a phrase. */
    boolean earnsContextOnly(Phrase phrase) {
        PhraseTally tally = tallies.get(phrase);
        return phrase.contextOnly() || rule.isTooCommon(phrase.signal(), tally.honestGroups(), logOdds(tally));
    }

    private Comparator<Phrase> order() {
        return Comparator.comparing((Phrase phrase) -> !tallies.get(phrase).hasFired())
                .thenComparing(Phrase::signal)
                .thenComparingDouble(phrase -> -logOdds(tallies.get(phrase)))
                .thenComparing(Phrase::language)
                .thenComparing(Phrase::wording);
    }

    private double logOdds(PhraseTally tally) {
        return tally.logOdds(scamGroups.size(), honestGroups.size());
    }

    private String line(Phrase phrase) {
        PhraseTally tally = tallies.get(phrase);
        String precision = tally.scamGroups() + tally.honestGroups() == 0
                ? "-"
                : String.format(Locale.ROOT, "%.3f", tally.precision());
        return String.join(
                "\t",
                phrase.signal().code(),
                phrase.language(),
                phrase.wording(),
                use(phrase.contextOnly()),
                tally.counts(),
                Integer.toString(tally.scamGroups()),
                Integer.toString(tally.honestGroups()),
                precision,
                tally.hasFired() ? String.format(Locale.ROOT, "%.2f", logOdds(tally)) : "-",
                use(earnsContextOnly(phrase)));
    }

    private static String use(boolean contextOnly) {
        return contextOnly ? "context" : "any";
    }
}
