package org.lurewatch.desk.explain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.codec.WarningRecords;
import org.lurewatch.desk.DeskException;
import org.lurewatch.desk.DetectorLoader;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.schemas.RecordPosition;
import org.lurewatch.schemas.ScamWarning;

/** Assesses a warning's posting again, from the record that it was read from and with the bundle that decided. */
public final class WarningReplay {
    private final DetectorLoader detectors;
    private final PostingDecoder decoder;

    public WarningReplay(DetectorLoader detectors, PostingDecoder decoder) {
        this.detectors = detectors;
        this.decoder = decoder;
    }

    /**
     * What a replay found.
     *
     * @param same whether it gives what the warning says
     * @param lines for a person
     */
    public record Result(boolean same, List<String> lines) {
        public Result {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Assesses it again.
     *
     * @param elsewhere what is known of where the right bundle lies, for the message where this one is not it; may be
     *     empty
     * @throws DeskException where it cannot be replayed, saying why
     */
    public Result replay(ScamWarning warning, ConsumerRecord<byte[], byte[]> record, Path bundle, String elsewhere) {
        JobPosting posting = posting(warning, record);
        Double baseRate = warning.getBundle().getBaseRate();
        Assessment again = detectors
                .load(bundle, baseRate == null ? OptionalDouble.empty() : OptionalDouble.of(baseRate))
                .assess(posting);
        requireBundle(warning, again, bundle, elsewhere);
        return compare(warning, again);
    }

    /** Where a warning's posting lies. */
    public static RecordPosition position(ScamWarning warning) {
        if (warning.getRecord() == null) {
            throw new DeskException(
                    "the warning does not say where its posting lies, for an older version of Lurewatch wrote it");
        }
        return warning.getRecord();
    }

    private JobPosting posting(ScamWarning warning, ConsumerRecord<byte[], byte[]> record) {
        JobPosting posting;
        try {
            posting = decoder.decode(record.value()).posting();
        } catch (UnusablePostingException e) {
            throw new DeskException(
                    "the record that the warning names holds no posting (" + e.reason()
                            + "): is this the right Kafka? A posting of a scraper's own schema needs --schemas",
                    e);
        }
        if (!WarningEncoder.warningId(posting.source(), posting.identifier()).equals(warning.getWarningId())) {
            throw new DeskException("the record that the warning names holds another posting, "
                    + TerminalText.escape(posting.key(), 200)
                    + ": is this the right Kafka?");
        }
        return posting;
    }

    private static void requireBundle(ScamWarning warning, Assessment again, Path bundle, String elsewhere) {
        String decided = warning.getBundle().getDigest();
        if (!decided.equals(again.bundle().digest())) {
            throw new DeskException("the warning was decided by bundle "
                    + TerminalText.escape(warning.getBundle().getVersion()) + " (digest "
                    + TerminalText.escape(decided) + "), but " + bundle + " holds "
                    + again.bundle().version() + " (digest " + again.bundle().digest()
                    + "): name the right one with --bundle DIR" + (elsewhere.isEmpty() ? "" : "; " + elsewhere));
        }
    }

    private static Result compare(ScamWarning warning, Assessment again) {
        boolean saysOwnScore = warning.getOwnScore() != null;
        double own = saysOwnScore ? warning.getOwnScore() : warning.getScore();
        boolean sameScore = isSame(own, again.score());
        List<String> lines = new ArrayList<>();
        lines.add("score by itself: " + own + " warned of, " + again.score() + " again: "
                + (sameScore ? "the same, bit for bit" : "NOT the same"));
        if (!WarningRecords.toDomain(warning).restsOnPostingAlone()) {
            lines.add("the verdict also rests on other postings or on reviews, which are not replayed");
            return new Result(sameScore, lines);
        }
        String said = warning.getVerdict().name();
        boolean sameVerdict = said.equals(again.verdict().name());
        lines.add("verdict: " + said + " warned of, " + again.verdict() + " again: "
                + (sameVerdict ? "the same" : "NOT the same"));
        return new Result(sameScore && sameVerdict, lines);
    }

    private static boolean isSame(double one, double other) {
        return Double.doubleToLongBits(one) == Double.doubleToLongBits(other);
    }
}
