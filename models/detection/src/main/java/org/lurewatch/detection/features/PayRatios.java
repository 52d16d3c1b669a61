package org.lurewatch.detection.features;

import org.lurewatch.detection.facts.pay.PayOffer;
import org.lurewatch.detection.facts.pay.Wage;
import org.lurewatch.detection.facts.pay.WageTable;

/** How far offers lie above what is usual. */
public final class PayRatios {
    private static final WageTable WAGES = WageTable.bundled();

    private static final double TWICE_TYPICAL = 2;
    private static final double ABOVE_TYPICAL = 1.2;

    private PayRatios() {}

    /** Whether an offer over typical pay, such as {@link #atHome}, is remarkable by itself. */
    public static boolean isTwiceTypical(double ratio) {
        return ratio >= TWICE_TYPICAL;
    }

    /** Whether it is worth a mention. */
    public static boolean isAboveTypical(double ratio) {
        return ratio >= ABOVE_TYPICAL;
    }

    /**
     * An offer over the typical wage of the country whose money it is in, by the month; 0 where the text does not say
     * enough. Where the job is plays no part, so that no place can make an offer look better or worse.
     */
    public static double atHome(PayOffer offer) {
        return WAGES.homeOf(offer.currency())
                .map(Wage::region)
                .map(region -> WAGES.ratio(offer, region).orElse(0))
                .orElse(0.0);
    }
}
