package org.lurewatch.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.lurewatch.cli.options.BundleOption;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.job.config.ConfigReader;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.LabException;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.examples.DemoRecord;
import org.lurewatch.lab.examples.DemoRecords;
import org.lurewatch.lab.minicluster.CheckpointFolder;
import org.lurewatch.lab.minicluster.LocalJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole line at work. */
@Command(
        name = "demo",
        description = "Replay written examples through the real job, and print its warnings.",
        footer = {
            "",
            "Starts a Kafka broker and a Flink mini-cluster in this JVM, sends some hundred",
            "examples in over twenty languages and some broken records to it, and prints",
            "every warning as it comes."
        })
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--keep", description = "Leave broker and job running at the end, for kcat and other clients.")
    private boolean keep;

    @Mixin
    private BundleOption bundle;

    private final Installation installation;
    private final Terminal terminal;

    public DemoCommand(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        say(out, "Starting a Kafka broker and a Flink mini-cluster in this JVM ...");
        CompletableFuture<List<DemoRecord>> reading =
                CompletableFuture.supplyAsync(() -> DemoRecords.read(installation.writtenExamples()));
        try (CheckpointFolder checkpoints = CheckpointFolder.create();
                EmbeddedKafka kafka = EmbeddedKafka.start()) {
            JobConfig config = config(kafka.bootstrapServers(), bundle.folder(installation), checkpoints.uri());
            try (LocalJob job = LocalJob.start(config)) {
                List<DemoRecord> records = read(reading);
                say(
                        out,
                        "The job runs. Sending " + records.size()
                                + " records, some of them broken, as Avro and as JSON.");
                out.println();
                new Demo(config, records, job, out, terminal).run();
                if (keep) {
                    keepRunning(out, config);
                }
            }
        }
        return ExitCode.GOOD;
    }

    private static List<DemoRecord> read(CompletableFuture<List<DemoRecord>> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LabException failure ? failure : e;
        }
    }

    /** The job's settings for a broker, a bundle and a folder for checkpoints, by its URI. */
    public static JobConfig config(String bootstrapServers, Path bundle, String checkpoints) {
        try (InputStream yaml = DemoCommand.class.getResourceAsStream("demo.yaml")) {
            return ConfigReader.parse(
                    new String(yaml.readAllBytes(), StandardCharsets.UTF_8),
                    Map.of(
                            "BOOTSTRAP_SERVERS",
                            bootstrapServers,
                            "BUNDLE",
                            bundle.toAbsolutePath().toString(),
                            "CHECKPOINTS",
                            checkpoints));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void say(PrintWriter out, String text) {
        out.println(terminal.faint(text));
        out.flush();
    }

    private static void keepRunning(PrintWriter out, JobConfig config) throws InterruptedException {
        String servers = config.kafka().bootstrapServers();
        out.println();
        out.println("Broker and job keep running; Ctrl-C ends them.");
        out.println("  broker: " + servers);
        out.println("  topics: "
                + String.join(
                        ", ",
                        config.kafka().topics().warnings(),
                        config.kafka().topics().rejects(),
                        config.kafka().topics().campaigns()));
        out.println("  to see the rejects:      kcat -b " + servers + " -C -t "
                + config.kafka().topics().rejects());
        out.println("  to send a posting more:  kcat -b " + servers + " -P -t "
                + config.kafka().topics().postings() + " posting.json");
        out.flush();
        Thread.currentThread().join();
    }
}
