package org.lurewatch.cli.analyst;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.data.SampleFiles;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The labelled postings that a command works on. */
final class DataOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Labelled JSONL files (.gz too), or folders of them.")
    private List<Path> paths;

    @Mixin
    private StatedAtOption statedAt;

    /** The labelled postings of the paths, but for those kept for the demo. */
    List<Sample> samples() throws IOException {
        return SampleFiles.read(paths);
    }

    /** The postings whether labelled or not, also plain ones. */
    List<Sample> withUnlabelled() throws IOException {
        return SampleFiles.readAll(paths);
    }

    /** Share of scams by file, for which its average precision is stated. */
    Map<String, Double> statedAt() {
        return statedAt.byFile();
    }
}
