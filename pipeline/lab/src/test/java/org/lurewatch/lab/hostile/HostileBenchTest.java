package org.lurewatch.lab.hostile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.lab.Installation;

class HostileBenchTest {
    private static final Installation INSTALLATION = new Installation(Path.of("../.."));
    private static final int INPUTS = 2_000;
    /** A machine that runs other tests beside is slow; what takes the square of its length takes longer still. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final HostileBounds BOUNDS = new HostileBounds(100_000, 100_000);

    private static Detector baseline;

    @BeforeAll
    static void load() {
        baseline = BundleLoader.load(INSTALLATION.baselineBundle());
    }

    @Test
    void theSameSeedAndNumberGiveTheSameInput() {
        HostileInputs inputs = inputs(1);
        HostileInputs again = inputs(1);
        HostileInputs others = inputs(2);
        int different = 0;
        for (int number = 0; number < 200; number++) {
            assertArrayEquals(inputs.input(number).bytes(), again.input(number).bytes());
            different += Arrays.equals(
                            inputs.input(number).bytes(), others.input(number).bytes())
                    ? 0
                    : 1;
        }
        assertTrue(different > 190, () -> "another seed gives other inputs");
    }

    @Test
    void nothingCrashesAndEveryInputIsAccountedForWhateverIsDoneToIt() {
        HostileBench.Results results = run(baseline, 2, INPUTS);

        HostileReport report = new HostileReport(results);
        assertEquals(0, report.crashed(), () -> printed(report));
        assertEquals(0, report.unaccounted(), () -> printed(report));
        Set<HostileKind> kinds = EnumSet.noneOf(HostileKind.class);
        Set<String> outcomes = new TreeSet<>();
        for (int number = 0; number < INPUTS; number++) {
            kinds.add(results.kind(number));
            outcomes.add(results.outcome(number));
            assertTrue(results.nanos(number) < LONGEST_NANOS, () -> printed(report));
        }
        assertEquals(EnumSet.allOf(HostileKind.class), kinds);
        assertTrue(
                outcomes.containsAll(Set.of(
                        "warned",
                        "cleared",
                        "file unreadable",
                        "file empty",
                        "rejected EMPTY_RECORD",
                        "rejected MALFORMED_AVRO",
                        "rejected MALFORMED_JSON",
                        "rejected MALFORMED_TEXT",
                        "rejected NO_TEXT",
                        "rejected UNKNOWN_FORMAT",
                        "rejected UNKNOWN_SCHEMA",
                        "rejected WRONG_TYPE")),
                outcomes::toString);
    }

    @Test
    void outcomesDoNotDependOnThreads() {
        HostileBench.Results one = run(baseline, 1, 500);
        HostileBench.Results three = run(baseline, 3, 500);
        IntStream.range(0, 500).forEach(number -> assertEquals(one.outcome(number), three.outcome(number)));
    }

    @Test
    void whatBreaksScoringIsToldWithItsNumberAndWithoutWhatItSays() {
        Detector broken = posting -> {
            throw new IllegalStateException(posting.identifier());
        };
        HostileBench.Results results = run(broken, 2, 500);
        HostileReport report = new HostileReport(results);
        int first = results.crashes().firstKey();

        assertNotEquals(0, report.crashed());
        assertEquals("crashed", results.outcome(first));
        String printed = printed(report);
        assertTrue(printed.contains("crashed: " + first + "  "), printed);
        assertTrue(printed.contains("java.lang.IllegalStateException at "), printed);
        assertTrue(!printed.contains("bench-" + first), printed);
    }

    private static HostileInputs inputs(long seed) {
        return new HostileInputs(INSTALLATION.writtenExamples(), seed);
    }

    private static HostileBench.Results run(Detector detector, int threads, int count) {
        return new HostileBench(() -> inputs(1), detector, threads, done -> {}).run(count, BOUNDS);
    }

    private static String printed(HostileReport report) {
        StringWriter text = new StringWriter();
        report.print(new PrintWriter(text, true));
        return text.toString();
    }
}
