package org.lurewatch.detection.trends;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.Verdict;

/** Decides what one posting adds to the counts. */
public final class TrendRule {
    private static final String UNKNOWN = "unknown";

    private TrendRule() {}

    /** What is counted by. */
    public enum Dimension {
        ALL,
        LANGUAGE,
        SCAM_TYPE,
        SIGNAL,
        CHANNEL,
        DESTINATION
    }

    /**
     * What counting asks of a posting.
     *
     * @param language BCP 47 tag
     * @param scamType code of the likeliest kind of scam
     * @param signals its evidence
     * @param channels the kinds of its contacts
     * @param destination country of the job as the posting gives it, or the empty string
     */
    public record Posting(
            Verdict verdict,
            String language,
            Optional<String> scamType,
            List<Signal> signals,
            List<String> channels,
            String destination) {
        public Posting {
            Objects.requireNonNull(verdict);
            Objects.requireNonNull(language);
            Objects.requireNonNull(scamType);
            signals = List.copyOf(signals);
            channels = List.copyOf(channels);
            Objects.requireNonNull(destination);
        }
    }

    /**
     * One line of evidence.
     *
     * @param contribution what it added to the log-odds of a scam
     */
    public record Signal(String name, double contribution) {}

    /**
     * One count of one posting.
     *
     * @param likely 1 for a likely scam, else 0
     * @param unsure 1 for an unsure posting, else 0
     */
    public record One(Dimension dimension, String value, long likely, long unsure) {}

    /**
     * One count for each value that the posting has, none twice. Values that are scraped come from closed sets ({@link
     * Languages}, {@link Countries}): a limit on how many are told apart would let those that come first win, and so
     * depend on order and parallelism.
     */
    public static List<One> counts(Posting posting) {
        List<One> counts = new ArrayList<>();
        add(counts, posting, Dimension.ALL, "");
        add(counts, posting, Dimension.LANGUAGE, Languages.counted(posting.language()));
        if (posting.verdict().isSuspicious()) {
            addSuspicious(counts, posting);
        }
        return counts;
    }

    private static void addSuspicious(List<One> counts, Posting posting) {
        add(counts, posting, Dimension.SCAM_TYPE, posting.scamType().orElse(UNKNOWN));
        posting.signals().stream()
                .filter(signal -> signal.contribution() > 0)
                .map(Signal::name)
                .distinct()
                .forEach(signal -> add(counts, posting, Dimension.SIGNAL, signal));
        posting.channels().stream().distinct().forEach(channel -> add(counts, posting, Dimension.CHANNEL, channel));
        if (!posting.destination().isEmpty()) {
            add(counts, posting, Dimension.DESTINATION, Countries.counted(posting.destination()));
        }
    }

    private static void add(List<One> counts, Posting posting, Dimension dimension, String value) {
        counts.add(new One(
                dimension,
                value,
                posting.verdict() == Verdict.LIKELY_SCAM ? 1 : 0,
                posting.verdict() == Verdict.UNSURE ? 1 : 0));
    }
}
