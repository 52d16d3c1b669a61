package org.lurewatch.detection.concepts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConceptMatcherTest {
    private static final List<String> NOTHING = List.of();

    @Test
    void aStarStandsForAnyEndingAndForNone() {
        TestingTable table = new TestingTable("courier de kurier*");
        assertEquals(List.of("courier:de:kurier"), table.found("Ein Kurier gesucht"));
        assertEquals(List.of("courier:de:kurierinnen"), table.found("Kurierinnen gesucht"));
        assertEquals(NOTHING, table.found("kurie"));
        assertEquals(NOTHING, table.found("fahrradkurier"), "a prefix is no part of a word");
    }

    @Test
    void withoutAStarAWordIsMeantAsItStands() {
        TestingTable table = new TestingTable("courier en courier");
        assertEquals(List.of("courier:en:courier"), table.found("One courier."));
        assertEquals(NOTHING, table.found("couriers"));
        assertEquals(NOTHING, table.found("couri"));
    }

    @Test
    void aPrefixOfOneUnitStandsForItselfAlone() {
        TestingTable table = new TestingTable("one en a*");
        assertEquals(List.of("one:en:a"), table.found("a"));
        assertEquals(NOTHING, table.found("an"));
    }

    @Test
    void aStarMayStandInTheMiddleOfAForm() {
        TestingTable table = new TestingTable("paid en pay* daily");
        assertEquals(List.of("paid:en:payment daily"), table.found("payment daily"));
        assertEquals(NOTHING, table.found("payment is daily"));
    }

    @Test
    void aGapStandsForOneOrTwoWords() {
        TestingTable table = new TestingTable("earn en earn _ daily");
        assertEquals(List.of("earn:en:earn 300 daily"), table.found("Earn 300 daily"));
        assertEquals(List.of("earn:en:earn 300 euro daily"), table.found("earn 300 euro daily"));
        assertEquals(NOTHING, table.found("earn daily"));
        assertEquals(NOTHING, table.found("earn up to 300 daily"));
    }

    @Test
    void aGapStandsForOneToSixCharactersWhereWordsAreNotSpaced() {
        TestingTable table = new TestingTable("earn zh 日赚_元");
        assertEquals(List.of("earn:zh:日赚三元"), table.found("日赚三元"));
        assertEquals(List.of("earn:zh:日赚一二三四五六元"), table.found("日赚一二三四五六元"));
        assertEquals(NOTHING, table.found("日赚元"));
        assertEquals(NOTHING, table.found("日赚一二三四五六七元"));
    }

    @Test
    void aFigureInAGapIsOneToken() {
        assertEquals(List.of("earn:zh:日赚 500 元"), new TestingTable("earn zh 日赚_ 元").found("日赚 500 元"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$19/hr", "19 EUR/hr", "19.50 / hr", "5 million kyat / hr"})
    void aUnitBehindAFigureMeansNothingElse(String text) {
        assertEquals(List.of("hourly:en:hr"), new TestingTable("people en hr", "hourly en /hr").found(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"our HR", "Admin/HR", "Payroll 2026, HR", "Ring 5550100 HR", "We are 40. HR answers"})
    void elsewhereTheSameWordIsNoUnit(String text) {
        assertEquals(List.of("people:en:hr"), new TestingTable("people en hr", "hourly en /hr").found(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a shift of 8 hr", "8hr", "40 HR"})
    void aLengthOfTimeIsNoRateAndNothingElse(String text) {
        assertEquals(NOTHING, new TestingTable("people en hr", "hourly en /hr").found(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "daily en /day; 90 USD/day; daily:en:day",
                "daily en /day; The day shift; ",
                "daily en /day; 5 day week; ",
                "daily en /day; 24/7, day and night; ",
                "daily zh /天; 300元/天; daily:zh:天",
                "daily zh /小时; 30元 / 小时; daily:zh:小时",
                "daily zh /天; 星期天; ",
                "daily zh /小时; 8小时; ",
                "share de % vom gewinn; 10 % vom Gewinn; share:de:vom gewinn",
                "share de % vom gewinn; Wir leben vom Gewinn; ",
                "share de % vom gewinn; 10 Euro vom Gewinn; "
            })
    void aFormThatStartsWithASignIsMeantBehindItOnly(String row, String text, String found) {
        assertEquals(found == null ? NOTHING : List.of(found), new TestingTable(row).found(text));
    }

    @Test
    void aWordThatIsNoUnitStaysItselfBehindAFigure() {
        TestingTable table = new TestingTable("papers en id", "hourly en /hr");
        assertEquals(List.of("papers:en:id"), table.found("Bring 2 ID"));
    }

    @Test
    void noFormReachesIntoTheNextSentence() {
        TestingTable table = new TestingTable("fee en pay first", "gap en pay _ first", "zh zh 先付");
        assertEquals(List.of("fee:en:pay first"), table.found("You pay first."));
        assertEquals(NOTHING, table.found("You pay. First come, first served."));
        assertEquals(NOTHING, table.found("You pay now. First come"));
        assertEquals(NOTHING, table.found("你先。付钱"));
    }

    @Test
    void charactersOfUnspacedScriptsNeedNoEdges() {
        TestingTable table = new TestingTable("courier zh 快递员");
        assertEquals(List.of("courier:zh:快递员"), table.found("急招快递员数名"));
        assertEquals(NOTHING, table.found("快递很多员工"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ＣＯＵＲＩＥＲ wanted", "c o u r i e r wanted", "\u0441\u043euri\u0435r wanted", "cou\u200brier wanted"
            })
    void whateverTheChainUndoesHidesNoForm(String text) {
        assertEquals(List.of("courier:en:courier"), new TestingTable("courier en courier").found(text));
    }

    @Test
    void traditionalCharactersAreFoundByTheSimplifiedForm() {
        assertEquals(List.of("account:zh:银行账户"), new TestingTable("account zh 银行账户").found("銀行賬戶"));
    }

    @Test
    void aVietnameseWordWithOtherMarksIsAnotherWord() {
        TestingTable table = new TestingTable("deposit vi cọc", "table vi đặt cọc");
        assertEquals(List.of("deposit:vi:cọc"), table.found("tiền cọc"));
        assertEquals(NOTHING, table.found("con cóc"));
        assertEquals(NOTHING, table.found("coc"), "one word without marks says too little");
        assertEquals(List.of("table:vi:dat coc"), table.found("dat coc"), "several words have dropped them");
        assertEquals(NOTHING, table.found("dắt cóc"));
    }

    @Test
    void aVietnameseFormWithAGapIsReadWithItsMarks() {
        TestingTable table = new TestingTable("deposit vi đặt cọc _ triệu");
        assertEquals(List.of("deposit:vi:đặt cọc 5 triệu"), table.found("Đặt cọc 5 triệu"));
        assertEquals(List.of("deposit:vi:dat coc 5 trieu"), table.found("Dat coc 5 trieu"));
        assertEquals(NOTHING, table.found("đặt cóc 5 triệu"));
        assertEquals(NOTHING, table.found("đặt cọc 5 triều"));
    }

    @Test
    void aVietnameseFormMayEndWithASign() {
        assertEquals(List.of("sure:vi:uy tín 100"), new TestingTable("sure vi uy tín 100%").found("Uy tín 100%!"));
    }

    @Test
    void aWordThatIsACoverNameElsewhereIsFoundAsItStands() {
        TestingTable table = new TestingTable("guard en askari wa ulinzi", "number en nomor wa");
        assertEquals(List.of("guard:en:askari wa ulinzi"), table.found("Askari wa ulinzi"));
        assertEquals(List.of("number:en:nomor wa"), table.found("kirim nomor wa"));
        assertEquals(List.of("number:en:nomor whatsapp"), table.found("nomor wa 081234567"));
    }

    @Test
    void marksOfOtherLanguagesMayBeDropped() {
        assertEquals(List.of("fee:de:gebuehr"), new TestingTable("fee de gebuehr").found("Gebuehr"));
        assertEquals(List.of("fee:de:gebuhr"), new TestingTable("fee de gebühr").found("Gebuhr"));
    }

    @Test
    void ofOneConceptAtOnePlaceTheLongestFormIsKept() {
        TestingTable table = new TestingTable("fee en fee|fee first|fee _ deposit");
        assertEquals(List.of("fee:en:fee first deposit"), table.found("fee first deposit"));
        assertEquals(List.of("fee:en:fee first"), table.found("fee first"));
    }

    @Test
    void severalConceptsMayStandAtOnePlaceAndOverlap() {
        TestingTable table = new TestingTable("fee en fee", "first en fee first|first");
        assertEquals(List.of("fee:en:fee", "first:en:fee first", "first:en:first"), table.found("fee first"));
    }

    @Test
    void aFormOfSeveralLanguagesIsFoundOnceWithAllOfThem() {
        TestingTable table = new TestingTable("job de job|jobs", "job en job*");
        assertEquals(List.of("job:de+en:job"), table.found("job"));
        assertEquals(List.of("job:de+en:jobs"), table.found("jobs"));
        assertEquals(List.of("job:en:jobber"), table.found("jobber"));
    }

    @Test
    void theLanguagesAreThoseOfTheLongestForm() {
        TestingTable table = new TestingTable("job de job", "job en job offer");
        assertEquals(List.of("job:en:job offer"), table.found("job offer"));
    }

    @Test
    void nothingIsFoundInNothing() {
        TestingTable table = new TestingTable("job de job");
        assertEquals(NOTHING, table.found(""));
        assertEquals(NOTHING, table.found("..."));
    }
}
