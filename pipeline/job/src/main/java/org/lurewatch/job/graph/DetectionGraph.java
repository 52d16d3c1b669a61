package org.lurewatch.job.graph;

import java.time.Clock;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.SerializableSupplier;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.job.operators.DetectFunction;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.ReceivedPosting;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.SourceRecord;

/** The part of the graph that decides: by one bundle for good, or by those that commands name. */
@FunctionalInterface
public interface DetectionGraph {

    /**
     * Adds it to a graph.
     *
     * @param decoded postings; need no event time
     */
    Detected define(StreamExecutionEnvironment env, DataStream<ReceivedPosting> decoded);

    /**
     * What comes out of it.
     *
     * @param postings every assessed posting, without event time
     * @param rejects postings that broke scoring, and what else could not be read
     */
    record Detected(DataStream<AssessedPosting> postings, DataStream<RejectedPosting> rejects) {}

    /** By one detector for good. */
    static DetectionGraph by(SerializableSupplier<Detector> detector, Clock clock) {
        return (env, decoded) -> {
            SingleOutputStreamOperator<AssessedPosting> detected = decoded.process(new DetectFunction(detector, clock))
                    .name("detect")
                    .uid("detect");
            return new Detected(detected, detected.getSideOutput(Rejects.TAG));
        };
    }

    /** By the bundles that commands name. */
    static DetectionGraph commanded(ControlEnds ends, Clock clock) {
        return (env, decoded) -> {
            DataStream<SourceRecord> commands = env.fromSource(
                            ends.commands(), WatermarkStrategy.noWatermarks(), "commands")
                    .setParallelism(1)
                    .uid("commands");
            ControlGraph control = ControlGraph.of(decoded, commands, ends.settings(), clock);
            control.statuses().sinkTo(ends.statuses()).name("statuses").uid("statuses");
            control.shadowScores()
                    .sinkTo(ends.shadowScores())
                    .name("shadow scores")
                    .uid("shadow-scores");
            control.vetoes().sinkTo(ends.vetoes()).name("vetoes").uid("vetoes");
            return new Detected(control.detected(), control.rejects());
        };
    }
}
