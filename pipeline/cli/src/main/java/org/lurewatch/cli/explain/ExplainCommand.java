package org.lurewatch.cli.explain;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lurewatch.cli.options.BundleOption;
import org.lurewatch.cli.options.ControlTopicOptions;
import org.lurewatch.cli.options.KafkaOptions;
import org.lurewatch.cli.options.SchemasOption;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.desk.DetectorLoader;
import org.lurewatch.desk.explain.WarningReplay;
import org.lurewatch.desk.explain.WarningSource;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.lab.Installation;
import org.lurewatch.schemas.ScamWarning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints why there is a warning, and proves it. */
@Command(
        name = "explain",
        description = "Explain a warning in plain words, and assess its posting again.",
        footer = {
            "",
            "With --replay the posting is read again from where the warning says it lies on",
            "Kafka, and assessed with the bundle that decided: the one in --bundle, else one that",
            "was published on the control topic and lies on this machine. What its campaign and",
            "reviewers added is not replayed."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:explained; with --replay, the same score bit for bit and the same verdict",
            " 1:the replay differs, or cannot be made; the message says which",
            " 2:the arguments cannot be used"
        })
public final class ExplainCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private ControlTopicOptions control;

    @Parameters(
            paramLabel = "WARNING",
            arity = "0..1",
            description = "File with the warning, as JSON or as the bytes on Kafka; - or none for standard input.")
    private String file;

    @Option(names = "--warning-id", paramLabel = "ID", description = "Look up its newest revision on Kafka instead.")
    private String warningId;

    @Option(
            names = "--warnings-topic",
            paramLabel = "TOPIC",
            defaultValue = "warnings",
            description = "Where it is looked up; default ${DEFAULT-VALUE}.")
    private String warningsTopic;

    @Option(names = "--replay", description = "Assess the posting again, and compare.")
    private boolean replay;

    @Mixin
    private BundleOption bundle;

    @Mixin
    private SchemasOption schemas;

    private final Installation installation;
    private final Terminal terminal;
    private final DetectorLoader detectors;

    public ExplainCommand(Installation installation, Terminal terminal, DetectorLoader detectors) {
        this.installation = installation;
        this.terminal = terminal;
        this.detectors = detectors;
    }

    @Override
    public Integer call() {
        if (file != null && warningId != null) {
            throw new ParameterException(spec.commandLine(), "give a file or --warning-id, not both");
        }
        if (warningId != null || replay) {
            kafka.bootstrapServers();
        }
        ScamWarning warning = warning();
        PrintWriter out = spec.commandLine().getOut();
        new WarningText(terminal).lines(warning).forEach(out::println);
        out.flush();
        return replay ? replay(warning, out) : ExitCode.GOOD;
    }

    private ScamWarning warning() {
        if (warningId != null) {
            return WarningSource.onTopic(new KafkaTopic(kafka.clientSettings(), warningsTopic), warningId);
        }
        return file == null || file.equals(STANDARD_INPUT)
                ? WarningSource.in(System.in, STANDARD_INPUT)
                : WarningSource.inFile(Path.of(file));
    }

    private int replay(ScamWarning warning, PrintWriter out) {
        Map<String, String> settings = kafka.clientSettings();
        WarningReplay.Result result = new WarningReplay(detectors, schemas.decoder(PostingLimits.DEFAULT))
                .replay(warning, settings, bundle.folder(installation), control.of(settings));
        out.println();
        out.println(terminal.bold(result.same() ? "Replayed: the same." : "Replayed: NOT the same."));
        ReplayText.lines(result).forEach(line -> out.println("  " + line));
        out.flush();
        return result.same() ? ExitCode.GOOD : ExitCode.FAILURE;
    }
}
