package org.lurewatch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lurewatch.detection.bundle.BundleLoader;
import picocli.CommandLine;

@Timeout(120)
class DemoCommandIT {
    private static final Installation HOME = new Installation(Path.of("../.."));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsWarningsThenAddsUpAndEndsByItself() {
        assertEquals(ExitCode.GOOD, run(HOME, "demo"), err::toString);
        int records = DemoRecords.read(HOME.writtenExamples()).size();
        List<String> lines = out.toString().lines().toList();
        long warnings =
                lines.stream().filter(line -> line.startsWith("LIKELY SCAM")).count();
        int broken = MalformedRecords.byReason().size();
        String sum = "%1$d sent, in %1$d = warned %2$d + cleared %3$d + rejected %4$d"
                .formatted(records, warnings, records - warnings - broken, broken);
        assertTrue(warnings > 0 && lines.contains(sum), () -> sum + "\n" + out);
        assertTrue(lines.stream()
                .anyMatch(line -> line.startsWith("rejects by reason: EMPTY_RECORD 1, FIELD_TOO_LONG 1")));
    }

    @Test
    void saysThatTheBundleIsMissing() {
        assertEquals(ExitCode.FAILURE, run(HOME, "demo", "--bundle", "no/such/bundle"));
        assertTrue(err.toString().contains("manifest.json is missing"), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    private int run(Installation installation, String... arguments) {
        CommandLine commandLine = Lurewatch.commandLine(installation, Terminal.NONE, BundleLoader::load);
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(arguments);
    }
}
