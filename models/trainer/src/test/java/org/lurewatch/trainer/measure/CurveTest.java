package org.lurewatch.trainer.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.lurewatch.trainer.measure.Ranking.Point;
import org.lurewatch.trainer.measure.Ranking.Step;

/** Every figure here is worked out by hand. */
class CurveTest {
    private static final double OWN_RATE = Double.NaN;

    @Test
    void aPerfectOrderIsWorthOne() {
        Curve curve = curve(points("9s 8s 2h 1h"), OWN_RATE);
        assertEquals(new Curve(1, 1, 1, 2, 2), curve);
    }

    @Test
    void precisionIsAveragedOverTheScams() {
        // scam at rank 1: 1/1, scam at rank 3: 2/3, scam at rank 4: 3/4
        Curve curve = curve(points("9s 8h 7s 6s 5h"), OWN_RATE);
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
            Curve curve = curve(points, OWN_RATE);
            assertEquals(expected, curve.averagePrecision(), 1e-12);
            assertEquals(0, curve.recallAt1Percent(), "the alarms come with the first scam");
        }
    }

    @Test
    void allTiedIsWorthTheShareOfScams() {
        assertEquals(0.25, curve(points("5s 5h 5h 5h"), OWN_RATE).averagePrecision(), 1e-12);
    }

    @Test
    void aStatedBaseRateWeighsTheHonest() {
        // one scam behind one of two honest: found 0.1, alarms 0.9 / 2
        Curve curve = curve(points("9h 8s 7h"), 0.1);
        assertEquals(0.1 / (0.1 + 0.45), curve.averagePrecision(), 1e-12);
    }

    @Test
    void recallIsTakenAtTheLastScoreThatKeepsTheRate() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            points.add(new Point(i, false, 0));
        }
        points.add(new Point(2_000, true, 0)); // before any honest posting
        points.add(new Point(998.5, true, 0)); // behind 1 of 1,000: 0.1 %
        points.add(new Point(989.5, true, 0)); // behind 10 of 1,000: 1 %
        points.add(new Point(988.5, true, 0)); // behind 11
        Curve curve = curve(points, OWN_RATE);
        assertEquals(0.5, curve.recallAt01Percent(), 1e-12);
        assertEquals(0.75, curve.recallAt1Percent(), 1e-12);
    }

    @Test
    void withoutScamsOrWithoutHonestThereIsNoCurve() {
        assertThrows(IllegalArgumentException.class, () -> curve(points("9s 8s"), OWN_RATE));
        assertThrows(IllegalArgumentException.class, () -> curve(points("9h"), OWN_RATE));
        assertThrows(IllegalArgumentException.class, () -> curve(List.of(), OWN_RATE));
    }

    @Test
    void aGroupCountsAsOftenAsItWasDrawn() {
        Ranking ranking = new Ranking(points("9s 8h 7s"), 3);
        // as if it were 9s 9s 8h 7s
        Curve curve = ranking.curve(new int[] {2, 1, 1}, OWN_RATE);
        assertEquals(new Curve((1 + 1 + 3.0 / 4) / 3, 2.0 / 3, 2.0 / 3, 3, 1), curve);
        // as if it were 8h 7s
        assertEquals(0.5, ranking.curve(new int[] {0, 1, 1}, OWN_RATE).averagePrecision());
    }

    @Test
    void aStepForEachScore() {
        Ranking ranking = new Ranking(points("5s 8h 8s 9s"), 4);
        assertEquals(List.of(new Step(9, 1, 0), new Step(8, 2, 1), new Step(5, 3, 1)), ranking.steps(ranking.once()));
    }

    @Property
    void aPerfectRankingIsWorthOneAtAnyRate(
            @ForAll @IntRange(min = 1, max = 30) int scams,
            @ForAll @IntRange(min = 1, max = 30) int honest,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double rate) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < scams + honest; i++) {
            points.add(new Point(-i, i < scams, i));
        }
        assertEquals(1, curve(points, rate).averagePrecision(), 1e-9);
    }

    @Property
    void statedAtTheirOwnRateNothingChanges(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 9) Integer> scams,
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 9) Integer> honest) {
        List<Point> points = new ArrayList<>();
        scams.forEach(score -> points.add(new Point(score, true, points.size())));
        honest.forEach(score -> points.add(new Point(score, false, points.size())));
        double own = (double) scams.size() / points.size();
        Curve asIs = curve(points, OWN_RATE);
        Curve stated = curve(points, own);
        assertEquals(asIs.averagePrecision(), stated.averagePrecision(), 1e-9);
        assertTrue(asIs.averagePrecision() > 0 && asIs.averagePrecision() <= 1 + 1e-9);
        assertTrue(asIs.recallAt01Percent() <= asIs.recallAt1Percent());
    }

    private static Curve curve(List<Point> points, double rate) {
        Ranking ranking = new Ranking(
                points, 1 + points.stream().mapToInt(Point::group).max().orElse(0));
        return ranking.curve(ranking.once(), rate);
    }

    /** For example {@code 9s 8h}: a scam with score 9, an honest posting with score 8. */
    private static List<Point> points(String text) {
        List<Point> points = new ArrayList<>();
        for (String each : List.of(text.split(" ", -1))) {
            points.add(new Point(
                    Double.parseDouble(each.substring(0, each.length() - 1)), each.endsWith("s"), points.size()));
        }
        return points;
    }
}
