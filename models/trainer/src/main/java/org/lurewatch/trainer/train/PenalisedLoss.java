package org.lurewatch.trainer.train;

import smile.math.BFGS;
import smile.math.DifferentiableMultivariateFunction;
import smile.util.DoubleArrayList;
import smile.util.IntArrayList;

/**
 * The loss of a logistic regression over sparse rows with weights and offsets, minimised by Smile's BFGS, whose own
 * regression knows neither. All coefficients but the last, the intercept, are held towards 0.
 */
final class PenalisedLoss implements DifferentiableMultivariateFunction {
    private static final int REMEMBERED_STEPS = 6;

    private final int columns;
    private final double penalty;
    private final IntArrayList ends = new IntArrayList();
    private final DoubleArrayList signs = new DoubleArrayList();
    private final DoubleArrayList weights = new DoubleArrayList();
    private final DoubleArrayList offsets = new DoubleArrayList();
    private final IntArrayList indices = new IntArrayList();
    private final DoubleArrayList values = new DoubleArrayList();

    /**
     * An empty loss.
     *
     * @param columns how many coefficients there are beside the intercept
     * @param penalty half of it times the sum of their squares is added to the loss
     */
    PenalisedLoss(int columns, double penalty) {
        this.columns = columns;
        this.penalty = penalty;
    }

    /** Adds an entry to the row that {@link #endRow} will end. */
    void add(int column, double value) {
        indices.add(column);
        values.add(value);
    }

    /**
     * Ends a row.
     *
     * @param positive its label
     * @param weight how often it counts
     * @param offset log-odds that are added whatever the coefficients
     */
    void endRow(boolean positive, double weight, double offset) {
        ends.add(indices.size());
        signs.add(positive ? 1 : -1);
        weights.add(weight);
        offsets.add(offset);
    }

    /** The coefficients of least loss, the intercept last. */
    double[] minimise(double tolerance, int mostSteps) {
        double[] coefficients = new double[columns + 1];
        BFGS.minimize(this, REMEMBERED_STEPS, coefficients, tolerance, mostSteps);
        return coefficients;
    }

    @Override
    public double f(double[] coefficients) {
        double loss = penalty(coefficients);
        int from = 0;
        for (int row = 0; row < ends.size(); row++) {
            double margin = signs.get(row) * logit(row, from, coefficients);
            loss += weights.get(row) * (Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(0, -margin));
            from = ends.get(row);
        }
        return loss;
    }

    @Override
    public double g(double[] coefficients, double[] gradient) {
        double loss = penalty(coefficients);
        for (int i = 0; i < columns; i++) {
            gradient[i] = penalty * coefficients[i];
        }
        gradient[columns] = 0;
        int from = 0;
        for (int row = 0; row < ends.size(); row++) {
            double margin = signs.get(row) * logit(row, from, coefficients);
            double small = Math.exp(-Math.abs(margin));
            loss += weights.get(row) * (Math.log1p(small) + Math.max(0, -margin));
            double wrong = (margin > 0 ? small : 1) / (1 + small);
            double step = -weights.get(row) * signs.get(row) * wrong;
            for (int i = from; i < ends.get(row); i++) {
                gradient[indices.get(i)] += step * values.get(i);
            }
            gradient[columns] += step;
            from = ends.get(row);
        }
        return loss;
    }

    private double logit(int row, int from, double[] coefficients) {
        double sum = coefficients[columns] + offsets.get(row);
        for (int i = from; i < ends.get(row); i++) {
            sum += values.get(i) * coefficients[indices.get(i)];
        }
        return sum;
    }

    private double penalty(double[] coefficients) {
        double squares = 0;
        for (int i = 0; i < columns; i++) {
            squares += coefficients[i] * coefficients[i];
        }
        return penalty / 2 * squares;
    }
}
