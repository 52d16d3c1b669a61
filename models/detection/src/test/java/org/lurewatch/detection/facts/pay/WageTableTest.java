package org.lurewatch.detection.facts.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.facts.words.PayPeriod;

class WageTableTest {
    private static final String HEADER =
            "country\tregion\tcurrency\tmonthly_low\tmonthly_typical\tunits_per_dollar\tsource\n";
    private static final WageTable WAGES = WageTable.bundled();

    @Test
    void findsACountryByCodeAndByName() {
        assertEquals("THB", WAGES.of("th").orElseThrow().currency());
        assertEquals("TH", WAGES.of(" Thailand ").orElseThrow().region());
        assertTrue(WAGES.of("Atlantis").isEmpty());
        assertTrue(WAGES.of(null).isEmpty());
    }

    @Test
    void knowsWhereMoneyIsAtHome() {
        assertEquals("US", WAGES.homeOf("USD").orElseThrow().region());
        assertEquals("TW", WAGES.homeOf("TWD").orElseThrow().region());
        assertTrue(WAGES.homeOf(null).isEmpty());
    }

    @Test
    void comparesAnOfferWithTypicalWages() {
        PayOffer offer = PayOffer.of(80_000, 100_000, "TWD", PayPeriod.MONTH, 0, 1);
        assertEquals(2.2, WAGES.ratio(offer, "TW").orElseThrow(), 0.01);
    }

    @Test
    void convertsBetweenCurrencies() {
        PayOffer offer = PayOffer.of(1100, 1100, "USD", PayPeriod.MONTH, 0, 1);
        assertEquals(1.65, WAGES.ratio(offer, "Malaysia").orElseThrow(), 0.01);
        assertEquals(1000, WAGES.dollars(35_000, "THB").orElseThrow(), 0.01);
        assertTrue(WAGES.dollars(1, "XXX").isEmpty());
    }

    @Test
    void anOfferWithoutCurrencyIsInTheMoneyOfTheCountry() {
        PayOffer offer = PayOffer.of(31_400, 31_400, null, PayPeriod.MONTH, 0, 1);
        assertEquals(2, WAGES.ratio(offer, "TH").orElseThrow(), 0.01);
    }

    @Test
    void anOfferWithoutPeriodIsTakenInTheLeastRemarkableWay() {
        PayOffer yearly = PayOffer.of(42_840, 42_840, "USD", PayPeriod.UNKNOWN, 0, 1);
        assertEquals(1, WAGES.ratio(yearly, "US").orElseThrow(), 0.01);
        PayOffer monthly = PayOffer.of(7140, 7140, "USD", PayPeriod.UNKNOWN, 0, 1);
        assertEquals(2, WAGES.ratio(monthly, "US").orElseThrow(), 0.01);
        PayOffer hourly = PayOffer.of(20, 20, "USD", PayPeriod.UNKNOWN, 0, 1);
        assertTrue(WAGES.ratio(hourly, "US").orElseThrow() <= 1);
    }

    @Test
    void aTaskHasNoRatio() {
        PayOffer offer = PayOffer.of(50, 50, "USD", PayPeriod.TASK, 0, 1);
        assertEquals(OptionalDouble.empty(), WAGES.ratio(offer, "US"));
    }

    @Test
    void everyCountryHasASource() {
        assertTrue(WAGES.wages().size() >= 25);
        assertTrue(WAGES.wages().stream().noneMatch(wage -> wage.source().isBlank()));
    }

    @Test
    void namesLineAndColumnOfEveryFaultAndKeepsTheGoodLines() {
        List<String> problems = new ArrayList<>();
        WageTable table = WageTable.parse(
                HEADER
                        + "Thailand\tTH\tTHB\t9000\t15700\t35\ta survey\n"
                        + "Nowhere\tnw\tTHB\t9000\tmuch\t35\ta survey\n"
                        + "Laos\tLA\tLAK\n"
                        + "Siam\tTH\tTHB\t9000\t15700\t35\ta survey\n"
                        + "Malaysia\tMY\tMYR\t3000\t2864\t4.3\t\n"
                        + "Vietnam\tVN\tVND\t4960000\t7700000\t25300\ta survey\n",
                problems);
        assertEquals(
                List.of(
                        "wages line 3, column 2 (region): a two-letter country code is needed, not 'nw'",
                        "wages line 3, column 5 (monthly_typical): a number above 0 is needed, not 'much'",
                        "wages line 4: 7 columns are needed, but there are 3",
                        "wages line 5, column 2 (region): the country TH is listed twice",
                        "wages line 6, column 7 (source): a source is needed, not ''",
                        "wages line 6, column 4 (monthly_low): the low wage must not exceed the typical one"),
                problems);
        assertTrue(table.of("TH").isPresent());
        assertTrue(table.of("VN").isPresent());
        assertFalse(table.of("MY").isPresent());
    }

    @Test
    void aWrongHeaderIsNamed() {
        List<String> problems = new ArrayList<>();
        WageTable.parse("country\tcurrency\n", problems);
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("wages line 1: the header must read country, region"));
    }
}
