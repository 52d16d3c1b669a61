package org.lurewatch.job.operators;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.lurewatch.codec.AssessedEncoder;
import org.lurewatch.codec.ByteArrays;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.RejectEncoder;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.lists.ListRule;
import org.lurewatch.detection.lists.PostingLists;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.DecodedPosting;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The common work of all operators that assess postings: decodes a record's bytes, has the posting assessed, and
 * encodes the result. Each record is counted once, as warned of, cleared or rejected.
 */
public final class PostingAssessor {
    private static final Logger LOG = LoggerFactory.getLogger(PostingAssessor.class);

    private final PostingDecoder decoder;
    private final Clock clock;
    private final FlowCounters counters;
    private final DetectionMetrics metrics;
    private final Supplier<PostingLists> lists;

    private PostingAssessor(
            PostingDecoder decoder,
            Clock clock,
            FlowCounters counters,
            DetectionMetrics metrics,
            Supplier<PostingLists> lists) {
        this.decoder = decoder;
        this.clock = clock;
        this.counters = counters;
        this.metrics = metrics;
        this.lists = lists;
    }

    /** Opens one that knows of no lists. */
    public static PostingAssessor open(
            MetricGroup operator, FunctionInitializationContext context, PostingDecoder decoder, Clock clock)
            throws Exception {
        return open(operator, context, decoder, clock, () -> PostingLists.NONE);
    }

    /**
     * Opens one for an operator, whose counters continue from the last checkpoint.
     *
     * @param clock gives the time when a posting is assessed, by which entries of lists end
     * @param lists the allow and block lists as they are when a posting is assessed
     */
    public static PostingAssessor open(
            MetricGroup operator,
            FunctionInitializationContext context,
            PostingDecoder decoder,
            Clock clock,
            Supplier<PostingLists> lists)
            throws Exception {
        return new PostingAssessor(
                decoder,
                clock,
                FlowCounters.openWithFields(
                        operator,
                        context,
                        List.of(FlowCounters.WARNED, FlowCounters.CLEARED, FlowCounters.UNKNOWN_FIELDS),
                        List.of(RejectReason.values()),
                        DecodedPosting.namesOfUnreadFields()),
                DetectionMetrics.open(operator, context),
                lists);
    }

    /**
     * Decodes a record that has just come in.
     *
     * @param rejects takes the record if it holds no posting that can be assessed
     * @return empty if it holds none
     */
    public Optional<JobPosting> decode(SourceRecord record, Consumer<RejectedPosting> rejects) {
        Optional<DecodedPosting> decoded = decoded(record, rejects);
        decoded.ifPresent(each -> {
            counters.count(FlowCounters.UNKNOWN_FIELDS, each.unknownFields());
            each.unreadFields().forEach(counters::countUnread);
        });
        return decoded.map(DecodedPosting::posting);
    }

    /** The same for a record that has waited: its unknown and unread fields were counted when it came in. */
    public Optional<JobPosting> decodeAgain(SourceRecord record, Consumer<RejectedPosting> rejects) {
        return decoded(record, rejects).map(DecodedPosting::posting);
    }

    /**
     * Assesses a posting, and applies the lists.
     *
     * @param record the record from which it was decoded
     * @param rejects takes the record if scoring fails on the posting
     * @return empty if it does
     */
    public Optional<AssessedPosting> assess(
            Detector detector, SourceRecord record, JobPosting posting, Consumer<RejectedPosting> rejects) {
        Assessment assessment;
        try {
            assessment = ListRule.apply(detector.assess(posting), posting, lists.get(), clock.instant());
        } catch (RuntimeException e) {
            // The exception's message may quote the posting, so only its type is reported; the bytes are in the reject.
            String type = e.getClass().getSimpleName();
            LOG.warn(
                    "Scoring failed with {} at {} of topic {}, partition {}",
                    type,
                    record.getOffset(),
                    record.getTopic(),
                    record.getPartition());
            rejects.accept(reject(record, RejectReason.DETECTION_FAILED, "scoring failed with " + type));
            return Optional.empty();
        }
        Instant now = clock.instant();
        counters.count(assessment.isWarning() ? FlowCounters.WARNED : FlowCounters.CLEARED);
        metrics.count(assessment, record.getTimestamp(), now.toEpochMilli());
        return Optional.of(
                AssessedEncoder.encode(record, posting, assessment, now, EventTime.of(posting, record.getTimestamp())));
    }

    /** Puts the counts into the checkpoint that is being taken. */
    public void snapshot() throws Exception {
        counters.snapshot();
        metrics.snapshot();
    }

    private Optional<DecodedPosting> decoded(SourceRecord record, Consumer<RejectedPosting> rejects) {
        try {
            return Optional.of(decoder.decode(
                    ByteArrays.of(record.getKey()),
                    ByteArrays.of(record.getValue()),
                    ByteArrays.of(record.getSchemaHeader())));
        } catch (UnusablePostingException e) {
            rejects.accept(reject(record, e.reason(), e.getMessage()));
            return Optional.empty();
        }
    }

    private RejectedPosting reject(SourceRecord record, RejectReason reason, String detail) {
        counters.countRejected(reason);
        return RejectEncoder.encode(record, reason, detail);
    }
}
