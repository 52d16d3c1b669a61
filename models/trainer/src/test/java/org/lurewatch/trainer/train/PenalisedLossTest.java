package org.lurewatch.trainer.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PenalisedLossTest {
    private static final int COLUMNS = 6;
    private static final double TOLERANCE = 1e-10;
    private static final int MOST_STEPS = 500;

    @Property(tries = 100)
    void theGradientIsTheSlopeOfTheLoss(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @DoubleRange(max = 5) double size) {
        Random random = new Random(seed);
        PenalisedLoss loss = new PenalisedLoss(COLUMNS, 0.3);
        fill(loss, rows, random);
        double[] at =
                random.doubles(COLUMNS + 1, -1, 1).map(value -> value * size).toArray();
        double[] gradient = new double[COLUMNS + 1];

        double value = loss.g(at, gradient);

        assertEquals(loss.f(at), value, 1e-9 * Math.max(1, value));
        double step = 1e-5;
        for (int i = 0; i <= COLUMNS; i++) {
            double slope = (loss.f(moved(at, i, step)) - loss.f(moved(at, i, -step))) / (2 * step);
            assertEquals(slope, gradient[i], 1e-4 * Math.max(1, Math.abs(slope)), "coefficient " + i);
        }
    }

    @Property(tries = 30)
    void aWeightCountsLikeSoManyCopies(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int copies) {
        PenalisedLoss weighted = new PenalisedLoss(COLUMNS, 0.3);
        PenalisedLoss copied = new PenalisedLoss(COLUMNS, 0.3);
        Random random = new Random(seed);
        for (int row = 0; row < 20; row++) {
            int times = row % 2 == 0 ? copies : 1;
            long ofRow = random.nextLong();
            addRow(weighted, times, new Random(ofRow));
            for (int i = 0; i < times; i++) {
                addRow(copied, 1, new Random(ofRow));
            }
        }
        double[] at = new Random(seed).doubles(COLUMNS + 1, -2, 2).toArray();
        assertEquals(copied.f(at), weighted.f(at), 1e-9 * copied.f(at));
        assertArrayEquals(copied.minimise(TOLERANCE, MOST_STEPS), weighted.minimise(TOLERANCE, MOST_STEPS), 1e-4);
    }

    @Test
    void aRowOfNoWeightTeachesNothing() {
        PenalisedLoss with = new PenalisedLoss(1, 0.3);
        PenalisedLoss without = new PenalisedLoss(1, 0.3);
        for (PenalisedLoss loss : new PenalisedLoss[] {with, without}) {
            add(loss, 1, true, 1, 0);
            add(loss, 0, false, 1, 0);
        }
        add(with, 1, false, 0, 0);
        assertArrayEquals(without.minimise(TOLERANCE, MOST_STEPS), with.minimise(TOLERANCE, MOST_STEPS), 1e-9);
    }

    @Test
    void theInterceptIsNotHeldTowardsNought() {
        PenalisedLoss loss = new PenalisedLoss(1, 1e6);
        add(loss, 1, true, 3, 0);
        add(loss, 1, false, 1, 0);
        double[] fitted = loss.minimise(TOLERANCE, MOST_STEPS);
        assertEquals(0, fitted[0], 1e-4);
        assertEquals(Math.log(3), fitted[1], 1e-4);
    }

    @Test
    void whatAnOffsetExplainsIsNotLearntAgain() {
        PenalisedLoss plain = new PenalisedLoss(1, 0.1);
        PenalisedLoss expected = new PenalisedLoss(1, 0.1);
        for (PenalisedLoss loss : new PenalisedLoss[] {plain, expected}) {
            double offset = loss == expected ? 2 : 0;
            add(loss, 1, true, 30, offset);
            add(loss, 1, false, 4, offset);
            add(loss, 0, true, 5, 0);
            add(loss, 0, false, 5, 0);
        }
        double[] learnt = plain.minimise(TOLERANCE, MOST_STEPS);
        double[] beside = expected.minimise(TOLERANCE, MOST_STEPS);
        assertEquals(Math.log(30 / 4.0), learnt[0] + learnt[1], 0.1);
        assertTrue(Math.abs(beside[0]) < 0.1, "nearly all was expected: " + beside[0]);
        assertEquals(learnt[0] + learnt[1], 2 + beside[0] + beside[1], 0.1);
    }

    @Test
    void theSameOffsetEverywhereMovesTheInterceptAlone() {
        PenalisedLoss plain = new PenalisedLoss(COLUMNS, 0.3);
        PenalisedLoss moved = new PenalisedLoss(COLUMNS, 0.3);
        for (int row = 0; row < 50; row++) {
            addRow(plain, 1, new Random(row), 0);
            addRow(moved, 1, new Random(row), 1.5);
        }
        double[] one = plain.minimise(TOLERANCE, MOST_STEPS);
        double[] other = moved.minimise(TOLERANCE, MOST_STEPS);
        other[COLUMNS] += 1.5;
        assertArrayEquals(one, other, 1e-4);
    }

    @Test
    void aHighPenaltyHoldsCoefficientsLow() {
        double last = Double.POSITIVE_INFINITY;
        for (double penalty : new double[] {0.01, 0.1, 1, 10}) {
            PenalisedLoss loss = new PenalisedLoss(1, penalty);
            add(loss, 1, true, 10, 0);
            add(loss, 0, false, 10, 0);
            double fitted = loss.minimise(TOLERANCE, MOST_STEPS)[0];
            assertTrue(fitted > 0 && fitted < last, penalty + ": " + fitted);
            last = fitted;
        }
    }

    @Test
    void hugeMarginsNeitherOverflowNorLoseTheLoss() {
        PenalisedLoss loss = new PenalisedLoss(1, 0);
        add(loss, 1, true, 1, 0);
        assertEquals(1000, loss.f(new double[] {-1000, 0}), 1e-9);
        assertEquals(0, loss.f(new double[] {1000, 0}), 1e-9);
        double[] gradient = new double[2];
        loss.g(new double[] {-1000, 0}, gradient);
        assertArrayEquals(new double[] {-1, -1}, gradient, 1e-9);
    }

    @Test
    void manyRowsAndEntriesAreKept() {
        PenalisedLoss loss = new PenalisedLoss(1, 0);
        for (int row = 0; row < 100_000; row++) {
            add(loss, 1, true, 1, 0);
        }
        assertEquals(100_000 * Math.log(2), loss.f(new double[2]), 1e-6);
    }

    private static double[] moved(double[] at, int coefficient, double step) {
        double[] moved = at.clone();
        moved[coefficient] += step;
        return moved;
    }

    private static void add(PenalisedLoss loss, double value, boolean positive, double weight, double offset) {
        loss.add(0, value);
        loss.endRow(positive, weight, offset);
    }

    private static void fill(PenalisedLoss loss, int rows, Random random) {
        for (int row = 0; row < rows; row++) {
            addRow(loss, random.nextDouble() * 3, random, random.nextGaussian());
        }
    }

    private static void addRow(PenalisedLoss loss, double weight, Random random) {
        addRow(loss, weight, random, random.nextGaussian());
    }

    private static void addRow(PenalisedLoss loss, double weight, Random random, double offset) {
        for (int column = 0; column < COLUMNS; column++) {
            if (random.nextBoolean()) {
                loss.add(column, random.nextGaussian());
            }
        }
        loss.endRow(random.nextBoolean(), weight, offset);
    }
}
