package org.lurewatch.detection.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lurewatch.detection.facts.pay.PayOffer;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

class PayRatiosTest {
    private static final PostingReader READER = new PostingReader(new TriePhraseMatcher(List.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | HK | Dishwasher, evenings, $65 an hour",
                "en-HK | HK | Dishwasher, evenings, $65 an hour",
                "zh-HK | HK | 洗碗工，時薪$65",
                "zh-TW | TW | 門市人員，時薪190元，月薪32,000元",
                "es-MX | MX | Ayudante de cocina, sueldo $2,200 semanales",
                "es-CL | CL | Cocinero, sueldo $700.000 mensuales",
                "fr-MA | MA | Secrétaire, salaire 4 000 dhs par mois",
                "en-GB | GB | Cleaner, 2 hours a week, £13 an hour, cash in hand",
                "de | DE | Verkäufer, Gehalt 2.800 bis 3.200 € brutto im Monat",
                "de-CH | CH | Koch, Lohn CHF 4'200 bis 4'900 im Monat",
                "pl | PL | Operator, 5 000 - 6 500 zł brutto / mies.",
                "hu | HU | Raktáros, havi 420 000 Ft fizetés",
                "cs | CZ | Skladník, 35 000 – 42 000 Kč/měsíc",
                "ro | RO | Vânzător, salariu 4500 lei net pe lună",
                "sv | SE | Lokalvårdare, 28 000 kr i månaden",
                "uk | UA | Продавець, зарплата від 20 000 до 25 000 грн на місяць",
                "ru | RU | Продавец, оклад 65 000 руб. в месяц",
                "kk | KZ | Сатушы, жалақы 200 000 теңге айына",
                "uz | UZ | Sotuvchi, oylik 4-5 mln so'm",
                "ka | GE | გამყიდველი, ხელფასი 1500 ₾ თვეში",
                "en-NZ | NZ | Barista, $27 an hour",
                "en-CA | CA | Cashier, $18 an hour"
            })
    void everydayPayIsNotAboveTypical(String language, String country, String text) {
        double ratio = ratio(language, country, text);
        assertFalse(PayRatios.isAboveTypical(ratio), () -> text + " is " + ratio + " times typical pay");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US | $700 a day",
                "ru | 14500 рублей в день",
                "pl | 4000 zł dziennie",
                "de | 900 € am Tag",
                "uz | kuniga 1 mln so'm",
                "zh-Hant | 保障月薪10到15萬元"
            })
    void whatNobodyPaysIs(String language, String text) {
        assertTrue(PayRatios.isTwiceTypical(ratio(language, null, text)), text);
    }

    @Test
    void aBareSignIsTakenForTheMoneyThatMakesItLeastRemarkable() {
        double bare = ratio("en", null, "$5,000 a month");
        assertTrue(bare > 0);
        assertTrue(bare < ratio("en", null, "US$5,000 a month"));
        assertEquals(ratio("en", null, "HK$5,000 a month"), bare, 1e-9);
    }

    @Test
    void anotherSumOfTheTextSaysWhichMoneyASignMeans() {
        assertEquals(
                ratio("en", null, "US$5,000 a month"),
                ratio("en", null, "US$4,000 a month, after a year $5,000 a month"),
                1e-9);
    }

    @Test
    void theCountrySaysWhichMoneyASignMeansButNotHowMuchThatIs() {
        Map<PostingField, String> here = texts("en", "HK", "$65 an hour");
        Map<PostingField, String> there = texts("en", "AU", "$65 an hour");
        assertEquals("HKD", offer(here).currency());
        assertEquals("AUD", offer(there).currency());
        assertEquals(PayRatios.atHome(offer(here)), PayRatios.atHome(offer(there)));
        assertEquals(null, offer(texts("en", null, "$65 an hour")).currency());
    }

    @Test
    void aPieceHasNoRatioAndASumThatNobodyOffersNeither() {
        assertEquals(0, ratio("pl", null, "500 zł za sztukę"));
        assertEquals(0, ratio("en", null, "salary USD 6000000 a year"));
    }

    private static double ratio(String language, String country, String text) {
        return READER.read(posting(texts(language, country, text))).facts().pay().stream()
                .mapToDouble(offer -> PayRatios.atHome(offer.fact()))
                .max()
                .orElseThrow();
    }

    private static PayOffer offer(Map<PostingField, String> texts) {
        return READER.read(posting(texts)).facts().pay().get(0).fact();
    }

    private static Map<PostingField, String> texts(String language, String country, String text) {
        Map<PostingField, String> texts = new EnumMap<>(PostingField.class);
        texts.put(PostingField.DESCRIPTION, text);
        texts.put(PostingField.IN_LANGUAGE, language);
        if (country != null) {
            texts.put(PostingField.ADDRESS_COUNTRY, country);
        }
        return texts;
    }

    private static JobPosting posting(Map<PostingField, String> texts) {
        return new JobPosting("one", "test", texts, null, null);
    }
}
