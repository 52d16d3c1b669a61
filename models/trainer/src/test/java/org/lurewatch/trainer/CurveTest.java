package org.lurewatch.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lurewatch.trainer.Curve.Point;

/** Every figure here is worked out by hand. */
class CurveTest {
    private static final double OWN_RATE = Double.NaN;

    @Test
    void aPerfectOrderIsWorthOne() {
        Curve curve = Curve.of(points("9s 8s 2h 1h"), OWN_RATE);
        assertEquals(new Curve(1, 1, 1, 2, 2), curve);
    }

    @Test
    void precisionIsAveragedOverTheScams() {
        // scam at rank 1: 1/1, scam at rank 3: 2/3, scam at rank 4: 3/4
        Curve curve = Curve.of(points("9s 8h 7s 6s 5h"), OWN_RATE);
        assertEquals((1 + 2.0 / 3 + 3.0 / 4) / 3, curve.averagePrecision(), 1e-12);
        assertEquals(1.0 / 3, curve.recallAt1Percent(), 1e-12);
        assertEquals(1.0 / 3, curve.recallAt01Percent(), 1e-12);
    }

    @Test
    void tiedPostingsCountTogetherWhateverTheirOrder() {
        // 8: one scam, two honest, all at precision 1/3; 5: the second scam at 2/4
        List<Point> points = points("8h 8s 8h 5s");
        double expected = (1.0 / 3 + 2.0 / 4) / 2;
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(points, new Random(i));
            Curve curve = Curve.of(points, OWN_RATE);
            assertEquals(expected, curve.averagePrecision(), 1e-12);
            assertEquals(0, curve.recallAt1Percent(), "the alarms come with the first scam");
        }
    }

    @Test
    void allTiedIsWorthTheShareOfScams() {
        assertEquals(0.25, Curve.of(points("5s 5h 5h 5h"), OWN_RATE).averagePrecision(), 1e-12);
    }

    @Test
    void aStatedBaseRateWeighsTheHonest() {
        // one scam behind one of two honest: found 0.1, alarms 0.9 / 2
        Curve curve = Curve.of(points("9h 8s 7h"), 0.1);
        assertEquals(0.1 / (0.1 + 0.45), curve.averagePrecision(), 1e-12);
    }

    @Test
    void recallIsTakenAtTheLastScoreThatKeepsTheRate() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            points.add(new Point(i, false));
        }
        points.add(new Point(2_000, true)); // before any honest posting
        points.add(new Point(998.5, true)); // behind 1 of 1,000: 0.1 %
        points.add(new Point(989.5, true)); // behind 10 of 1,000: 1 %
        points.add(new Point(988.5, true)); // behind 11
        Curve curve = Curve.of(points, OWN_RATE);
        assertEquals(0.5, curve.recallAt01Percent(), 1e-12);
        assertEquals(0.75, curve.recallAt1Percent(), 1e-12);
    }

    @Test
    void withoutScamsOrWithoutHonestThereIsNoCurve() {
        assertThrows(IllegalArgumentException.class, () -> Curve.of(points("9s 8s"), OWN_RATE));
        assertThrows(IllegalArgumentException.class, () -> Curve.of(points("9h"), OWN_RATE));
        assertThrows(IllegalArgumentException.class, () -> Curve.of(List.of(), OWN_RATE));
    }

    /** For example {@code 9s 8h}: a scam with score 9, an honest posting with score 8. */
    private static List<Point> points(String text) {
        List<Point> points = new ArrayList<>();
        for (String each : List.of(text.split(" ", -1))) {
            points.add(new Point(Double.parseDouble(each.substring(0, each.length() - 1)), each.endsWith("s")));
        }
        return points;
    }
}
