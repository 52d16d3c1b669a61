package org.lurewatch.detection.features;

import org.lurewatch.detection.facts.PayOffer;
import org.lurewatch.detection.facts.Wage;
import org.lurewatch.detection.facts.WageTable;

/** How far offers lie above what is usual. */
public final class PayRatios {
    private static final WageTable WAGES = WageTable.bundled();

    private PayRatios() {}

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
