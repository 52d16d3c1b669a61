package org.lurewatch.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.cli.Lurewatch;
import org.lurewatch.cli.terminal.DisplayText;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.examples.DemoCase;
import org.lurewatch.lab.examples.DemoRecord;
import org.lurewatch.lab.examples.DemoRecords;
import org.lurewatch.lab.examples.MalformedRecords;
import picocli.CommandLine;

class DemoCommandIT {
    private static final Installation HOME = new Installation(Path.of("../.."));

    private static final Terminal NARROW = new Terminal(false, false, false, 80);

    /** With --keep it ends with more commands. */
    private static final int MORE_LINES_OF_KEEP = 4;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void showsCasesThenAddsUpAndEndsByItself() {
        assertEquals(ExitCode.GOOD, run(HOME, "demo"), err::toString);
        List<DemoRecord> records = DemoRecords.read(HOME.writtenExamples());
        List<String> lines = out.toString().lines().toList();
        long warned = offlineWarnings();
        int broken = MalformedRecords.byReason().size();
        String sum = "%1$d sent, in %1$d = warned %2$d + cleared %3$d + rejected %4$d"
                .formatted(records.size(), warned, records.size() - warned - broken, broken);
        assertTrue(warned > 0 && lines.contains(sum), () -> sum + "\n" + out);
        assertTrue(
                lines.contains("The rejected records are broken on purpose, in " + broken + " ways."), out::toString);
        assertTrue(lines.size() + MORE_LINES_OF_KEEP < 60, () -> lines.size() + " lines");
        assertTrue(lines.stream().allMatch(line -> DisplayText.width(line) <= NARROW.columns()), out::toString);
        assertAreShown(DemoCase.of(records), lines);
    }

    /** In their order; the first are true warnings, and one comes later, because of another posting. */
    private void assertAreShown(List<DemoCase> cases, List<String> lines) {
        List<String> shown =
                lines.stream().filter(line -> line.contains("  truly ")).toList();
        assertEquals(cases.size(), shown.size(), out::toString);
        for (int i = 0; i < cases.size(); i++) {
            assertTrue(shown.get(i).endsWith(": " + cases.get(i).gist()), shown.get(i));
        }
        assertTrue(
                shown.subList(0, 5).stream().allMatch(line -> line.startsWith("LIKELY SCAM    truly a lure: ")),
                out::toString);
        assertTrue(lines.stream().anyMatch(line -> line.contains("; warned of later: ")), out::toString);
    }

    private static long offlineWarnings() {
        Detector detector = BundleLoader.load(HOME.baselineBundle());
        return DemoRecords.read(HOME.writtenExamples()).stream()
                .flatMap(record -> record.example().stream())
                .filter(example -> detector.assess(example.posting()).isWarning())
                .count();
    }

    @Test
    void saysThatTheBundleIsMissing() {
        assertEquals(ExitCode.FAILURE, run(HOME, "demo", "--bundle", "no/such/bundle"));
        assertTrue(err.toString().contains("manifest.json is missing"), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    private int run(Installation installation, String... arguments) {
        CommandLine commandLine = Lurewatch.commandLine(installation, NARROW, BundleLoader::load);
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(arguments);
    }
}
