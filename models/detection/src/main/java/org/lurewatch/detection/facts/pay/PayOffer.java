package org.lurewatch.detection.facts.pay;

import java.util.List;
import java.util.Objects;
import org.lurewatch.detection.facts.words.Marks;
import org.lurewatch.detection.facts.words.PayPeriod;

/**
 * An amount that a posting offers for work.
 *
 * @param min lower end as written, multipliers applied; equal to {@code max} for a single figure
 * @param max upper end
 * @param currency ISO 4217 code, or IRT for Iran's toman; null where it is open
 * @param currencies what the sign beside it can mean in the language of the text, wherever the job is; empty where there
 *     is no sign
 * @param period what it is paid for
 * @param monthlyMin {@code min} for a month of full-time work; NaN where the period is a task or not stated
 * @param monthlyMax {@code max} for a month of full-time work; NaN where the period is a task or not stated
 * @param start first unit in the comparable text
 * @param end one past the last unit in the comparable text
 */
public record PayOffer(
        double min,
        double max,
        String currency,
        List<String> currencies,
        PayPeriod period,
        double monthlyMin,
        double monthlyMax,
        int start,
        int end) {

    public PayOffer {
        Objects.requireNonNull(period, "period");
        currencies = List.copyOf(currencies);
        if (!(min >= 0 && min <= max)) {
            throw new IllegalArgumentException("an offer runs from a lower to an upper end, not " + min + " to " + max);
        }
    }

    static PayOffer of(double min, double max, String currency, PayPeriod period, int start, int end) {
        return of(min, max, currency, currency == null ? List.of() : List.of(currency), period, start, end);
    }

    static PayOffer of(
            double min, double max, String currency, List<String> currencies, PayPeriod period, int start, int end) {
        return new PayOffer(
                min, max, currency, currencies, period, min * period.perMonth(), max * period.perMonth(), start, end);
    }

    /** The same figures in this money. */
    public PayOffer in(String other) {
        return of(min, max, other, period, start, end);
    }

    PayOffer paidFor(PayPeriod other) {
        return of(min, max, currency, currencies, other, start, end);
    }

    /** Whether the text lets the offer be read as pay for a month. */
    public boolean hasMonthly() {
        return !Double.isNaN(monthlyMax);
    }

    /**
     * The offers of a comparable text, in reading order.
     *
     * @param payField whether the text is a salary field, where a bare figure is pay
     * @param local by which "$", "元" and other signs of several moneys are understood
     */
    public static List<PayOffer> read(Marks marks, boolean payField, LocalMoney local) {
        return PayReader.read(marks, payField, local);
    }
}
