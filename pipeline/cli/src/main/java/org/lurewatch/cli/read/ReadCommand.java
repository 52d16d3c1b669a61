package org.lurewatch.cli.read;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lurewatch.cli.options.FileNotices;
import org.lurewatch.cli.options.PostingInputs;
import org.lurewatch.cli.options.ReadingOptions;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.columns.UnknownColumnException;
import org.lurewatch.intake.json.PostingJson;
import org.lurewatch.intake.labels.LabelledPostingJson;
import org.lurewatch.intake.postings.IntakeOptions;
import org.lurewatch.intake.postings.PostingFiles;
import org.lurewatch.intake.postings.PostingRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the postings of files. */
@Command(
        name = "read",
        description = "Show what is read from files of postings, one posting of schema.org a line.",
        footer = {
            "",
            "Reads what screen reads, and says on standard error what it took of each file: what",
            "the file is and which column is what. Where that is wrong, --columns, --input and",
            "--records say better; train, evaluate, calibrate and screen know them, too."
        })
public final class ReadCommand implements Callable<Integer> {
    /** Asking whether the reader of a pipe is still there means flushing. */
    private static final int LINES_A_CHECK = 128;

    @Spec
    private CommandSpec spec;

    @Mixin
    private PostingInputs inputs;

    @Mixin
    private ReadingOptions reading;

    @Option(
            names = "--labelled",
            description = "Print examples with their labels, as train takes them, and not plain postings.")
    private boolean labelled;

    private final FileNotices notices = new FileNotices(true);
    private long rejected;
    private long printed;

    @Override
    public Integer call() {
        IntakeOptions options = reading.options();
        for (String input : inputs.all()) {
            boolean wanted = read(input, options);
            notices.endOfInput(PostingInputs.name(input));
            tell();
            if (!wanted) {
                break;
            }
        }
        spec.commandLine().getOut().flush();
        notices.failIfAnyWasOfNoUse();
        return rejected == 0 && !notices.anyUnreadable() ? ExitCode.GOOD : ExitCode.SOME_REJECTED;
    }

    /** Prints the postings of an input; answers whether more are wanted. */
    private boolean read(String input, IntakeOptions options) {
        PrintWriter out = spec.commandLine().getOut();
        try (PostingFiles files = PostingInputs.open(input, options, Terminal.NONE, notices)) {
            for (Optional<PostingRecord> next = files.next(); next.isPresent(); next = files.next()) {
                tell();
                print(next.get(), out);
                if (printed % LINES_A_CHECK == 0 && out.checkError()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownColumnException e) {
            throw new CommandFailure(PostingInputs.name(input) + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandFailure(PostingInputs.name(input) + " cannot be read to its end: " + e.getMessage(), e);
        }
    }

    private void print(PostingRecord record, PrintWriter out) {
        try {
            String line = labelled
                    ? LabelledPostingJson.line(record.labelled())
                    : PostingJson.line(record.decoded().posting());
            out.print(line + "\n");
            printed++;
        } catch (UnusablePostingException e) {
            rejected++;
            tell(record.file() + ", " + record.place() + ": " + e.reason() + ": " + e.getMessage());
        }
    }

    private void tell() {
        notices.take().forEach(this::tell);
    }

    private void tell(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.print(TerminalText.escape(line) + "\n");
        err.flush();
    }
}
