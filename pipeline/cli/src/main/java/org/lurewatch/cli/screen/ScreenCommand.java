package org.lurewatch.cli.screen;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.lurewatch.cli.options.BundleOption;
import org.lurewatch.cli.options.FileNotices;
import org.lurewatch.cli.options.PolicyOptions;
import org.lurewatch.cli.options.PostingInputs;
import org.lurewatch.cli.options.ReadingOptions;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.codec.json.AssessmentJson;
import org.lurewatch.desk.DetectorLoader;
import org.lurewatch.desk.lists.ListFile;
import org.lurewatch.desk.screen.OrderedWork;
import org.lurewatch.desk.screen.RecordScreener;
import org.lurewatch.desk.screen.ScreenedRecord;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.lists.PostingLists;
import org.lurewatch.intake.columns.UnknownColumnException;
import org.lurewatch.intake.postings.IntakeOptions;
import org.lurewatch.intake.postings.PostingFiles;
import org.lurewatch.intake.postings.PostingRecord;
import org.lurewatch.lab.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Assesses the postings of files. */
@Command(
        name = "screen",
        description = "Assess the postings in files or on standard input.",
        footer = {
            "",
            "Reads JSON, CSV, XLSX, HTML, feeds, mail, chats and plain text, also compressed, and",
            "prints one assessment a line in the order read. What it took from a file whose names",
            "are not those of schema.org goes to standard error, as do records that cannot be",
            "read, with file, place and reason; the exit code is then 3."
        })
public final class ScreenCommand implements Callable<Integer> {
    /** Forms of output. */
    enum Format {
        jsonl,
        table
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private PostingInputs inputs;

    @Mixin
    private ReadingOptions reading;

    @Option(names = "--all", description = "Print every assessment, not only those over the line.")
    private boolean all;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format = Format.jsonl;

    @Mixin
    private BundleOption bundle;

    @Mixin
    private PolicyOptions policy;

    @Option(
            names = "--lists",
            paramLabel = "FILE",
            description = "Allow and block lists to apply, one entry as JSON a line.")
    private Path lists;

    private final Installation installation;
    private final Terminal terminal;
    private final DetectorLoader detectorLoader;
    private final Clock clock;

    /** @param clock gives the time by which entries of lists end */
    public ScreenCommand(Installation installation, Terminal terminal, DetectorLoader detectorLoader, Clock clock) {
        this.clock = clock;
        this.installation = installation;
        this.terminal = terminal;
        this.detectorLoader = detectorLoader;
    }

    @Override
    public Integer call() throws InterruptedException {
        PolicyChoice choice = policy.choice();
        IntakeOptions options = reading.options();
        List<String> all = inputs.all();
        Instant now = clock.instant();
        PostingLists listed = lists == null ? PostingLists.NONE : PostingLists.of(ListFile.read(lists, now));
        Detector detector = detectorLoader.load(bundle.folder(installation), choice);
        PrintWriter out = spec.commandLine().getOut();
        ScreenReport report = new ScreenReport(out, spec.commandLine().getErr(), this.all, formatter(out));
        FileNotices notices = new FileNotices();
        try (OrderedWork<ScreenedRecord> work =
                new OrderedWork<>(Runtime.getRuntime().availableProcessors(), report)) {
            screen(all, options, notices, new RecordScreener(detector, listed, now), work);
            work.finish();
        }
        report.onPause();
        notices.failIfAnyWasOfNoUse();
        return report.rejected() == 0 && !notices.anyUnreadable() ? ExitCode.GOOD : ExitCode.SOME_REJECTED;
    }

    private Function<Assessment, String> formatter(PrintWriter out) {
        if (format == Format.jsonl) {
            return AssessmentJson::line;
        }
        AssessmentTable table = new AssessmentTable(terminal);
        out.print(table.header() + "\n");
        return table::row;
    }

    private void screen(
            List<String> all,
            IntakeOptions options,
            FileNotices notices,
            RecordScreener screener,
            OrderedWork<ScreenedRecord> work)
            throws InterruptedException {
        for (String input : all) {
            try (PostingFiles files = PostingInputs.open(input, options, terminal, notices)) {
                for (Optional<PostingRecord> next = files.next(); next.isPresent(); next = files.next()) {
                    PostingRecord record = next.get();
                    if (!work.submit(() -> screener.screen(record)) || !tell(notices, work)) {
                        return;
                    }
                }
            } catch (UnknownColumnException e) {
                throw new CommandFailure(PostingInputs.name(input) + ": " + e.getMessage(), e);
            } catch (IOException e) {
                throw new CommandFailure(
                        PostingInputs.name(input) + " cannot be read to its end: " + e.getMessage(), e);
            }
            notices.endOfInput(PostingInputs.name(input));
            if (!tell(notices, work)) {
                return;
            }
        }
    }

    /** What is to be told of a file comes behind its last posting. */
    private static boolean tell(FileNotices notices, OrderedWork<ScreenedRecord> work) throws InterruptedException {
        boolean wanted = true;
        for (String notice : notices.take()) {
            wanted = work.submit(() -> new ScreenedRecord.FileEnd(notice));
        }
        return wanted;
    }
}
