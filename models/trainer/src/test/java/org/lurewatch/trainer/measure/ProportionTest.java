package org.lurewatch.trainer.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProportionTest {
    private static final Bootstrap DRAWS = new Bootstrap(1000, 1);

    @Test
    void aShareOfNothingIsUnknown() {
        Proportion none = of(List.of());
        assertEquals(new Proportion(0, 0, Optional.empty()), none);
        assertEquals("–", none.words());
    }

    @Test
    void aShareIsDrawnAroundItself() {
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            cases.add((i < 70 ? "hit " : "miss ") + i);
        }
        Proportion share = of(cases);
        assertEquals(70, share.hits());
        assertEquals(100, share.cases());
        Interval interval = share.interval().orElseThrow();
        // Normal approximation: 0.7 -+ 1.96 * sqrt(0.7 * 0.3 / 100).
        assertEquals(0.61, interval.low(), 0.02);
        assertEquals(0.79, interval.high(), 0.02);
    }

    @Test
    void copiesOfOneGroupSayAsMuchAsOne() {
        List<String> copies = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            copies.add("hit one");
        }
        Interval interval = of(copies).interval().orElseThrow();
        assertEquals(0.025, interval.low(), 1e-9, "one of one");
        assertEquals(1, interval.high());
    }

    @Test
    void aShareOfAllIsNotCertain() {
        Interval all = of(List.of("hit a", "hit b")).interval().orElseThrow();
        assertEquals(Math.sqrt(0.025), all.low(), 1e-9);
        assertTrue(of(List.of("miss a", "miss b")).interval().orElseThrow().high() > 0.8);
    }

    private static Proportion of(List<String> cases) {
        return Proportion.of(cases, each -> each, each -> each.startsWith("hit"), DRAWS);
    }
}
