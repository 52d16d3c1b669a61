package org.lurewatch.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.cli.Lurewatch;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.examples.DemoRecords;
import org.lurewatch.lab.examples.MalformedRecords;
import picocli.CommandLine;

class DemoCommandIT {
    private static final Installation HOME = new Installation(Path.of("../.."));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsWarningsThenAddsUpAndEndsByItself() {
        assertEquals(ExitCode.GOOD, run(HOME, "demo"), err::toString);
        int records = DemoRecords.read(HOME.writtenExamples()).size();
        List<String> lines = out.toString().lines().toList();
        long warned = offlineWarnings();
        int broken = MalformedRecords.byReason().size();
        String sum = "%1$d sent, in %1$d = warned %2$d + cleared %3$d + rejected %4$d"
                .formatted(records, warned, records - warned - broken, broken);
        assertTrue(warned > 0 && lines.contains(sum), () -> sum + "\n" + out);
        assertTrue(isWarnedOfLater(lines, "hand-2"), out::toString);
        assertTrue(lines.stream()
                .anyMatch(line -> line.startsWith("rejects by reason: EMPTY_RECORD 1, FIELD_TOO_LONG 1")));
    }

    private static long offlineWarnings() {
        Detector detector = BundleLoader.load(HOME.baselineBundle());
        return DemoRecords.read(HOME.writtenExamples()).stream()
                .flatMap(record -> record.example().stream())
                .filter(example -> detector.assess(example.posting()).isWarning())
                .count();
    }

    /** Whether there is a warning of this posting with a reason why it comes late. */
    private static boolean isWarnedOfLater(List<String> lines, String posting) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).startsWith("LIKELY SCAM")
                    && lines.get(i).endsWith(posting)
                    && lines.get(i + 1).startsWith("    revision ")) {
                return true;
            }
        }
        return false;
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
