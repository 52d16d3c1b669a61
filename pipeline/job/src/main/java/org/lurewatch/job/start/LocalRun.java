package org.lurewatch.job.start;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.flink.client.ClientUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.client.JobInitializationException;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient.JobFinalizationBehavior;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.config.KafkaConfig;
import org.lurewatch.job.config.TopicsConfig;
import org.lurewatch.job.resume.CheckpointContent;
import org.lurewatch.job.resume.GroupClaim;
import org.lurewatch.job.resume.GroupFolder;
import org.lurewatch.job.resume.StateNote;
import org.lurewatch.job.resume.TakenException;
import org.lurewatch.job.watch.JobWatch;

/**
 * A run of the job on a cluster of its own in this JVM. One process at a time runs a group, and it goes on from the newest
 * checkpoint that was finished.
 *
 * @param settings Flink's, of the job and of the cluster; to be added to
 * @param say receives a line on what the run goes on from, and one when it reads
 */
record LocalRun(JobConfig config, Configuration settings, Clock clock, Consumer<String> say) {
    private static final String LOCALHOST = "localhost";

    /** Runs until the job ends. @throws StartException with every problem, if the job cannot start */
    void run(Beginning beginning) throws Exception {
        CompletableFuture<Void> stop = new CompletableFuture<>();
        Optional<GroupFolder> folder =
                config.checkpoint().directory().map(directory -> GroupFolder.of(directory, kafka().groupId()));
        if (folder.isEmpty()) {
            // Flink then keeps checkpoints in this process alone: there is nothing to go on from, or to share.
            execute(Resumption.NOTHING, folder, stop);
            return;
        }
        try (GroupClaim claim = claim(folder.get(), stop)) {
            execute(resume(folder.get(), beginning), folder, stop);
        }
    }

    private KafkaConfig kafka() {
        return config.kafka();
    }

