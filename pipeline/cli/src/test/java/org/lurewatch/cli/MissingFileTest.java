package org.lurewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.lab.Installation;

class MissingFileTest {
    private static final Installation HOME = new Installation(Path.of("../.."));

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "screen no-such.jsonl",
                "read no-such.jsonl",
                "train no-such.jsonl --out no-such-bundle",
                "evaluate no-such.jsonl",
                "calibrate --own no-such.jsonl --out no-such-bundle",
                "compare ../../models/baseline ../../models/baseline no-such.jsonl",
                "preview ../../models/baseline --postings no-such.jsonl",
            })
    void isNamedWithoutTheNameOfAnException(String line) {
        assertEquals(ExitCode.FAILURE, CommandRun.of(HOME, new StringWriter(), err, List.of(line.split(" "))));
        assertEquals(
                List.of("lurewatch: no-such.jsonl does not exist"),
                err.toString().lines().filter(told -> told.contains("no-such")).toList());
    }
}
