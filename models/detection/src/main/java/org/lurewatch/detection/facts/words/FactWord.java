package org.lurewatch.detection.facts.words;

import java.util.List;

/**
 * A word of the table with all that its lines say of it.
 *
 * @param text its comparable form
 * @param roles bits of {@link Role}
 * @param currencies codes, the one that stands without a country first; an empty first code stands for none
 * @param number multiplier or value
 * @param period for periods, times and pay words; UNKNOWN where none is named
 * @param kind for contacts
 * @param sex for sexes
 * @param language tag of the only language that the table names for it, or "-"
 */
public record FactWord(
        String text,
        long roles,
        List<String> currencies,
        double number,
        PayPeriod period,
        ContactKind kind,
        Sex sex,
        String language) {

    public FactWord {
        currencies = List.copyOf(currencies);
    }

    public boolean is(Role role) {
        return (roles & (1L << role.bit())) != 0;
    }

    /** Whether the currency depends on the country. */
    public boolean ambiguous() {
        return currencies.size() > 1;
    }
}
