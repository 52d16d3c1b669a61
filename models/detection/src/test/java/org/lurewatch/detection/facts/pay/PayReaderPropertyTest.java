package org.lurewatch.detection.facts.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.lurewatch.detection.facts.Examples;

/** What holds for every amount, however it is written. */
class PayReaderPropertyTest {
    private static final List<String> SIGNS = List.of(
            "$", "US$", "USD", "HK$", "€", "EUR", "£", "zł", "Kč", "CHF", "kr", "Ft", "TL", "lei", "грн", "₸", "₽", "₦",
            "₾", "₼", "лв", "元", "円", "원", "₹", "Rs", "đ", "Rp", "R$", "RM", "฿", "so'm", "تومان", "ریال", "درهم");

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.of(SIGNS);
    }

    @Provide
    Arbitrary<Character> groupings() {
        return Arbitraries.of(',', '.', '\'', '\u2019', ' ', '\u00a0', '\u2009', '\u202f');
    }

    @Property
    void anAmountMayBeGroupedInAnyWay(
            @ForAll @IntRange(min = 1000, max = 9_999_999) int sum, @ForAll("groupings") char by) {
        assertEquals(sum, only("salary " + grouped(sum, by) + " EUR a month").max());
    }

    @Property
    void centsMayStandBehindCommaOrPoint(
            @ForAll @IntRange(min = 1000, max = 9_999_999) int sum, @ForAll @IntRange(max = 99) int cents) {
        String written = String.format(Locale.ROOT, "%02d", cents);
        double expected = sum + cents / 100.0;
        assertEquals(
                expected,
                only("salary " + grouped(sum, '.') + "," + written + " EUR a month")
                        .max(),
                1e-6);
        assertEquals(
                expected,
                only("salary " + grouped(sum, ',') + "." + written + " EUR a month")
                        .max(),
                1e-6);
    }

    @Property
    void aMultiplierIsAsGoodAsItsNoughts(@ForAll @IntRange(min = 1, max = 999) int thousands) {
        double expected = thousands * 1000.0;
        for (String scale :
                List.of("k", "K", " thousand", " тыс.", " тис.", " tys.", "rb", " ribu", " هزار", " ming")) {
            assertEquals(
                    expected,
                    only("salary " + thousands + scale + " USD a month").max(),
                    scale);
        }
        for (String scale : List.of("L", " lakh", " lac", " लाख")) {
            assertEquals(
                    thousands * 1e5,
                    only("salary ₹" + thousands + scale + " a year").max(),
                    scale);
        }
    }

    @Property
    void theEndsOfARangeMayBePartedInAnyWay(@ForAll @IntRange(min = 1, max = 400) int low) {
        int high = low + 200;
        for (String between :
                List.of("-", " - ", "–", " — ", "−", "~", " to ", " bis ", " до ", " až ", " do ", " til ", " a ")) {
            PayOffer offer = only("salary " + low * 10 + between + high * 10 + " EUR a month");
            assertEquals(low * 10, offer.min(), between);
            assertEquals(high * 10, offer.max(), between);
        }
    }

    @Property
    void oneNumberNeverGivesTwoCurrencies(
            @ForAll @IntRange(min = 1, max = 999_999) int sum,
            @ForAll("signs") String before,
            @ForAll("signs") String after,
            @ForAll boolean field,
            @ForAll boolean apart) {
        String gap = apart ? " " : "";
        String text = "salary " + before + gap + sum + gap + after + " a month";
        List<PayOffer> offers = PayReader.read(Examples.marks(text), field, LocalMoney.NONE);
        assertTrue(offers.size() <= 1, () -> text + " gives " + offers);
    }

    @Property
    void aPlaceholderIsNoPay(@ForAll @IntRange(min = 6, max = 9) int nines, @ForAll("signs") String sign) {
        String high = "9".repeat(nines);
        for (String text :
                List.of("-1", "0", "-1 " + sign, "0 " + sign, high, high + " " + sign, "0-" + high + " " + sign)) {
            assertEquals(List.of(), PayReader.read(Examples.marks(text), true, LocalMoney.NONE), text);
        }
    }

    private static PayOffer only(String text) {
        List<PayOffer> offers = PayReader.read(Examples.marks(text), false, LocalMoney.NONE);
        assertEquals(1, offers.size(), () -> text + " gives " + offers);
        return offers.get(0);
    }

    private static String grouped(int sum, char by) {
        return String.format(Locale.ROOT, "%,d", sum).replace(',', by);
    }
}
