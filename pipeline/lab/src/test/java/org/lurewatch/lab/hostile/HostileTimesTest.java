package org.lurewatch.lab.hostile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.lab.hostile.HostileTimes.Measure;

class HostileTimesTest {
    private static final int KIB = 1024;

    private final HostileBench.Results results = new HostileBench.Results(8);
    private int made;

    @Test
    void theTimeOfAFileIsDividedByItsRecords() {
        add(HostileKind.RUNS, 1, HostileOutcome.CLEARED, 100);
        add(HostileKind.RUNS, 1, HostileOutcome.CLEARED, 100);
        add(HostileKind.RUNS, 1, HostileOutcome.WARNED, 300);
        int many = add(HostileKind.GZIP_BOMB_AS_FILE, 1, HostileOutcome.CLEARED.ofRecords(5_000), 1_000_000);
        int broken = add(HostileKind.GZIP_BOMB_AS_FILE, 1, HostileOutcome.UNREADABLE_FILE.ofRecords(0), 4_000);
        HostileTimes times = new HostileTimes(results);

        assertEquals(200, results.nanos(many));
        assertEquals(4_000, results.nanos(broken), "a file without a record is read all the same");
        // Three inputs have no outcome and took no time.
        assertEquals(100, times.median(Measure.INPUT));
        assertEquals(2, times.timesMedian(many));
        assertEquals(40, times.slowest(Measure.INPUT));
        assertArrayEquals(new int[] {broken, 2, many, 0, 1}, times.slowestFirst(Measure.INPUT));
    }

    @Test
    void longRecordsAreJudgedByTheirTimeAKibAndLongFilesByTheirRecords() {
        for (int i = 0; i < 5; i++) {
            add(HostileKind.RUNS, 4 * KIB, HostileOutcome.CLEARED, 400);
        }
        int advert = add(HostileKind.RUNS, 32 * KIB, HostileOutcome.CLEARED, 3_200);
        int longer = add(HostileKind.GIANT, 33 * KIB, HostileOutcome.CLEARED, 3_300);
        int file = add(HostileKind.GZIP_BOMB_AS_FILE, 33 * KIB, HostileOutcome.CLEARED.ofRecords(10), 8_000);
        HostileTimes times = new HostileTimes(results);

        assertEquals(100, times.median(Measure.KIB));
        assertEquals(8, times.timesMedian(advert));
        assertEquals(1, times.timesMedian(longer));
        assertEquals(2, times.timesMedian(file));
        assertArrayEquals(new int[] {longer}, times.slowestFirst(Measure.KIB));
    }

    @Test
    void whatIsRejectedSaysNothingOfTheTimeAKib() {
        add(HostileKind.GIANT, 100 * KIB, HostileOutcome.rejected(RejectReason.POSTING_TOO_LARGE), 1);
        add(HostileKind.GZIP_BOMB_AS_FILE, KIB, HostileOutcome.CLEARED, 1);
        add(HostileKind.RUNS, KIB, HostileOutcome.WARNED, 70);

        assertEquals(70, new HostileTimes(results).median(Measure.KIB));
    }

    @Test
    void whatIsUsualIsReadOffASample() {
        assertEquals(5, HostileTimes.sample(5).count());
        assertEquals(2_000, HostileTimes.sample(1_000_000).distinct().count());
        assertEquals(999_500, HostileTimes.sample(1_000_000).max().orElseThrow());
    }

    private int add(HostileKind kind, int size, HostileOutcome outcome, long nanos) {
        results.put(new HostileInput(made, kind, new byte[size]), outcome, nanos);
        return made++;
    }
}
