package org.lurewatch.trainer.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void fivePercentOfTheDrawsLieOutside() {
        double[] drawn = IntStream.range(0, 200).mapToDouble(i -> 199 - i).toArray();
        assertEquals(new Interval(100, 5, 194), Interval.of(100, drawn));
    }

    @Test
    void drawsThatMeasureNothingDoNotCount() {
        assertEquals(new Interval(2, 1, 3), Interval.of(2, new double[] {Double.NaN, 3, 1, Double.NaN}));
        assertEquals(new Interval(2, 2, 2), Interval.of(2, new double[] {Double.NaN}));
    }

    @Test
    void aCountHasTheIntervalOfClopperAndPearson() {
        Interval three = Interval.ofCount(3, 1000);
        assertEquals(0.003, three.estimate());
        assertEquals(0.000619, three.low(), 1e-6);
        assertEquals(0.008742, three.high(), 1e-6);
        assertEquals(1 - Math.pow(0.025, 0.01), Interval.ofCount(0, 100).high(), 1e-6);
        assertEquals(1, Interval.ofCount(7, 7).high());
        assertEquals(Math.pow(0.025, 1 / 7.0), Interval.ofCount(7, 7).low(), 1e-6);
    }

    @Test
    void seeingNoneOfAHundredDoesNotMeanThatThereIsNone() {
        Interval none = new Interval(0, 0, 0).ofShare(100);
        assertEquals(0, none.low());
        assertEquals(0.0362, none.high(), 1e-4, "Clopper and Pearson for 0 of 100");
        assertEquals(0.9638, new Interval(1, 1, 1).ofShare(100).low(), 1e-4);
        assertEquals(new Interval(0.5, 0.4, 0.6), new Interval(0.5, 0.4, 0.6).ofShare(100));
    }

    @Test
    void theEndsLieOnEitherSide() {
        assertThrows(IllegalArgumentException.class, () -> new Interval(1, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, 0, 1));
        assertTrue(new Interval(-2, -3, -1).isUnderZero());
        assertTrue(new Interval(2, 1, 3).isOverZero());
        assertTrue(!new Interval(-2, -3, 0).isUnderZero(), "zero is not under zero");
    }

    @Property
    void anIntervalHoldsItsEstimate(
            @ForAll @DoubleRange(min = -1, max = 1) double estimate, @ForAll @Size(min = 1, max = 50) double[] drawn) {
        Interval interval = Interval.of(estimate, drawn);
        assertTrue(interval.low() <= estimate && estimate <= interval.high());
    }

    @Property(tries = 50)
    void theMeanOfAllGroupsIsDrawnAroundItself(@ForAll @IntRange(min = 1, max = 40) int groups, @ForAll long seed) {
        Interval mean = new Bootstrap(200, seed)
                .intervals(groups, times -> new double[] {mean(times), Double.NaN})
                .get(0)
                .orElseThrow();
        assertEquals((groups - 1) / 2.0, mean.estimate(), 1e-9);
        assertTrue(mean.low() >= 0 && mean.high() <= groups - 1);
    }

    @Test
    void theSameSeedDrawsTheSame() {
        assertEquals(interval(7), interval(7));
        assertTrue(!interval(7).equals(interval(8)));
    }

    @Test
    void aFigureThatCannotBeToldHasNoInterval() {
        assertEquals(List.of(Optional.empty()), new Bootstrap(200, 1).intervals(3, times -> new double[] {Double.NaN}));
    }

    @Test
    void tooFewDrawsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Bootstrap(199, 1));
        assertThrows(IllegalArgumentException.class, () -> new Bootstrap(100_001, 1));
    }

    private static Interval interval(long seed) {
        return new Bootstrap(200, seed)
                .intervals(30, times -> new double[] {mean(times)})
                .get(0)
                .orElseThrow();
    }

    private static double mean(int[] times) {
        double sum = 0;
        for (int group = 0; group < times.length; group++) {
            sum += group * times[group];
        }
        return sum / times.length;
    }
}
