package org.lurewatch.desk.explain;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.codec.WarningRecords;
import org.lurewatch.desk.DeskException;
import org.lurewatch.desk.DetectorLoader;
import org.lurewatch.desk.control.ControlTopics;
import org.lurewatch.desk.control.PublishedBundle;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.SchemaHeaders;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.BundleVersion;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.schemas.Bundle;
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
     * @param warned score of the posting by itself, as the warning says
     * @param again that score now, 0 to 1
     * @param verdicts of both; empty where the warning's also rests on other postings or on reviews, which are not
     *     replayed
     * @param bundle where the bundle that decided was found, if it was not the one that was named
     */
    public record Result(double warned, double again, Optional<Verdicts> verdicts, PublishedBundle bundle) {
        /** Whether it gives what the warning says. */
        public boolean same() {
            return sameScore() && verdicts.map(Verdicts::same).orElse(true);
        }

        /** Whether the scores are the same, bit for bit. */
        public boolean sameScore() {
            return Double.doubleToLongBits(warned) == Double.doubleToLongBits(again);
        }
    }

    /**
     * The names of two verdicts.
     *
     * @param warned as the warning says
     * @param again as it is now
     */
    public record Verdicts(String warned, String again) {
        public boolean same() {
            return warned.equals(again);
        }
    }

    /**
     * Reads the posting from where the warning says it lies, and assesses it again.
     *
     * @param settings of the Kafka client, with {@code bootstrap.servers}
     * @param bundle to use, unless it is not the one that decided and that one was published
     * @param control where published bundles are looked up
     * @throws DeskException where it cannot be replayed, saying why
     */
    public Result replay(ScamWarning warning, Map<String, String> settings, Path bundle, ControlTopics control) {
        RecordPosition position = position(warning);
        ConsumerRecord<byte[], byte[]> record =
                new KafkaTopic(settings, position.getTopic()).require(position.getPartition(), position.getOffset());
        String decided = warning.getBundle().getDigest();
        PublishedBundle other = BundleLoader.identify(bundle).digest().equals(decided)
                ? PublishedBundle.NOT_NEEDED
                : PublishedBundle.find(decided, control);
        Path folder = other.folder().orElse(bundle);
        requireVersion(warning, folder);
        return replay(warning, record, folder, other);
    }

    Result replay(ScamWarning warning, ConsumerRecord<byte[], byte[]> record, Path bundle, PublishedBundle other) {
        JobPosting posting = posting(warning, record);
        Assessment again = detectors.load(bundle, choice(warning.getBundle())).assess(posting);
        requireBundle(warning, again, bundle, other.message());
        return new Result(
                warning.getOwnScore() == null ? warning.getScore() : warning.getOwnScore(),
                again.score(),
                WarningRecords.toDomain(warning).restsOnPostingAlone()
                        ? Optional.of(new Verdicts(
                                warning.getVerdict().name(), again.verdict().name()))
                        : Optional.empty(),
                other);
    }

    /** The lines that the bundle decided by. Versions that do not name a policy had only one. */
    private static PolicyChoice choice(Bundle bundle) {
        return new PolicyChoice(
                bundle.getPolicy() == null ? PolicyChoice.DEFAULT.policy() : bundle.getPolicy(),
                optional(bundle.getBaseRate()),
                optional(bundle.getAlarmsPer1000()));
    }

    private static OptionalDouble optional(Double number) {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    /** Where a warning's posting lies. */
    static RecordPosition position(ScamWarning warning) {
        if (warning.getRecord() == null) {
            throw new DeskException(
                    "the warning does not say where its posting lies, for an older version of Lurewatch wrote it");
        }
        return warning.getRecord();
    }

    private JobPosting posting(ScamWarning warning, ConsumerRecord<byte[], byte[]> record) {
        JobPosting posting;
        try {
            posting = decoder.decode(record.key(), record.value(), SchemaHeaders.of(record))
                    .posting();
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

    /** The bundle that decided may be of another version of Lurewatch, which scores otherwise. */
    static void requireVersion(ScamWarning warning, Path folder) {
        BundleId found = BundleLoader.identify(folder);
        BundleVersion made = BundleLoader.version(folder);
        if (found.digest().equals(warning.getBundle().getDigest()) && !made.isCurrent()) {
            throw new DeskException("the warning cannot be replayed: bundle " + TerminalText.escape(found.version())
                    + " (digest " + found.digest() + "), which decided it, " + made.mismatch());
        }
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
}
