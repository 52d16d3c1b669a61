package org.lurewatch.trainer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    List<Sample> samples() throws IOException {
        return SampleFiles.read(paths);
    }

    /** The postings whether labelled or not, also plain ones. */
    List<Sample> withUnlabelled() throws IOException {
        return SampleFiles.readAll(paths);
    }

    Map<String, Double> statedAt() {
        return statedAt.byFile();
    }
}
