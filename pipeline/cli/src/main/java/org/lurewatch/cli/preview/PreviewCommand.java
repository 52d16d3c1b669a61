package org.lurewatch.cli.preview;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.lurewatch.cli.options.FileNotices;
import org.lurewatch.cli.options.KafkaOptions;
import org.lurewatch.cli.options.PolicyOptions;
import org.lurewatch.cli.options.ReadingOptions;
import org.lurewatch.cli.options.SchemasOption;
import org.lurewatch.cli.options.StartTime;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.desk.DetectorLoader;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.preview.Preview;
import org.lurewatch.desk.preview.PreviewRun;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.intake.columns.UnknownColumnException;
import org.lurewatch.intake.postings.IntakeOptions;
import org.lurewatch.lab.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what another bundle would warn of. */
@Command(
        name = "preview",
        description = "Show which warnings would come and go if another bundle decided.",
        footer = {
            "",
            "Reads the postings that came to the topic in that time, or those of a file, labelled",
            "or plain. Nothing is sent. Each posting counts once and is judged by itself, without",
            "its campaign and without reviews."
        })
public final class PreviewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", description = "Folder of the bundle that may decide.")
    private Path bundle;

    @Option(
            names = "--against",
            paramLabel = "DIR",
            description = "The bundle that decides now; default is models/baseline.")
    private Path against;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Postings of the topic since then: 30m, 12h, 1d, 2026-11-20 or 2026-11-20T08:00:00Z.")
    private String since;

    @Option(
            names = "--postings",
            paramLabel = "FILE",
            description = "Postings of a file of any kind, or a folder of files, instead. Can be repeated.")
    private List<Path> files = List.of();

    @Mixin
    private PolicyOptions policy;

    @Mixin
    private ReadingOptions reading;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "List so many on either side; default ${DEFAULT-VALUE}. All are counted.")
    private int limit;

    @Mixin
    private KafkaOptions kafka;

    @Option(
            names = "--postings-topic",
            paramLabel = "TOPIC",
            defaultValue = "postings",
            description = "Default ${DEFAULT-VALUE}.")
    private String postingsTopic;

    @Mixin
    private SchemasOption schemas;

    private final Installation installation;
    private final Terminal terminal;
    private final DetectorLoader detectors;
    private final Clock clock;

    public PreviewCommand(Installation installation, Terminal terminal, DetectorLoader detectors, Clock clock) {
        this.installation = installation;
        this.terminal = terminal;
        this.detectors = detectors;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if ((since == null) == files.isEmpty()) {
            throw misuse("Which postings? Give either --since 1d or --postings FILE");
        }
        if (limit < 0) {
            throw misuse("--limit is 0 or more");
        }
        PolicyChoice choice = policy.choice();
        IntakeOptions options = reading.options();
        PreviewRun run = new PreviewRun(
                judge(against == null ? installation.baselineBundle() : against, choice),
                judge(bundle, choice),
                Runtime.getRuntime().availableProcessors());
        PrintWriter out = spec.commandLine().getOut();
        new PreviewText(terminal)
                .lines(since == null ? ofFiles(run, options) : ofTopic(run))
                .forEach(out::println);
        out.flush();
        return ExitCode.GOOD;
    }

    private PreviewRun.Judge judge(Path folder, PolicyChoice choice) {
        return new PreviewRun.Judge(BundleLoader.identify(folder), detectors.load(folder, choice));
    }

    private Preview ofTopic(PreviewRun run) {
        Instant start = start();
        KafkaTopic topic = new KafkaTopic(kafka.clientSettings(), postingsTopic);
        return run.ofTopic(topic, start, schemas.decoder(PostingLimits.DEFAULT), limit);
    }

    private Preview ofFiles(PreviewRun run, IntakeOptions options) {
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw new CommandFailure(file + (Files.exists(file) ? " cannot be read" : " does not exist"));
            }
        }
        FileNotices notices = new FileNotices();
        Preview preview;
        try {
            preview = run.ofFiles(files, options, notices, limit);
        } catch (UnknownColumnException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
        notices.endOfInput("--postings");
        PrintWriter err = spec.commandLine().getErr();
        notices.take().forEach(notice -> err.println(TerminalText.escape(notice)));
        err.flush();
        notices.failIfAnyWasOfNoUse();
        return preview;
    }

    private Instant start() {
        return StartTime.parse(since, clock.instant())
                .orElseThrow(() -> misuse("--since must be " + StartTime.EXPECTED + ", not " + since));
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
