package org.lurewatch.job.operators;

import java.time.Clock;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableSupplier;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.job.codec.AssessedEncoder;
import org.lurewatch.job.codec.AvroPostings;
import org.lurewatch.job.codec.RejectEncoder;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.ReceivedPosting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Assesses postings; a posting that breaks scoring goes to {@link Rejects#TAG}. */
public final class DetectFunction extends ProcessFunction<ReceivedPosting, AssessedPosting>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(DetectFunction.class);

    private final SerializableSupplier<Detector> detectorSupplier;
    private final Clock clock;
    private transient Detector detector;
    private transient FlowCounters counters;

    /** @param clock tells when a posting is assessed; must be serialisable, as those of the JDK are */
    public DetectFunction(SerializableSupplier<Detector> detectorSupplier, Clock clock) {
        this.detectorSupplier = detectorSupplier;
        this.clock = clock;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        counters = FlowCounters.open(
                getRuntimeContext().getMetricGroup(),
                context,
                List.of(FlowCounters.WARNED, FlowCounters.CLEARED),
                List.of(RejectReason.DETECTION_FAILED));
    }

    @Override
    public void open(OpenContext openContext) {
        detector = detectorSupplier.get();
    }

    @Override
    public void processElement(ReceivedPosting received, Context context, Collector<AssessedPosting> out) {
        JobPosting posting;
        Assessment assessment;
        try {
            posting = AvroPostings.toDomain(received.getPosting());
            assessment = detector.assess(posting);
        } catch (RuntimeException e) {
            reject(received, e, context);
            return;
        }
        counters.count(assessment.isWarning() ? FlowCounters.WARNED : FlowCounters.CLEARED);
        out.collect(AssessedEncoder.encode(
                received.getRecord(), posting, assessment, clock.instant(), EventTime.of(received)));
    }

    private void reject(ReceivedPosting received, RuntimeException failure, Context context) {
        // The exception's message may quote the posting, so its type alone is told; the bytes are in the reject.
        String type = failure.getClass().getSimpleName();
        LOG.warn(
                "Scoring failed with {} at {} of topic {}, partition {}",
                type,
                received.getRecord().getOffset(),
                received.getRecord().getTopic(),
                received.getRecord().getPartition());
        counters.countRejected(RejectReason.DETECTION_FAILED);
        context.output(
                Rejects.TAG,
                RejectEncoder.encode(
                        received.getRecord(), RejectReason.DETECTION_FAILED, "scoring failed with " + type));
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        counters.snapshot();
    }
}
