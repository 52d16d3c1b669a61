package org.lurewatch.detection.facts.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lurewatch.detection.facts.Examples;
import org.lurewatch.detection.facts.FactsLocale;
import org.lurewatch.detection.facts.words.Marks;
import org.lurewatch.detection.facts.words.PayPeriod;

class PayReaderTest {

    static Stream<List<String>> examples() {
        return Examples.of("pay.tsv");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsTheOffersOfTheWrittenExamples(List<String> example) {
        LocalMoney money = FactsLocale.of(null, Examples.region(example.get(1))).money();
        List<PayOffer> offers = PayReader.read(Examples.marks(example.get(0)), false, money);
        assertEquals(
                example.get(2),
                Examples.orDash(offers.stream().map(PayReaderTest::written).toList()));
    }

    static Stream<List<String>> fieldExamples() {
        return Examples.of("pay_field.tsv");
    }

    @ParameterizedTest
    @MethodSource("fieldExamples")
    void readsTheOffersOfWrittenPayFields(List<String> example) {
        LocalMoney money = FactsLocale.of(null, Examples.region(example.get(1))).money();
        List<PayOffer> offers = PayReader.read(Examples.marks(example.get(0)), true, money);
        assertEquals(
                example.get(2),
                Examples.orDash(offers.stream().map(PayReaderTest::written).toList()));
    }

    private static String written(PayOffer offer) {
        String range = offer.min() == offer.max()
                ? Examples.plain(offer.min())
                : Examples.plain(offer.min()) + "-" + Examples.plain(offer.max());
        return range + " " + Examples.orDash(offer.currency()) + " " + offer.period();
    }

    @Test
    void aBareFigureIsPayInASalaryFieldOnly() {
        assertEquals(List.of(), PayReader.read(Marks.of("50000-70000"), false, LocalMoney.NONE));
        PayOffer offer = PayReader.read(Marks.of("50000-70000"), true, LocalMoney.of("USD"))
                .get(0);
        assertEquals(50_000, offer.min());
        assertEquals(70_000, offer.max());
        assertEquals(PayPeriod.UNKNOWN, offer.period());
        assertFalse(offer.hasMonthly());
    }

    @Test
    void anEmptySalaryRangeIsNoOffer() {
        assertEquals(List.of(), PayReader.read(Marks.of("0-0"), true, LocalMoney.NONE));
        assertEquals(List.of(), PayReader.read(Marks.of("negotiable"), true, LocalMoney.NONE));
    }

    @Test
    void theSpanCoversFigureAndCurrency() {
        String text = "we offer $500 - $1,000 a week";
        PayOffer offer = PayReader.read(Marks.of(text), false, LocalMoney.NONE).get(0);
        assertEquals("$500 - $1,000", text.substring(offer.start(), offer.end()));
    }

    @Test
    void payIsRestatedForAMonth() {
        PayOffer yearly = PayReader.read(Marks.of("$36,000 per year"), false, LocalMoney.NONE)
                .get(0);
        assertEquals(3000, yearly.monthlyMax(), 0.01);
        PayOffer task =
                PayReader.read(Marks.of("$5 per task"), false, LocalMoney.NONE).get(0);
        assertTrue(Double.isNaN(task.monthlyMax()));
    }
}
