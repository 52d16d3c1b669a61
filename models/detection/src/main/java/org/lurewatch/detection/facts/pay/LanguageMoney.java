package org.lurewatch.detection.facts.pay;

import java.util.List;
import java.util.Map;

/** The moneys of the countries where a language is spoken, by its tag. */
public final class LanguageMoney {
    private static final List<String> EURO = List.of("EUR");

    private static final Map<String, List<String>> BY_LANGUAGE = Map.ofEntries(
            Map.entry("am", List.of("ETB")),
            Map.entry(
                    "ar", List.of("AED", "SAR", "QAR", "KWD", "BHD", "OMR", "JOD", "IQD", "EGP", "MAD", "TND", "YER")),
            Map.entry("az", List.of("AZN")),
            Map.entry("bg", List.of("BGN", "EUR")),
            Map.entry("bn", List.of("BDT", "INR")),
            Map.entry("cs", List.of("CZK")),
            Map.entry("da", List.of("DKK")),
            Map.entry("de", List.of("EUR", "CHF")),
            Map.entry("el", EURO),
            Map.entry(
                    "en", List.of("USD", "GBP", "AUD", "CAD", "NZD", "SGD", "HKD", "INR", "PKR", "NPR", "LKR", "PHP")),
            Map.entry("es", List.of("EUR", "MXN", "COP", "CLP", "ARS", "PEN", "USD")),
            Map.entry("fa", List.of("IRR", "IRT")),
            Map.entry("fi", EURO),
            Map.entry("fil", List.of("PHP")),
            Map.entry("fr", List.of("EUR", "CHF", "CAD", "MAD", "TND", "XOF")),
            Map.entry("he", List.of("ILS")),
            Map.entry("hi", List.of("INR")),
            Map.entry("hr", EURO),
            Map.entry("hu", List.of("HUF")),
            Map.entry("hy", List.of("AMD")),
            Map.entry("id", List.of("IDR")),
            Map.entry("is", List.of("ISK")),
            Map.entry("it", List.of("EUR", "CHF")),
            Map.entry("ja", List.of("JPY")),
            Map.entry("ka", List.of("GEL")),
            Map.entry("kk", List.of("KZT")),
            Map.entry("km", List.of("KHR")),
            Map.entry("ko", List.of("KRW")),
            Map.entry("ky", List.of("KGS")),
            Map.entry("lo", List.of("LAK")),
            Map.entry("mn", List.of("MNT")),
            Map.entry("ms", List.of("MYR")),
            Map.entry("my", List.of("MMK")),
            Map.entry("nb", List.of("NOK")),
            Map.entry("ne", List.of("NPR")),
            Map.entry("nl", EURO),
            Map.entry("no", List.of("NOK")),
            Map.entry("pl", List.of("PLN")),
            Map.entry("pt", List.of("BRL", "EUR")),
            Map.entry("ro", List.of("RON", "MDL")),
            Map.entry("ru", List.of("RUB")),
            Map.entry("si", List.of("LKR")),
            Map.entry("sk", EURO),
            Map.entry("sr", List.of("RSD")),
            Map.entry("sv", List.of("SEK")),
            Map.entry("th", List.of("THB")),
            Map.entry("tr", List.of("TRY")),
            Map.entry("uk", List.of("UAH")),
            Map.entry("ur", List.of("PKR")),
            Map.entry("uz", List.of("UZS")),
            Map.entry("vi", List.of("VND")),
            Map.entry("zh", List.of("CNY", "TWD", "HKD", "SGD", "MYR", "MOP")),
            Map.entry("zh-hans", List.of("CNY")),
            Map.entry("zh-hant", List.of("TWD", "HKD", "MOP")));

    private LanguageMoney() {}

    /** Codes of its moneys, the one that most mean first; empty for a language that is not known. */
    public static List<String> of(String language) {
        return BY_LANGUAGE.getOrDefault(language, List.of());
    }
}
