package org.lurewatch.cli.review;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.lurewatch.cli.options.KafkaOptions;
import org.lurewatch.cli.options.PolicyOptions;
import org.lurewatch.cli.options.SchemasOption;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.codec.ValueFormat;
import org.lurewatch.desk.DetectorLoader;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.detection.posting.PostingTimes;
import org.lurewatch.job.sweep.HistorySweep;
import org.lurewatch.job.sweep.SweepConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Warns of what was missed. */
@Command(
        name = "sweep",
        description = "Go over a span of the postings topic with a bundle, and warn of what was missed.",
        footer = {
            "",
            "Sends a first warning of each likely scam that nobody was warned of, and a next",
            "revision where the verdict has changed. Sweeping again with the same bundle sends",
            "nothing. Warnings that rest on a campaign or on reviews stay. The span is by Kafka's",
            "time of the records. A running job may go on beside it: of two warnings with the",
            "same revision, the one assessed later counts."
        })
public final class SweepCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Option(names = "--from", required = true, paramLabel = "TIME", description = "2026-11-20 or 2026-11-20T08:00:00Z.")
    private String from;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "TIME",
            description = "The end of the span, which is not part of it.")
    private String to;

    @Option(names = "--bundle", required = true, paramLabel = "DIR", description = "The model bundle.")
    private Path bundle;

    @Mixin
    private PolicyOptions policy;

    @Option(names = "--dry-run", description = "Show what would be sent, and send nothing.")
    private boolean dryRun;

    @Option(names = "--report", paramLabel = "FILE", description = "Write what changed to this file, as JSON.")
    private Path report;

    @Option(
            names = "--postings-topic",
            paramLabel = "TOPIC",
            defaultValue = "postings",
            description = "Default ${DEFAULT-VALUE}.")
    private String postingsTopic;

    @Option(
            names = "--warnings-topic",
            paramLabel = "TOPIC",
            defaultValue = "warnings",
            description = "Default ${DEFAULT-VALUE}.")
    private String warningsTopic;

    @Mixin
    private SchemasOption schemas;

    @Option(
            names = "--output-format",
            paramLabel = "FORMAT",
            defaultValue = "avro",
            description = "How warnings are written: avro, json or confluent; default ${DEFAULT-VALUE}.")
    private ValueFormat format;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "How many postings are assessed at once; default is the number of processors.")
    private int parallelism = Runtime.getRuntime().availableProcessors();

    private final DetectorLoader detectors;
    private final Clock clock;

    /** @param clock for the time of assessment; must be serialisable, as those of the JDK are */
    public SweepCommand(DetectorLoader detectors, Clock clock) {
        this.detectors = detectors;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        SweepConfig config = config();
        // A bad bundle then fails here and at once, not in a task.
        detectors.load(bundle, config.choice());
        requireTopic(config, config.postings());
        requireTopic(config, config.warnings());
        SweepReport swept = new SweepReport();
        try {
            HistorySweep.run(config, clock, swept::add);
        } catch (Exception e) {
            throw new CommandFailure(
                    "the sweep has failed: " + rootOf(e).getMessage()
                            + "; what it sent stays, and sweeping again sends the rest",
                    e);
        }
        PrintWriter out = spec.commandLine().getOut();
        swept.print(out, dryRun);
        if (report != null) {
            swept.write(report, config);
        }
        return ExitCode.GOOD;
    }

    private SweepConfig config() {
        Instant start = time("--from", from);
        Instant end = time("--to", to);
        if (!start.isBefore(end)) {
            throw new ParameterException(spec.commandLine(), "--from must be earlier than --to");
        }
        if (format == ValueFormat.CONFLUENT && schemas.registry().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--output-format confluent needs --registry URL");
        }
        if (parallelism < 1) {
            throw new ParameterException(spec.commandLine(), "--parallelism must be 1 or more");
        }
        return new SweepConfig(
                kafka.clientSettings(),
                postingsTopic,
                warningsTopic,
                start,
                end,
                bundle,
                policy.choice(),
                schemas.folder(),
                schemas.registry(),
                schemas.idBytes(),
                format,
                parallelism,
                dryRun);
    }

    private Instant time(String option, String text) {
        return PostingTimes.parse(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        option + " must be a time such as 2026-11-20 or 2026-11-20T08:00:00Z, not " + text));
    }

    private static void requireTopic(SweepConfig config, String topic) {
        new KafkaTopic(config.clientSettings(), topic).require();
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }
}
