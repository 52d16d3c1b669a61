package org.lurewatch.detection.facts.words;

/** The time, or the piece of work, that an amount is offered for. */
public enum PayPeriod {
    HOUR(173),
    DAY(22),
    WEEK(4.33),
    MONTH(1),
    YEAR(1.0 / 12),
    /** A task, an order, a shipment, an account: nobody can say how many there are in a month. */
    TASK(Double.NaN),
    /** Not stated. */
    UNKNOWN(Double.NaN);

    private final double perMonth;

    PayPeriod(double perMonth) {
        this.perMonth = perMonth;
    }

    /** Full-time periods in a month; NaN where the text does not say. */
    public double perMonth() {
        return perMonth;
    }
}
