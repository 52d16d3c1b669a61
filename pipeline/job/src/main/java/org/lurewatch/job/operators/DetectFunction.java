package org.lurewatch.job.operators;

import java.time.Clock;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableSupplier;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.ReceivedPosting;

/** Assesses postings; a posting that breaks scoring goes to {@link Rejects#TAG}. */
public final class DetectFunction extends ProcessFunction<ReceivedPosting, AssessedPosting>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private final SerializableSupplier<Detector> detectorSupplier;
    private final Clock clock;
    private transient Detector detector;
    private transient Scoring scoring;

    /** @param clock tells when a posting is assessed; must be serialisable, as those of the JDK are */
    public DetectFunction(SerializableSupplier<Detector> detectorSupplier, Clock clock) {
        this.detectorSupplier = detectorSupplier;
        this.clock = clock;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        scoring = Scoring.open(getRuntimeContext().getMetricGroup(), context, clock);
    }

    @Override
    public void open(OpenContext openContext) {
        detector = detectorSupplier.get();
    }

    @Override
    public void processElement(ReceivedPosting received, Context context, Collector<AssessedPosting> out) {
        scoring.assess(detector, received, reject -> context.output(Rejects.TAG, reject))
                .ifPresent(out::collect);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        scoring.snapshot();
    }
}
