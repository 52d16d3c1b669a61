package org.lurewatch.detection.facts;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/**
 * The countries by which the facts of a posting are understood.
 *
 * @param region two-letter code of the country by which a phone number without a country code is understood, or null
 * @param currency code of the money that "$", "元" and bare figures of a pay field mean, or null
 */
public record FactsLocale(String region, String currency) {
    private static final Set<String> REGIONS = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    /**
     * The locale of two countries.
     *
     * @param region country of the phone numbers; null or unknown where there is none
     * @param home country of the money; null or unknown where there is none
     */
    public static FactsLocale of(String region, String home) {
        return new FactsLocale(known(region), currencyOf(known(home)));
    }

    private static String known(String region) {
        return region != null && REGIONS.contains(region) ? region : null;
    }

    static String currencyOf(String region) {
        if (region == null) {
            return null;
        }
        Currency currency = Currency.getInstance(new Locale("", region));
        return currency == null ? null : currency.getCurrencyCode();
    }
}
