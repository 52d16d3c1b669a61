package org.lurewatch.cli.analyst;

import java.util.Map;
import picocli.CommandLine.Option;

/** What the average precision of files is stated at. */
final class StatedAtOption {
    @Option(
            names = "--stated-at",
            split = ",",
            paramLabel = "FILE=RATE",
            description = "Share of scams for which the average precision of a file is stated, for example"
                    + " emscad_full=0.0484; its own share otherwise.")
    private Map<String, Double> byFile = Map.of();

    /** Share of scams by file. */
    Map<String, Double> byFile() {
        return byFile;
    }
}
