package org.lurewatch.job.graph;

import java.time.Clock;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.SerializableSupplier;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.job.operators.control.BundleStore;
import org.lurewatch.job.operators.control.DetectFunction;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.DeploymentRecord;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.SourceRecord;

/** The part of the graph that decides: by one bundle for good, or by those that commands name. */
@FunctionalInterface
public interface DetectionGraph {

    /**
     * Adds it to a graph.
     *
     * @param records of postings; need no event time
     * @param decoder reads postings from them
     */
    Detected define(
            StreamExecutionEnvironment env,
            DataStream<SourceRecord> records,
            SerializableSupplier<PostingDecoder> decoder);

    /**
     * What comes out of it.
     *
     * @param postings every assessed posting, without event time
     * @param rejects records that could not be assessed, and what else could not be read
     */
    record Detected(DataStream<AssessedPosting> postings, DataStream<RejectedPosting> rejects) {}

    /** By the champion of one deployment for good. */
    static DetectionGraph by(BundleStore store, DeploymentRecord deployment, Clock clock) {
        return (env, records, decoder) -> {
            SingleOutputStreamOperator<AssessedPosting> detected = records.process(
                            new DetectFunction(decoder, store, deployment, clock))
                    .name("detect")
                    .uid("detect");
            return new Detected(detected, detected.getSideOutput(Rejects.TAG));
        };
    }

    /** By the bundles that commands name. */
    static DetectionGraph commanded(ControlSourcesAndSinks external, Clock clock) {
        return (env, records, decoder) -> {
            DataStream<SourceRecord> commands = env.fromSource(
                            external.commands(), WatermarkStrategy.noWatermarks(), "commands")
                    .setParallelism(1)
                    .uid("commands");
            ControlGraph control = ControlGraph.of(records, decoder, commands, external.settings(), clock);
            control.statuses().sinkTo(external.statuses()).name("statuses").uid("statuses");
            control.shadowScores()
                    .sinkTo(external.shadowScores())
                    .name("shadow scores")
                    .uid("shadow-scores");
            control.vetoes().sinkTo(external.vetoes()).name("vetoes").uid("vetoes");
            return new Detected(control.detected(), control.rejects());
        };
    }
}
