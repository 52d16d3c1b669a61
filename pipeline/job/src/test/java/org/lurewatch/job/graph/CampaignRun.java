package org.lurewatch.job.graph;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.lurewatch.codec.WarningRecords;
import org.lurewatch.job.operators.ErasureRequests;
import org.lurewatch.job.operators.IntakeFunction;
import org.lurewatch.job.start.FlinkSettings;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.PostingErasure;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.Verdict;

/** The graph of campaigns over {@link CampaignStory}, and what readers of its topics know, across savepoints too. */
final class CampaignRun {
    private final TestingSink<ScamWarning> warnings = new TestingSink<>();
    private final TestingSink<Campaign> campaigns = new TestingSink<>();
    private final TestingSink<RejectedPosting> rejects = new TestingSink<>();
    private final GatedSource<AssessedPosting> postings = new GatedSource<>(CampaignStory.POSTINGS);
    private final GatedSource<SourceRecord> reviews = new GatedSource<>(CampaignStory.REVIEWS);
    private final MiniCluster cluster;
    private RunningJob job;

    CampaignRun(MiniCluster cluster) {
        this.cluster = cluster;
    }

    /** Starts the job, from a savepoint unless that is null. */
    void start(int parallelism, String savepoint) throws Exception {
        TrustedClasses.register();
        Configuration settings = FlinkSettings.safe();
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
        if (savepoint != null) {
            settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        env.setParallelism(parallelism);
        env.setMaxParallelism(8);
        DataStream<AssessedPosting> assessed = env.fromSource(
                        postings,
                        WatermarkStrategy.<AssessedPosting>forMonotonousTimestamps()
                                .withTimestampAssigner((posting, unused) -> posting.getEventTime()),
                        "postings",
                        new AvroTypeInfo<>(AssessedPosting.class))
                .uid("postings")
                .setParallelism(1);
        DataStream<SourceRecord> records = env.fromSource(
                        reviews, WatermarkStrategy.noWatermarks(), "reviews", new AvroTypeInfo<>(SourceRecord.class))
                .uid("reviews")
                .setParallelism(1);
        DataStream<PostingErasure> none =
                records.process(new IntakeFunction()).uid("intake").getSideOutput(ErasureRequests.TAG);
        CampaignGraph graph = CampaignGraph.of(assessed, records, none, CampaignGraph.Settings.DEFAULT);
        graph.warnings().sinkTo(warnings).uid("warnings");
        graph.campaigns().sinkTo(campaigns).uid("campaigns");
        graph.rejects().sinkTo(rejects).uid("rejects");
        job = RunningJob.start(cluster, env);
    }

    /** Lets a part of the story in, and waits until readers have heard of it. */
    void read(CampaignStory.Part part) throws Exception {
        postings.open(part.postings());
        reviews.open(part.reviews());
        await(() -> postings.sent() == part.postings() && reviews.sent() == part.reviews());
        await(() -> part.told().entrySet().stream().allMatch(told -> verdicts().get(told.getKey()) == told.getValue()));
        await(() -> part.told().keySet().stream()
                .filter(posting -> posting.startsWith("a") || posting.startsWith("b"))
                .allMatch(posting -> held().get(posting).getCampaignId() != null));
    }

    /** Waits until this has come true. */
    void await(BooleanSupplier condition) throws Exception {
        job.await(condition);
    }

    /** Stops the job. @return its savepoint */
    String stop(Path folder) throws Exception {
        return job.stop(false, folder);
    }

    /** Waits until all is read and the job has ended. */
    void end() throws Exception {
        postings.openForGood();
        reviews.openForGood();
        job.awaitEnd();
    }

    /** What a reader holds to of each posting, by its identifier. */
    Map<String, ScamWarning> held() {
        return newest(warnings.written(), ScamWarning::getPostingId, WarningRecords::newer);
    }

    Map<String, Verdict> verdicts() {
        Map<String, Verdict> verdicts = new TreeMap<>();
        held().forEach((posting, warning) -> verdicts.put(posting, warning.getVerdict()));
        return verdicts;
    }

    /** The same for campaigns, by their ids, without how often and when that was told. */
    Map<String, Campaign> campaigns() {
        Map<String, Campaign> newest = newest(
                campaigns.written(),
                Campaign::getCampaignId,
                (one, other) -> one.getRevision() > other.getRevision() ? one : other);
        newest.replaceAll((id, campaign) -> Campaign.newBuilder(campaign)
                .setRevision(0)
                .setUpdatedAt(Instant.EPOCH)
                .build());
        return newest;
    }

    /** All that was ever said of a posting, by revision. */
    List<ScamWarning> warningsOf(String posting) {
        return warnings.written().stream()
                .filter(warning -> warning.getPostingId().equals(posting))
                .sorted((one, other) -> one.getRevision() - other.getRevision())
                .toList();
    }

    List<RejectedPosting> rejects() {
        return rejects.written();
    }

    /** What readers end up with: verdict and campaign of each posting, and the campaigns. */
    List<String> outcome() {
        List<String> outcome = new ArrayList<>();
        held().forEach((posting, warning) -> outcome.add(posting + " " + warning.getWarningId() + " "
                + warning.getVerdict() + " " + warning.getScamType() + " " + warning.getCampaignId()));
        campaigns().values().forEach(campaign -> outcome.add(campaign.toString()));
        return outcome;
    }

    private static <T> Map<String, T> newest(List<T> told, Function<T, String> key, BinaryOperator<T> newer) {
        return told.stream().collect(Collectors.toMap(key, each -> each, newer, TreeMap::new));
    }
}
