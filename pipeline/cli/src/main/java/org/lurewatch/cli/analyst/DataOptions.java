package org.lurewatch.cli.analyst;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.lurewatch.cli.options.ReadingOptions;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.data.SampleFiles;
import org.lurewatch.trainer.data.UnusableDataException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The labelled postings that a command works on. */
final class DataOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files of labelled postings of any kind, or folders of them.")
    private List<Path> paths;

    @Mixin
    private StatedAtOption statedAt;

    @Mixin
    private ReadingOptions reading;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The labelled postings of the paths, but for those kept for the demo. */
    List<Sample> samples() throws IOException {
        return read(() -> SampleFiles.read(paths, reading.options(), this::tell));
    }

    /** The postings whether labelled or not, also plain ones. */
    List<Sample> withUnlabelled() throws IOException {
        return read(() -> SampleFiles.readAll(paths, reading.options(), this::tell));
    }

    private interface Reading {
        List<Sample> samples() throws IOException;
    }

    private static List<Sample> read(Reading reading) throws IOException {
        try {
            return reading.samples();
        } catch (UnusableDataException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    private void tell(String notice) {
        PrintWriter err = command.commandLine().getErr();
        err.println(TerminalText.escape(notice));
        err.flush();
    }

    /** Share of scams by file, for which its average precision is stated. */
    Map<String, Double> statedAt() {
        return statedAt.byFile();
    }
}
