package org.lurewatch.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.facts.PostingFacts;
import org.lurewatch.detection.facts.pay.PayOffer;
import org.lurewatch.detection.facts.pay.Wage;
import org.lurewatch.detection.facts.pay.WageTable;
import org.lurewatch.detection.facts.words.PayPeriod;
import org.lurewatch.detection.features.PayRatios;

/**
 * An offer beside the usual wage of the country whose money it is in. Where its sign can mean several moneys, it is the
 * one that makes it least remarkable, as the score has it.
 *
 * @param offer what is offered, a sentence
 * @param usual what is usual, a sentence
 * @param ratio one over the other, a sentence
 * @param remarkable whether the offer is above what is usual
 */
public record PayComparison(String offer, String usual, String ratio, boolean remarkable) {
    private static final WageTable WAGES = WageTable.bundled();
    private static final int MOST = 3;

    /** An offer in one of the moneys that it may be in. */
    private record Reading(PayOffer offer, Wage wage, double ratio) {}

    /** The highest offers of a posting, the highest first; none that is too large to be pay. */
    static List<PayComparison> of(PostingFacts facts, PageWords words) {
        List<Reading> readings = new ArrayList<>();
        for (Placed<PayOffer> placed : facts.pay()) {
            if (PayRatios.atHome(placed.fact()) > 0) {
                least(placed.fact()).ifPresent(readings::add);
            }
        }
        return readings.stream()
                .sorted(Comparator.comparingDouble(Reading::ratio).reversed())
                .map(reading -> of(reading, words))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Optional<Reading> least(PayOffer offer) {
        return offer.currencies().stream()
                .flatMap(currency -> in(offer, currency).stream())
                .min(Comparator.comparingDouble(Reading::ratio));
    }

    private static Optional<Reading> in(PayOffer offer, String currency) {
        Optional<Wage> wage = WAGES.homeOf(currency);
        PayOffer read = offer.in(currency);
        OptionalDouble ratio = wage.isPresent() ? WAGES.ratio(read, wage.get().region()) : OptionalDouble.empty();
        return ratio.isPresent() ? Optional.of(new Reading(read, wage.get(), ratio.getAsDouble())) : Optional.empty();
    }

    private static PayComparison of(Reading reading, PageWords words) {
        PayOffer offer = reading.offer();
        Wage wage = reading.wage();
        String most = words.money(offer.max(), offer.currency());
        String amount = offer.min() < offer.max() ? words.money(offer.min(), offer.currency()) + " – " + most : most;
        String period = offer.period() == PayPeriod.UNKNOWN || offer.period() == PayPeriod.TASK
                ? "other"
                : offer.period().name().toLowerCase(Locale.ROOT);
        boolean remarkable = PayRatios.isAboveTypical(reading.ratio());
        return new PayComparison(
                words.say("pay.offer", "amount", amount, "period", period),
                words.say(
                        "pay.usual",
                        "country",
                        words.country(wage.region()),
                        "amount",
                        words.money(wage.monthlyTypical(), wage.currency())),
                remarkable
                        ? words.say("pay.ratio", "ratio", words.number(reading.ratio()))
                        : words.say("pay.ratio.below"),
                remarkable);
    }
}
