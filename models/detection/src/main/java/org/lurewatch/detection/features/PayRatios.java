package org.lurewatch.detection.features;

import org.lurewatch.detection.facts.pay.PayOffer;
import org.lurewatch.detection.facts.pay.Wage;
import org.lurewatch.detection.facts.pay.WageTable;

/** How far offers lie above what is usual. */
public final class PayRatios {
    private static final WageTable WAGES = WageTable.bundled();

    private static final double TWICE_TYPICAL = 2;
    private static final double ABOVE_TYPICAL = 1.2;

    /** Nobody offers as much: such a sum is misread, or counts cents. */
    private static final double NO_PAY = 100;

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
     * An offer over the typical wage, for the same period, of the country whose money it is in. Where its sign can mean
     * several moneys, the one counts that makes it least remarkable; 0 where the text does not say enough, and where the
     * sum is so large that it must be something else than pay. Where the job is plays no part, so that no place can make
     * an offer look better or worse.
     */
    public static double atHome(PayOffer offer) {
        double least = offer.currencies().stream()
                .mapToDouble(currency -> in(offer, currency))
                .min()
                .orElse(0);
        return least < NO_PAY ? least : 0;
    }

    private static double in(PayOffer offer, String currency) {
        return WAGES.homeOf(currency)
                .map(Wage::region)
                .map(region -> WAGES.ratio(offer.in(currency), region).orElse(0))
                .orElse(0.0);
    }
}
