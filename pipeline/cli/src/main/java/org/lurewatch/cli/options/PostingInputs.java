package org.lurewatch.cli.options;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.intake.postings.IntakeOptions;
import org.lurewatch.intake.postings.PostingFiles;
import picocli.CommandLine.Parameters;

/** The files of postings that a command reads, and standard input; a mixin. */
public final class PostingInputs {
    private static final String STANDARD_INPUT = "-";

    @Parameters(paramLabel = "FILE", description = "Files or folders of postings; - or none for standard input.")
    private List<String> files = List.of();

    /**
     * What is to be read, in its order.
     *
     * @throws CommandFailure where something cannot be read, naming all that cannot
     */
    public List<String> all() {
        List<String> inputs = files.isEmpty() ? List.of(STANDARD_INPUT) : files;
        List<String> problems = new ArrayList<>();
        for (String input : inputs) {
            if (!input.equals(STANDARD_INPUT) && !Files.isReadable(Path.of(input))) {
                problems.add(input + (Files.exists(Path.of(input)) ? " cannot be read" : " does not exist"));
            }
        }
        if (!problems.isEmpty()) {
            throw new CommandFailure(String.join(System.lineSeparator(), problems));
        }
        return inputs;
    }

    /** Opens one of them. */
    public static PostingFiles open(
            String input, IntakeOptions options, Terminal terminal, PostingFiles.Listener listener) throws IOException {
        if (input.equals(STANDARD_INPUT)) {
            return PostingFiles.of(name(input), System.in, options, PostingLimits.DEFAULT, listener);
        }
        Path file = Path.of(input);
        if (!terminal.showsProgress() || Files.isDirectory(file)) {
            return PostingFiles.of(file, options, PostingLimits.DEFAULT, listener);
        }
        InputStream in = ProgressBar.wrap(Files.newInputStream(file), progressOf(file));
        return PostingFiles.of(input, in, options, PostingLimits.DEFAULT, listener);
    }

    /** What an input is called in messages. */
    public static String name(String input) {
        return input.equals(STANDARD_INPUT) ? "standard input" : input;
    }

    private static ProgressBarBuilder progressOf(Path file) throws IOException {
        return ProgressBar.builder()
                .setTaskName(TerminalText.escape(file.getFileName().toString(), 24))
                .setInitialMax(Files.size(file))
                .setUnit(" KiB", 1024)
                .setStyle(ProgressBarStyle.ASCII);
    }
}
