package org.lurewatch.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.lab.bench.BenchVariant.Kind;
import org.lurewatch.lab.bench.ThroughputBench.Rate;

class ThroughputResultTest {
    private static final Rate COPY = rate(Kind.PASS_THROUGH, 1, 1_000);
    private static final Rate ALONE = rate(Kind.STATELESS, 1, 100);
    private static final Rate SLOW = rate(Kind.REMEMBERING, 1, 50);

    @Test
    void aVariantIsComparedWithThoseOfItsOwnParallelism() {
        Rate other = rate(Kind.STATELESS, 2, 400);
        ThroughputResult result = new ThroughputResult(List.of(COPY, other, ALONE, SLOW), List.of());

        assertEquals(0.5, result.ratio(SLOW, Kind.STATELESS));
        assertEquals(0.05, result.ratio(SLOW, Kind.PASS_THROUGH));
        assertEquals(Double.NaN, result.ratio(other, Kind.PASS_THROUGH));
    }

    @Test
    void aFloorIsMissedWhereOneVariantMissesItOrHasNoPeer() {
        Rate fast = rate(Kind.REMEMBERING, 2, 300);
        ThroughputResult result = new ThroughputResult(List.of(COPY, ALONE, SLOW), List.of());

        assertTrue(result.reaches(0.5, Kind.STATELESS));
        assertFalse(result.reaches(0.51, Kind.STATELESS));
        assertFalse(new ThroughputResult(List.of(ALONE, SLOW, fast), List.of()).reaches(0.5, Kind.STATELESS));
    }

    private static Rate rate(Kind kind, int parallelism, double perSecond) {
        return new Rate(new BenchVariant(kind, false, parallelism), perSecond, List.of(perSecond), 0);
    }
}
