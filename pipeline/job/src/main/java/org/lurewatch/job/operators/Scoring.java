package org.lurewatch.job.operators;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.lurewatch.codec.AssessedEncoder;
import org.lurewatch.codec.AvroPostings;
import org.lurewatch.codec.RejectEncoder;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.ReceivedPosting;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every operator does that assesses postings: counts each one, and puts aside those that break scoring. */
public final class Scoring {
    private static final Logger LOG = LoggerFactory.getLogger(Scoring.class);

    private final Clock clock;
    private final FlowCounters counters;
    private final DetectionMetrics metrics;

    private Scoring(Clock clock, FlowCounters counters, DetectionMetrics metrics) {
        this.clock = clock;
        this.counters = counters;
        this.metrics = metrics;
    }

    /** For one operator, whose counters go on from the last checkpoint. */
    public static Scoring open(MetricGroup operator, FunctionInitializationContext context, Clock clock)
            throws Exception {
        return new Scoring(
                clock,
                FlowCounters.open(
                        operator,
                        context,
                        List.of(FlowCounters.WARNED, FlowCounters.CLEARED),
                        List.of(RejectReason.DETECTION_FAILED)),
                DetectionMetrics.open(operator, context));
    }

    /**
     * Assesses a posting.
     *
     * @param rejects takes the posting where it breaks scoring
     * @return empty where it does
     */
    public Optional<AssessedPosting> assess(
            Detector detector, ReceivedPosting received, Consumer<RejectedPosting> rejects) {
        JobPosting posting;
        Assessment assessment;
        try {
            posting = AvroPostings.toDomain(received.getPosting());
            assessment = detector.assess(posting);
        } catch (RuntimeException e) {
            rejects.accept(reject(received.getRecord(), e));
            return Optional.empty();
        }
        Instant now = clock.instant();
        counters.count(assessment.isWarning() ? FlowCounters.WARNED : FlowCounters.CLEARED);
        metrics.count(assessment, received.getRecord().getTimestamp(), now.toEpochMilli());
        return Optional.of(
                AssessedEncoder.encode(received.getRecord(), posting, assessment, now, EventTime.of(received)));
    }

    /** Puts the counts into the checkpoint that is being taken. */
    public void snapshot() throws Exception {
        counters.snapshot();
        metrics.snapshot();
    }

    private RejectedPosting reject(SourceRecord record, RuntimeException failure) {
        // The exception's message may quote the posting, so its type alone is told; the bytes are in the reject.
        String type = failure.getClass().getSimpleName();
        LOG.warn(
                "Scoring failed with {} at {} of topic {}, partition {}",
                type,
                record.getOffset(),
                record.getTopic(),
                record.getPartition());
        counters.countRejected(RejectReason.DETECTION_FAILED);
        return RejectEncoder.encode(record, RejectReason.DETECTION_FAILED, "scoring failed with " + type);
    }
}
