package org.lurewatch.detection.facts.pay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lurewatch.detection.facts.words.PayPeriod;
import org.lurewatch.detection.text.JarTable;

/** Usual wages by country, to show how far an offer lies above them. */
public final class WageTable {
    private static final List<String> COLUMNS =
            List.of("country", "region", "currency", "monthly_low", "monthly_typical", "units_per_dollar", "source");
    /** From this many typical monthly wages on, a sum without a period is read as pay for a year. */
    private static final double READS_AS_A_YEAR = 6;
    /**
     * Below this share of a typical monthly wage, a sum without a period is read as pay for an hour or a day, which is
     * no sign of anything.
     */
    private static final double READS_AS_A_SHIFT = 0.15;

    private static final double UNITS_PER_DOLLAR_OF_A_DOLLAR = 1;

    private final Map<String, Wage> byRegion;
    private final Map<String, Wage> byName;
    private final Map<String, Wage> byCurrency;

    private WageTable(List<Wage> wages) {
        Map<String, Wage> regions = new LinkedHashMap<>();
        Map<String, Wage> names = new LinkedHashMap<>();
        Map<String, Wage> currencies = new LinkedHashMap<>();
        for (Wage wage : wages) {
            regions.put(wage.region(), wage);
            names.put(wage.country().toLowerCase(Locale.ROOT), wage);
        }
        // The dollar is spent in many countries, but at home in one. Other moneys of several countries are compared
        // where
        // wages are highest, so that no offer looks better than it is.
        wages.stream()
                .filter(wage -> !wage.currency().equals("USD") || wage.region().equals("US"))
                .forEach(wage -> currencies.merge(
                        wage.currency(),
                        wage,
                        (one, other) -> one.monthlyTypical() < other.monthlyTypical() ? other : one));
        byRegion = Collections.unmodifiableMap(regions);
        byName = Collections.unmodifiableMap(names);
        byCurrency = Collections.unmodifiableMap(currencies);
    }

    /** The table that comes with Lurewatch. */
    public static WageTable bundled() {
        return JarTable.parsed(WageTable.class, "wages.tsv", WageTable::parse);
    }

    /**
     * Reads a table: tab-separated, with the header {@code country, region, currency, monthly_low, monthly_typical,
     * units_per_dollar, source}.
     *
     * @param problems receives one sentence for each fault, with its line and column
     */
    public static WageTable parse(String text, List<String> problems) {
        String[] lines = text.split("\n", -1);
        if (!lines[0].strip().equals(String.join("\t", COLUMNS))) {
            problems.add("wages line 1: the header must read " + String.join(", ", COLUMNS));
        }
        Map<String, Wage> wages = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                Line line = new Line(i + 1, lines[i].split("\t", -1), problems);
                line.wage().ifPresent(wage -> line.refuseTwice(wages.putIfAbsent(wage.region(), wage)));
            }
        }
        return new WageTable(new ArrayList<>(wages.values()));
    }

    public Collection<Wage> wages() {
        return byRegion.values();
    }

    /** The wage of a country, by two-letter code or English name in any case. */
    public Optional<Wage> of(String country) {
        if (country == null) {
            return Optional.empty();
        }
        String name = country.strip();
        Wage wage = byRegion.get(name.toUpperCase(Locale.ROOT));
        return Optional.ofNullable(wage == null ? byName.get(name.toLowerCase(Locale.ROOT)) : wage);
    }

    /** The wage of the country whose own money this is. */
    public Optional<Wage> homeOf(String currency) {
        return Optional.ofNullable(currency == null ? null : byCurrency.get(currency));
    }

    /** A sum in US dollars; empty for a currency that no country of the table has. */
    public OptionalDouble dollars(double sum, String currency) {
        OptionalDouble rate = unitsPerDollar(currency);
        return rate.isPresent() ? OptionalDouble.of(sum / rate.getAsDouble()) : rate;
    }

    private OptionalDouble unitsPerDollar(String currency) {
        if ("USD".equals(currency)) {
            return OptionalDouble.of(UNITS_PER_DOLLAR_OF_A_DOLLAR);
        }
        return homeOf(currency).stream().mapToDouble(Wage::unitsPerDollar).findFirst();
    }

    /**
     * The upper end of an offer, in typical monthly wages of the country. An offer without currency is taken to be in
     * the country's; one without period is taken in the way that makes it least remarkable.
     *
     * @param country two-letter code or English name
     * @return empty where the offer is for a task, or country or currency are not in the table
     */
    public OptionalDouble ratio(PayOffer offer, String country) {
        Optional<Wage> wage = of(country);
        if (wage.isEmpty() || offer.period() == PayPeriod.TASK) {
            return OptionalDouble.empty();
        }
        String currency = offer.currency() == null ? wage.get().currency() : offer.currency();
        OptionalDouble rate = unitsPerDollar(currency);
        if (rate.isEmpty()) {
            return OptionalDouble.empty();
        }
        double sum = offer.hasMonthly() ? offer.monthlyMax() : offer.max();
        double months = sum
                / rate.getAsDouble()
                * wage.get().unitsPerDollar()
                / wage.get().monthlyTypical();
        return OptionalDouble.of(offer.hasMonthly() ? months : leastRemarkable(months));
    }

    private static double leastRemarkable(double months) {
        if (months >= READS_AS_A_YEAR) {
            return months / 12;
        }
        return months < READS_AS_A_SHIFT ? Math.min(1, months * PayPeriod.DAY.perMonth()) : months;
    }

    /** One line of the table, with its faults. */
    private record Line(int number, String[] cells, List<String> problems) {

        Optional<Wage> wage() {
            if (cells.length != COLUMNS.size()) {
                problems.add("wages line " + number + ": " + COLUMNS.size() + " columns are needed, but there are "
                        + cells.length);
                return Optional.empty();
            }
            int before = problems.size();
            text(0, "[^\\t]+", "a name");
            text(1, "[A-Z]{2}", "a two-letter country code");
            text(2, "[A-Z]{3}", "a three-letter currency code");
            double low = amount(3);
            double typical = amount(4);
            double rate = amount(5);
            text(6, "[^\\t]+", "a source");
            if (low > typical) {
                fault(3, "the low wage must not exceed the typical one");
            }
            return problems.size() > before
                    ? Optional.empty()
                    : Optional.of(new Wage(cells[0], cells[1], cells[2], low, typical, rate, cells[6].strip()));
        }

        void refuseTwice(Wage earlier) {
            if (earlier != null) {
                fault(1, "the country " + earlier.region() + " is listed twice");
            }
        }

        private void text(int column, String form, String needed) {
            if (!cells[column].matches(form)) {
                fault(column, needed + " is needed, not '" + cells[column] + "'");
            }
        }

        private double amount(int column) {
            try {
                double value = Double.parseDouble(cells[column]);
                if (value > 0 && value < 1e12) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                // falls through to the one message for both
            }
            fault(column, "a number above 0 is needed, not '" + cells[column] + "'");
            return Double.NaN;
        }

        private void fault(int column, String message) {
            problems.add(
                    "wages line " + number + ", column " + (column + 1) + " (" + COLUMNS.get(column) + "): " + message);
        }
    }
}
