package org.lurewatch.trainer.train;

import org.lurewatch.trainer.data.Sample;

/**
 * Assigns groups to folds, so that near-duplicates never stand on both sides of a split. The fold of a group depends
 * only on its name and the seed.
 *
 * @param count how many folds
 * @param seed another seed gives another assignment
 */
public record Folds(int count, long seed) {
    public Folds {
        if (count < 2) {
            throw new IllegalArgumentException("at least 2 folds are needed, not " + count);
        }
    }

    /** The number of the fold, from 0. */
    public int of(Example example) {
        return of(example.sample());
    }

    /** The number of the fold, from 0. */
    public int of(Sample sample) {
        long mixed = (sample.labelled().group().hashCode() + seed * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return (int) Long.remainderUnsigned(mixed ^ mixed >>> 31, count);
    }
}
