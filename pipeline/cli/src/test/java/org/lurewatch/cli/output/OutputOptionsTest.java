package org.lurewatch.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.cli.CommandRun;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.lab.Installation;

class OutputOptionsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anUnknownValueIsAnsweredWithAllThatArePossible() {
        assertEquals(ExitCode.USAGE, run("warnings", "list", "--type", "task_scam,pet_scam"));
        assertSaid("there is no kind of scam \"pet_scam\"");
        for (ScamType type : ScamType.values()) {
            assertSaid("\n  " + type.code() + " ");
        }
        assertEquals(ExitCode.USAGE, run("warnings", "follow", "--verdict", "likely"));
        assertSaid("the verdicts are likely-scam, unsure, no-sign-found, about-scams");
        assertEquals(ExitCode.USAGE, run("campaigns", "list", "--language", "english"));
        assertSaid("adverts are recognised in am, ar, az, ");
        assertEquals(ExitCode.USAGE, run("warnings", "list", "--since", "yesterday"));
        assertSaid("--since must be a time such as 30m");
        assertEquals(ExitCode.USAGE, run("warnings", "list", "--format", "xml"));
        assertSaid("[TABLE, JSONL, CSV]");
    }

    @Test
    void aTrendHasNeitherSourceNorVerdictAndOneDimension() {
        assertEquals(ExitCode.USAGE, run("trends", "list", "--source", "board"));
        assertSaid("filter by --language or --type");
        assertEquals(ExitCode.USAGE, run("trends", "list", "--language", "en", "--type", "task_scam"));
        assertSaid("not both");
    }

    @Test
    void whereKafkaIsMustBeSaid() {
        assertEquals(ExitCode.USAGE, run("trends", "follow", "--type", "Task scam", "--since", "1d"));
        assertSaid("Where is Kafka?");
        assertEquals(ExitCode.USAGE, run("warnings"));
        assertSaid("list what is there, or follow what comes?");
    }

    @Test
    void theKindsAreListedWithWhatTheyAre() {
        assertEquals(ExitCode.GOOD, run("kinds"));
        for (ScamType type : ScamType.values()) {
            assertTrue(out.toString().contains(type.code() + ": "), out::toString);
        }
        assertTrue(out.toString().contains("task_scam: task scam\n    Small paid tasks build trust,"), out::toString);
        assertTrue(out.toString().lines().allMatch(line -> line.length() <= 100), out::toString);
    }

    private void assertSaid(String text) {
        assertTrue(err.toString().contains(text), err::toString);
    }

    private int run(String... arguments) {
        return CommandRun.of(new Installation(Path.of("../..")), out, err, List.of(arguments));
    }
}
