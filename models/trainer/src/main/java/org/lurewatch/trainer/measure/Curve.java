package org.lurewatch.trainer.measure;

/**
 * How well scores order scams before honest postings.
 *
 * @param averagePrecision over the scams, honest postings weighted to the base rate asked for
 * @param recallAt1Percent share of scams over the score that at most 1 % of honest postings reach
 * @param recallAt01Percent the same for 0.1 %
 * @param scams how many scams
 * @param honest how many honest postings
 */
public record Curve(
        double averagePrecision, double recallAt1Percent, double recallAt01Percent, int scams, int honest) {}
