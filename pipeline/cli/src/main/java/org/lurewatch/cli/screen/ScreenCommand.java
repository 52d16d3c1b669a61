package org.lurewatch.cli.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.lurewatch.cli.options.BundleOption;
import org.lurewatch.cli.options.PolicyOptions;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.codec.json.AssessmentJson;
import org.lurewatch.desk.DetectorLoader;
import org.lurewatch.desk.screen.OrderedWork;
import org.lurewatch.desk.screen.RecordScreener;
import org.lurewatch.desk.screen.ScreenedRecord;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.intake.json.FileRecord;
import org.lurewatch.intake.json.RecordStream;
import org.lurewatch.lab.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Assesses the postings of files. */
@Command(
        name = "screen",
        description = "Assess the postings in files or on standard input.",
        footer = {
            "",
            "Reads JSON lines, a JSON array or JSON-LD, plain or gzipped, and prints one",
            "assessment a line in the order read. Records that cannot be read go to standard",
            "error with file, line and reason; the exit code is then 3."
        })
public final class ScreenCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    /** Forms of output. */
    enum Format {
        jsonl,
        table
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Files of postings; - or none for standard input.")
    private List<String> files = List.of();

    @Option(names = "--all", description = "Print every assessment, not only those over the line.")
    private boolean all;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format = Format.jsonl;

    @Mixin
    private BundleOption bundle;

    @Mixin
    private PolicyOptions policy;

    private final Installation installation;
    private final Terminal terminal;
    private final DetectorLoader detectorLoader;

    public ScreenCommand(Installation installation, Terminal terminal, DetectorLoader detectorLoader) {
        this.installation = installation;
        this.terminal = terminal;
        this.detectorLoader = detectorLoader;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<String> inputs = files.isEmpty() ? List.of(STANDARD_INPUT) : files;
        PolicyChoice choice = policy.choice();
        requireAll(inputs);
        Detector detector = detectorLoader.load(bundle.folder(installation), choice);
        PrintWriter out = spec.commandLine().getOut();
        ScreenReport report = new ScreenReport(out, spec.commandLine().getErr(), all, formatter(out));
        List<String> empty;
        try (OrderedWork<ScreenedRecord> work =
                new OrderedWork<>(Runtime.getRuntime().availableProcessors(), report)) {
            empty = screen(inputs, new RecordScreener(detector), work);
            work.finish();
        }
        report.onPause();
        if (!empty.isEmpty()) {
            throw new CommandFailure("no posting in " + String.join(", ", empty));
        }
        return report.rejected() == 0 ? ExitCode.GOOD : ExitCode.SOME_REJECTED;
    }

    private Function<Assessment, String> formatter(PrintWriter out) {
        if (format == Format.jsonl) {
            return AssessmentJson::line;
        }
        AssessmentTable table = new AssessmentTable(terminal);
        out.print(table.header() + "\n");
        return table::row;
    }

    /** Says of all files at once which cannot be read, before the first is. */
    private static void requireAll(List<String> inputs) {
        List<String> problems = new ArrayList<>();
        for (String input : inputs) {
            if (!input.equals(STANDARD_INPUT) && !Files.isReadable(Path.of(input))) {
                problems.add(input + (Files.exists(Path.of(input)) ? " cannot be read" : " does not exist"));
            } else if (!input.equals(STANDARD_INPUT) && Files.isDirectory(Path.of(input))) {
                problems.add(input + " is a folder");
            }
        }
        if (!problems.isEmpty()) {
            throw new CommandFailure(String.join(System.lineSeparator(), problems));
        }
    }

    /** Screens all inputs; answers which had nothing in them. */
    private List<String> screen(List<String> inputs, RecordScreener screener, OrderedWork<ScreenedRecord> work)
            throws InterruptedException {
        List<String> empty = new ArrayList<>();
        for (String input : inputs) {
            String name = input.equals(STANDARD_INPUT) ? "standard input" : input;
            try (RecordStream records = RecordStream.of(open(input), PostingLimits.DEFAULT)) {
                Optional<FileRecord> next = records.next();
                if (next.isEmpty()) {
                    empty.add(name);
                }
                for (; next.isPresent(); next = records.next()) {
                    FileRecord record = next.get();
                    if (!work.submit(() -> screener.screen(name, record))) {
                        return empty;
                    }
                }
            } catch (IOException e) {
                throw new CommandFailure(name + " cannot be read to its end: " + e.getMessage(), e);
            }
        }
        return empty;
    }

    private InputStream open(String input) throws IOException {
        if (input.equals(STANDARD_INPUT)) {
            return System.in;
        }
        Path file = Path.of(input);
        InputStream in = Files.newInputStream(file);
        return terminal.showsProgress() ? ProgressBar.wrap(in, progressOf(file)) : in;
    }

    private static ProgressBarBuilder progressOf(Path file) throws IOException {
        return ProgressBar.builder()
                .setTaskName(TerminalText.escape(file.getFileName().toString(), 24))
                .setInitialMax(Files.size(file))
                .setUnit(" KiB", 1024)
                .setStyle(ProgressBarStyle.ASCII);
    }
}
