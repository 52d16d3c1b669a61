package org.lurewatch.job.graph;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.SerializableSupplier;
import org.lurewatch.codec.Erasures;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.job.operators.ErasureRequests;
import org.lurewatch.job.operators.EventTime;
import org.lurewatch.job.operators.IntakeFunction;
import org.lurewatch.job.operators.WarnFunction;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.PostingErasure;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.TrustedClasses;

/** The whole graph: postings and reviews in; warnings, campaigns, trends and rejects out. */
public final class JobGraph {
    private JobGraph() {}

    /** Adds the graph to an environment, which must have the settings that let a later version take over its state. */
    public static void define(
            StreamExecutionEnvironment env,
            SourcesAndSinks external,
            SerializableSupplier<PostingDecoder> decoder,
            DetectionGraph detection) {
        TrustedClasses.register();

        DataStream<SourceRecord> records = env.fromSource(
                        external.postings(), WatermarkStrategy.noWatermarks(), "postings")
                .uid("postings");

        // The name and the uid are those of 0.1.0, because its savepoints and dashboards refer to them.
        SingleOutputStreamOperator<SourceRecord> counted =
                records.process(new IntakeFunction()).name("decode").uid("decode");
        DataStream<PostingErasure> erasures = counted.getSideOutput(ErasureRequests.TAG);

        DetectionGraph.Detected found = detection.define(env, counted, decoder);
        // After detection, so that event time does not overtake postings that wait for the first bundle.
        DataStream<AssessedPosting> detected = found.postings()
                .assignTimestampsAndWatermarks(EventTime.strategy())
                .name("event time")
                .uid("event-time");

        DataStream<RejectedPosting> rejects = found.rejects();

        DataStream<ScamWarning> warnings;
        if (external.campaigns().isPresent()) {
            CampaignGraph memory =
                    remember(env, detected, erasures, external.campaigns().get());
            warnings = memory.warnings();
            rejects = rejects.union(memory.rejects());
        } else {
            DataStream<ScamWarning> erased = erasures.map(Erasures::warning, new AvroTypeInfo<>(ScamWarning.class))
                    .name("erase")
                    .uid("erase");
            warnings = detected.flatMap(new WarnFunction())
                    .name("warn")
                    .uid("warn")
                    .union(erased);
        }
        warnings.sinkTo(external.warnings()).name("warnings").uid("warnings");

        external.trends()
                .ifPresent(sink ->
                        TrendGraph.define(detected).sinkTo(sink).name("trends").uid("trends"));

        rejects.sinkTo(external.rejects()).name("rejects").uid("rejects");
    }

    private static CampaignGraph remember(
            StreamExecutionEnvironment env,
            DataStream<AssessedPosting> detected,
            DataStream<PostingErasure> erasures,
            SourcesAndSinks.OfCampaigns external) {
        DataStream<SourceRecord> reviews = env.fromSource(
                        external.reviews(), WatermarkStrategy.noWatermarks(), "reviews")
                .uid("reviews");
        CampaignGraph memory = CampaignGraph.of(detected, reviews, erasures, external.settings());
        memory.campaigns().sinkTo(external.campaigns()).name("campaigns").uid("campaigns");
        return memory;
    }
}
