package org.lurewatch.cli.terminal;

import java.util.Locale;

/** What a score means, in words. */
public final class ScoreText {
    private static final double NEARLY = 1.5;

    private ScoreText() {}

    /**
     * Such as {@code 8 in 1,000: 12 times the usual share}.
     *
     * @param score probability of a scam, 0 to 1
     * @param baseRate share of scams among all adverts, 0 to 1
     */
    public static String of(double score, double baseRate) {
        return share(score) + ": " + comparison(score / baseRate);
    }

    /** Such as {@code 8 in 1,000}. */
    public static String share(double probability) {
        double inThousand = 1_000 * probability;
        if (inThousand < 0.1) {
            return "fewer than 0.1 in 1,000";
        }
        return String.format(Locale.ROOT, inThousand < 0.995 ? "%.2g in 1,000" : "%.0f in 1,000", inThousand);
    }

    private static String comparison(double ratio) {
        if (ratio >= NEARLY) {
            return String.format(Locale.ROOT, "%,.0f times the usual share", ratio);
        }
        return ratio > 1 / NEARLY ? "about the usual share" : "less than the usual share";
    }
}
