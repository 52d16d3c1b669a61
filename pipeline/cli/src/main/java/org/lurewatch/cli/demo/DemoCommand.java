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
import java.util.stream.Collectors;
import org.lurewatch.cli.options.BundleOption;
import org.lurewatch.cli.terminal.DisplayText;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.ScoreText;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.desk.DetectorLoader;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.job.config.ConfigReader;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.LabException;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.examples.DemoCase;
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
        description = "Replay written examples through the real job, and show what it says of some.",
        footer = {
            "",
            "Starts a Kafka broker and a Flink mini-cluster in this JVM, and sends some hundred",
            "examples in over twenty languages and some broken records to it. A dozen are",
            "shown, each with what it truly is; the rest is summed up."
        })
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--keep",
            description = "Leave broker and job running at the end, so that other commands can read their topics.")
    private boolean keep;

    @Mixin
    private BundleOption bundle;

    private final Installation installation;
    private final Terminal terminal;
    private final DetectorLoader detectors;

    public DemoCommand(Installation installation, Terminal terminal, DetectorLoader detectors) {
        this.installation = installation;
        this.terminal = terminal;
        this.detectors = detectors;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        say(out, "Starting a Kafka broker, a Flink mini-cluster and the model in this JVM ...");
        CompletableFuture<List<DemoRecord>> reading =
                CompletableFuture.supplyAsync(() -> DemoRecords.read(installation.writtenExamples()));
        try (CheckpointFolder checkpoints = CheckpointFolder.create();
                EmbeddedKafka kafka = EmbeddedKafka.start()) {
            JobConfig config = config(kafka.bootstrapServers(), bundle.folder(installation), checkpoints.uri());
            try (LocalJob job = LocalJob.start(config)) {
                List<DemoRecord> records = read(reading);
                List<DemoCase> cases = DemoCase.of(records);
                double baseRate =
                        BundleLoader.policies(bundle.folder(installation)).baseRate();
                say(
                        out,
                        "The job runs. Sending " + records.size() + " records to it: adverts that were written for "
                                + "this project, none of them real, and some that are broken.");
                say(
                        out,
                        "The score says how many of 1,000 such adverts would be scams. Of all adverts "
                                + ScoreText.share(baseRate) + " are: the usual share.");
                out.println();
                Showcase showcase =
                        new Showcase(cases, CompletableFuture.supplyAsync(() -> assessed(cases)), out, terminal);
                new Demo(config, records, job, showcase, out, terminal).run();
                if (keep) {
                    keepRunning(out, config, cases.get(0).key());
                } else {
                    printNext(out);
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

    /** By key. */
    private Map<String, Assessment> assessed(List<DemoCase> cases) {
        Detector detector = detectors.load(bundle.folder(installation), PolicyChoice.DEFAULT);
        return cases.stream()
                .collect(Collectors.toMap(
                        DemoCase::key, each -> detector.assess(each.example().posting())));
    }

    /** The job's settings for a broker, a bundle and a folder for checkpoints, by its URI. */
    public static JobConfig config(String bootstrapServers, Path bundle, String checkpoints) {
        return config(bootstrapServers, bundle, checkpoints, "500ms");
    }

    /** The same. @param interval time between checkpoints, such as 10s */
    public static JobConfig config(String bootstrapServers, Path bundle, String checkpoints, String interval) {
        try (InputStream yaml = DemoCommand.class.getResourceAsStream("demo.yaml")) {
            return ConfigReader.parse(
                    new String(yaml.readAllBytes(), StandardCharsets.UTF_8),
                    Map.of(
                            "BOOTSTRAP_SERVERS",
                            bootstrapServers,
                            "BUNDLE",
                            bundle.toAbsolutePath().toString(),
                            "CHECKPOINTS",
                            checkpoints,
                            "INTERVAL",
                            interval));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void say(PrintWriter out, String text) {
        DisplayText.wrap(text, terminal.columns(), "").forEach(line -> out.println(terminal.faint(line)));
        out.flush();
    }

    private static void printNext(PrintWriter out) {
        out.println();
        out.println("Next:");
        out.println("  a file   ./lurewatch screen --all --format table docs/examples/posting.json");
        out.println("  kinds    ./lurewatch kinds");
        out.println("  topics   ./lurewatch demo --keep");
        out.flush();
    }

    private static void keepRunning(PrintWriter out, JobConfig config, String warned) throws InterruptedException {
        String servers = config.kafka().bootstrapServers();
        String[] posting = warned.split("/", 2);
        out.println();
        out.println("Broker and job keep running; Ctrl-C ends them.");
        out.println("  broker: " + servers);
        out.println("Next, in another terminal:");
        for (String command : List.of(
                "warnings list",
                "warnings follow --since 1h --format jsonl",
                "campaigns list",
                "explain --warning-id " + WarningEncoder.warningId(posting[0], posting[1]),
                "rejects list")) {
            out.println("  ./lurewatch " + command + " --kafka " + servers);
        }
        out.flush();
        Thread.currentThread().join();
    }
}
