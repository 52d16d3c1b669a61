package org.lurewatch.detection.facts;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lurewatch.detection.facts.pay.LocalMoney;

/**
 * The countries by which the facts of a posting are understood.
 *
 * @param region two-letter code of the country by which a phone number without a country code is understood, or null
 * @param money what "$", "元" and other signs of several moneys mean
 */
public record FactsLocale(String region, LocalMoney money) {
    private static final Set<String> REGIONS = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    /**
     * The locale of two countries.
     *
     * @param region country of the phone numbers; null or unknown where there is none
     * @param home country of the money; null or unknown where there is none
     */
    public static FactsLocale of(String region, String home) {
        return new FactsLocale(known(region), LocalMoney.of(currencyOf(known(home))));
    }

    /**
     * The locale of a posting.
     *
     * @param region its country; null or unknown where there is none
     * @param spoken codes of the moneys of its language
     */
    public static FactsLocale of(String region, List<String> spoken) {
        String known = known(region);
        return new FactsLocale(known, new LocalMoney(currencyOf(known), spoken));
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
