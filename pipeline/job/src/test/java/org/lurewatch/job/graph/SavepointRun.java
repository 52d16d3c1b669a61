package org.lurewatch.job.graph;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.VetoLimits;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.job.operators.control.Succession;
import org.lurewatch.job.start.FlinkSettings;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.ShadowScore;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.WriterSchemas;

/** Runs the whole graph, with campaigns, trends and control, over {@link SavepointStory}, from one savepoint to the next. */
final class SavepointRun {
    final TestingSink<ScamWarning> warnings = new TestingSink<>();
    final TestingSink<Campaign> campaigns = new TestingSink<>();
    final TestingSink<Trend> trends = new TestingSink<>();
    final TestingSink<RejectedPosting> rejects = new TestingSink<>();
    final TestingSink<ControlStatus> statuses = new TestingSink<>();
    final TestingSink<ShadowScore> shadowScores = new TestingSink<>();
    final TestingSink<ControlCommand> vetoes = new TestingSink<>();
    final GatedSource<SourceRecord> postings = new RecordSource(SavepointStory.POSTINGS);
    final GatedSource<SourceRecord> reviews = new RecordSource(SavepointStory.REVIEWS);
    final GatedSource<SourceRecord> commands = new RecordSource(SavepointStory.COMMANDS);

    private final MiniCluster cluster;
    private final InMemoryReporter metrics;
    private RunningJob job;

    /** Binds the type of record, so that Flink can infer it. */
    private static final class RecordSource extends GatedSource<SourceRecord> {
        private static final long serialVersionUID = 1L;

        RecordSource(List<SourceRecord> records) {
            super(records);
        }
    }

    /** @param metrics of the cluster; must drop those of jobs that have ended */
    SavepointRun(MiniCluster cluster, InMemoryReporter metrics) {
        this.cluster = cluster;
        this.metrics = metrics;
    }

    /**
     * Starts the job and waits until all of it runs.
     *
     * @param start deployment that holds before the first command
     * @param savepoint to restore, or null
     */
    void start(Deployment start, String savepoint) throws Exception {
        Configuration settings = FlinkSettings.safe();
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
        settings.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.AT_LEAST_ONCE);
        // Keeps all state inside the savepoint's one metadata file, which can then be moved.
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "jobmanager");
        if (savepoint != null) {
            settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        env.setParallelism(1);
        Clock clock = Clock.fixed(SavepointStory.NOW, ZoneOffset.UTC);
        SourcesAndSinks ends = new SourcesAndSinks(
                postings,
                warnings,
                rejects,
                Optional.of(new SourcesAndSinks.OfCampaigns(reviews, campaigns, SavepointStory.SETTINGS)),
                Optional.of(trends));
        ControlSourcesAndSinks control = new ControlSourcesAndSinks(
                commands,
                vetoes,
                statuses,
                shadowScores,
                new ControlGraph.Settings(
                        new SavepointStory.Store(), Succession.of(start, Deployment.NONE), VetoLimits.DEFAULT));
        JobGraph.define(
                env,
                ends,
                () -> new PostingDecoder(PostingLimits.DEFAULT, WriterSchemas.known()),
                DetectionGraph.commanded(control, clock));
        job = RunningJob.start(cluster, env);
        job.awaitAllTasks();
    }

    /** Waits until a condition holds; throws what ended the job before. */
    void await(BooleanSupplier condition) throws Exception {
        job.await(condition);
    }

    /** Stops the job. @return its savepoint */
    String stop(Path folder) throws Exception {
        return job.stop(false, folder);
    }

    /** The sum of a counter or gauge over all operators. */
    long count(String name) {
        String suffix = "." + FlowCounters.GROUP + "." + name;
        return metrics.getMetricsByGroup().entrySet().stream()
                .flatMap(group -> group.getValue().entrySet().stream()
                        .filter(metric -> group.getKey()
                                .getMetricIdentifier(metric.getKey())
                                .endsWith(suffix))
                        .map(metric -> value(metric.getValue())))
                .mapToLong(Long::longValue)
                .sum();
    }

    private static long value(Metric metric) {
        return metric instanceof Gauge<?> gauge
                ? ((Number) gauge.getValue()).longValue()
                : ((Counter) metric).getCount();
    }

    /** Everything written so far, one line per record: kind, subject, revision of that subject, content; tab-separated. */
    List<String> output() {
        List<String> output = new ArrayList<>();
        warnings.written()
                .forEach(each -> output.add(line(
                        "warning",
                        each.getWarningId(),
                        each.getRevision(),
                        each.getPostingId() + " " + each.getVerdict() + " " + each.getCampaignId())));
        campaigns
                .written()
                .forEach(each -> output.add(line(
                        "campaign",
                        each.getCampaignId(),
                        each.getRevision(),
                        each.getPostingKeys() + " " + each.getVerdict() + " " + each.getStanding())));
        trends.written()
                .forEach(each -> output.add(line(
                        "trend",
                        each.getWindowStart() + "/" + each.getWindowHours() + "h/" + each.getDimension() + "/"
                                + each.getValue(),
                        each.getRevision(),
                        each.getPostings() + " postings, " + each.getLikely() + " likely, " + each.getUnsure()
                                + " unsure")));
        rejects.written()
                .forEach(each -> output.add(line(
                        "reject",
                        each.getTopic() + "/" + each.getPartition() + "/" + each.getOffset(),
                        1,
                        each.getReason().name())));
        statuses.written().stream()
                .filter(each -> !each.getCommandId().isEmpty())
                .forEach(each -> output.add(line("status", each.getCommandId(), 1, each.getMessage())));
        shadowScores
                .written()
                .forEach(each -> output.add(line("shadow score", each.getWarningId(), 1, each.getPostingId())));
        return output;
    }

    /** The newest warning of each posting that has one, by the posting's identifier. */
    Map<String, ScamWarning> newest() {
        Map<String, ScamWarning> newest = new TreeMap<>();
        for (ScamWarning warning : warnings.written()) {
            newest.merge(
                    warning.getPostingId(),
                    warning,
                    (one, other) -> one.getRevision() > other.getRevision() ? one : other);
        }
        return newest;
    }

    private static String line(String kind, String of, int revision, String says) {
        return String.join("\t", kind, of, String.valueOf(revision), says);
    }
}