    private GroupClaim claim(GroupFolder folder, CompletableFuture<Void> stop)
            throws StartException, InterruptedException {
        try {
            return GroupClaim.of(
                    folder,
                    "process-" + ManagementFactory.getRuntimeMXBean().getName(),
                    clock,
                    () -> stop.completeExceptionally(new IllegalStateException("the lease in " + folder.root()
                            + " could not be renewed in time, or another process has taken it; see that the storage"
                            + " answers, and start again")));
        } catch (TakenException e) {
            throw problem("group " + kafka().groupId() + " is running already: " + e.getMessage(), e);
        } catch (IOException e) {
            throw problem("checkpoint.directory: " + folder.root() + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Decides what to go on from, and notes it. */
    private Resumption resume(GroupFolder folder, Beginning beginning) throws StartException, InterruptedException {
        try {
            Optional<StateNote> note = note(folder, beginning);
            Resumption resumption = Resumption.of(folder, note, beginning, clock.instant());
            String cluster = KafkaTopics.clusterId(kafka());
            if (resumption.isOwn() && note.isPresent()) {
                requireNone(note.get().problems(cluster, topicsRead()));
            }
            long checkpoint = 0;
            List<String> dropped = List.of();
            if (resumption.pointer().isPresent()) {
                CheckpointContent content =
                        CheckpointContent.read(resumption.pointer().get());
                SwitchedFeatures features = SwitchedFeatures.of(config, settings);
                requireNone(resumption.problems(content, features));
                checkpoint = content.number();
                dropped = features.droppedFrom(content.operators().keySet());
            }
            resumption.addTo(settings, folder, !dropped.isEmpty());
            folder.deleteUnfinished(resumption.run());
            note(cluster, resumption).write(folder);
            int aborted = LeftTransactions.abort(kafka(), names(resumption), checkpoint);
            say.accept("Run " + resumption.run() + " of group " + kafka().groupId() + ": " + resumption.words()
                    + (dropped.isEmpty() ? "" : "; switched off and forgotten: " + String.join(", ", dropped))
                    + (aborted == 0 ? "" : "; open transactions that were left behind and are ended: " + aborted));
            return resumption;
        } catch (IOException e) {
            throw problem(
                    "the state in " + folder.root() + " cannot be used: " + e.getMessage()
                            + "; name a checkpoint with --from, or start anew with --fresh",
                    e);
        } catch (ExecutionException e) {
            throw problem(
                    "Kafka at " + kafka().bootstrapServers() + " refuses: "
                            + e.getCause().getMessage(),
                    e);
        }
    }

    /** What is noted about the run before. A broken note hinders nobody who does without it. */
    private static Optional<StateNote> note(GroupFolder folder, Beginning beginning) throws IOException {
        try {
            return StateNote.read(folder);
        } catch (IOException e) {
            if (beginning.equals(Beginning.GOING_ON)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private StateNote note(String cluster, Resumption resumption) {
        TopicsConfig topics = kafka().topics();
        Map<String, String> all = new TreeMap<>(topicsRead());
        all.put("kafka.topics.warnings", topics.warnings());
        all.put("kafka.topics.rejects", topics.rejects());
        String version = LocalRun.class.getPackage().getImplementationVersion();
        return new StateNote(
                StateNote.FORMAT,
                version == null ? "(not from a jar)" : version,
                cluster,
                all,
                resumption.run(),
                resumption.named().orElse(null));
    }

    private Map<String, String> topicsRead() {
        TopicsConfig topics = kafka().topics();
        Map<String, String> read = new TreeMap<>(Map.of("kafka.topics.postings", topics.postings()));
        if (config.campaigns().enabled()) {
            read.put("kafka.topics.reviews", topics.reviews());
        }
        if (config.control().enabled()) {
            read.put("kafka.topics.control", topics.control());
        }
        return read;
    }

    private TransactionNames names(Resumption resumption) {
        return TransactionNames.of(kafka().groupId(), resumption.run());
    }

    /** @param stop fails if the run must not go on */
    private void execute(Resumption resumption, Optional<GroupFolder> folder, CompletableFuture<Void> stop)
            throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(settings);
        JobStart.define(env, config, names(resumption));
        JobGraph graph = env.getStreamGraph().getJobGraph();
        // Nobody else may ask this cluster for anything, least of all to run a program.
        settings.set(RestOptions.BIND_ADDRESS, LOCALHOST);
        settings.set(RestOptions.ADDRESS, LOCALHOST);
        MiniClusterConfiguration cluster = new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(env.getParallelism())
                .withRandomPorts()
                .build();
        try (MiniCluster running = new MiniCluster(cluster);
                JobProbes probes = new JobProbes(kafka(), folder)) {
            running.start();
            JobClient client = submit(running, graph, resumption);
            TopicsConfig topics = kafka().topics();
            say.accept("Reading topic " + topics.postings() + " at " + kafka().bootstrapServers()
                    + "; warnings go to topic " + topics.warnings() + ". Ctrl-C ends it.");
            URI flink = running.getRestAddress().get();
            try (JobWatch watch = JobWatch.start(flink, graph.getJobID().toHexString(), probes.all(), clock, reason -> {
                if (resumption.pointer().isPresent()) {
                    stop.completeExceptionally(unusable(resumption, reason, null));
                }
            })) {
                CompletableFuture.anyOf(client.getJobExecutionResult(), stop).get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof StartException refused ? refused : e;
            }
        }
    }

    private static JobClient submit(MiniCluster cluster, JobGraph graph, Resumption resumption) throws Exception {
        ClassLoader classes = LocalRun.class.getClassLoader();
        cluster.submitJob(graph).get();
        try {
            ClientUtils.waitUntilJobInitializationFinished(
                    () -> cluster.getJobStatus(graph.getJobID()).get(),
                    () -> cluster.requestJobResult(graph.getJobID()).get(),
                    classes);
        } catch (JobInitializationException e) {
            throw resumption.pointer().isPresent()
                    ? unusable(resumption, JobRun.root(e).getMessage(), e)
                    : e;
        }
        return new MiniClusterJobClient(graph.getJobID(), cluster, classes, JobFinalizationBehavior.NOTHING);
    }

    private static StartException unusable(Resumption resumption, String reason, Throwable cause) {
        return problem(
                "the state in " + resumption.pointer().orElse("memory") + " cannot be used: " + reason
                        + "; name another with --from, or start anew with --fresh",
                cause);
    }

    private static void requireNone(List<String> problems) throws StartException {
        if (!problems.isEmpty()) {
            throw new StartException(problems);
        }
    }

    private static StartException problem(String problem, Throwable cause) {
        return new StartException(List.of(problem), cause);
    }
}
