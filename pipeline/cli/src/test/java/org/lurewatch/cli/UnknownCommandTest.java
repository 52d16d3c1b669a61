package org.lurewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.lab.Installation;

class UnknownCommandTest {
    private static final Installation HOME = new Installation(Path.of("../.."));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "screne, screen",
        "screne --help, screen",
        "--help screne, screen",
        "screne -h, screen",
        "screne file.jsonl --all, screen",
        "help screne, screen",
        "bench throughputt, bench throughput",
        "bench throughputt --help, bench throughput",
        "help bench throughputt, bench throughput",
        "control shadwo, control shadow",
        "control shadwo -h, control shadow",
        "help control shadwo, control shadow",
        "cluster statsu --help, cluster status",
        "reviews exprot --help, reviews export",
        "rejects lisst --help, rejects list",
        "screen --bundel dir, --bundle",
        "screen --bundel dir --help, --bundle",
        "bench hostile --inptus 3 -h, --inputs",
    })
    void whatIsMisspeltIsAnErrorWithASuggestionWhateverFollowsIt(String line, String suggestion) {
        assertEquals(ExitCode.USAGE, run(line));
        assertTrue(err.toString().contains(suggestion), err::toString);
        assertEquals("", out.toString());
    }

    @ParameterizedTest
    @CsvSource({"NONSENSE", "NONSENSE --help", "bench NONSENSE --help", "control NONSENSE -h", "help NONSENSE"})
    void whatLooksLikeNoCommandIsAnErrorWithTheUsage(String line) {
        assertEquals(ExitCode.USAGE, run(line));
        assertTrue(err.toString().contains("NONSENSE"), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void helpIsPrintedOfEveryCommandHoweverDeepItLies() {
        assertEquals(ExitCode.GOOD, run("help"));
        assertTrue(out.toString().startsWith("Usage: lurewatch "), out::toString);
        assertEquals(ExitCode.GOOD, run("help help"));
        assertTrue(out.toString().startsWith("Usage: lurewatch help "), out::toString);
        assertEquals(ExitCode.GOOD, run("help bench hostile"));
        String ofHelp = out.toString();
        assertTrue(ofHelp.startsWith("Usage: lurewatch bench hostile "), ofHelp);
        assertEquals(ExitCode.GOOD, run("bench hostile --help"));
        assertEquals(ofHelp, out.toString());
    }

    private int run(String line) {
        return CommandRun.of(HOME, out, err, List.of(line.split(" ")));
    }
}
