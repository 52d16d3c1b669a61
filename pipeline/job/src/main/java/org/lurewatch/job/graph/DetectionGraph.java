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

/** The part of the graph that decides: with one fixed bundle, or with those that commands name. */
@FunctionalInterface
public interface DetectionGraph {

    /**
     * Adds it to a graph.
     *
     * @param records records with postings; they need no event time
     * @param decoder reads postings from them
     */
    Detected define(
            StreamExecutionEnvironment env,
            DataStream<SourceRecord> records,
            SerializableSupplier<PostingDecoder> decoder);

    /**
     * The outputs of this part.
     *
     * @param postings every assessed posting, without event time
     * @param rejects records that could not be assessed, and other records that could not be read
     */
    record Detected(DataStream<AssessedPosting> postings, DataStream<RejectedPosting> rejects) {}

    /** Decides with the champion of one deployment, which never changes. */
    static DetectionGraph by(BundleStore store, DeploymentRecord deployment, Clock clock) {
        return (env, records, decoder) -> {
            SingleOutputStreamOperator<AssessedPosting> detected = records.process(
                            new DetectFunction(decoder, store, deployment, clock))
                    .name("detect")
                    .uid("detect");
            return new Detected(detected, detected.getSideOutput(Rejects.TAG));
        };
    }

    /** Decides with the bundles that commands name. */
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
