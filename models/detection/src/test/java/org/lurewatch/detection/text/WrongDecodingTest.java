package org.lurewatch.detection.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that was decoded wrongly, or escaped twice, before it came here. */
class WrongDecodingTest {
    private static final List<String> HONEST = List.of(
            "Наш склад ищет упаковщика, оклад 60 000 руб., звоните по будням",
            "仓库招聘包装工，月薪6000元，包午餐，请电话联系人事部",
            "Préparateur de commandes confirmé, 1 900 € brut à Orléans",
            "รับสมัครพนักงานแพ็คสินค้า เงินเดือน 15,000 บาท",
            "مطلوب عامل تعبئة براتب شهري ثابت",
            "Pracownik magazynu, umowa o pracę, świetna załoga w Łodzi",
            "倉庫スタッフ募集、時給1200円、交通費支給",
            "물류센터 포장 직원 모집, 월급 250만원",
            "Ζητείται υπάλληλος αποθήκης, μισθός 900€");

    @ParameterizedTest
    @CsvSource({
        "0, windows-1251",
        "0, ISO-8859-1",
        "0, KOI8-R",
        "0, IBM866",
        "1, ISO-8859-1",
        "1, IBM866",
        "2, ISO-8859-1",
        "2, windows-1252",
        "2, windows-1251",
        "2, windows-1250",
        "2, IBM850",
        "2, x-MacRoman",
        "3, ISO-8859-1",
        "4, windows-1256",
        "4, windows-1252",
        "4, ISO-8859-1",
        "5, ISO-8859-1",
        "5, windows-1251",
        "6, ISO-8859-1",
        "7, ISO-8859-1",
        "8, windows-1251",
        "8, ISO-8859-1"
    })
    void utf8ThatWasTakenForAnotherCharsetIsReadAsItWasMeant(int honest, String charset) {
        String meant = HONEST.get(honest);
        String raw = taken(meant, Charset.forName(charset));
        assertEquals(
                TextChain.comparable(meant).text(), TextChain.comparable(raw).text());
        assertEquals(Legibility.WHOLE, Legibility.of(raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252"})
    void soIsWhatWasTakenForItTwice(String charset) {
        String meant = HONEST.get(2);
        Charset wrong = Charset.forName(charset);
        assertEquals(
                TextChain.comparable(meant).text(),
                TextChain.comparable(taken(taken(meant, wrong), wrong)).text());
    }

    @Test
    void cyrillicInOneByteALetterThatWasTakenForWesternIsReadAgain() {
        String meant = HONEST.get(0);
        String raw = new String(meant.getBytes(Charset.forName("windows-1251")), Charset.forName("windows-1252"));
        assertEquals(
                TextChain.comparable(meant).text(), TextChain.comparable(raw).text());
    }

    @Test
    void honestTextInAnyScriptStaysAsItIs() {
        for (String honest : HONEST) {
            assertEquals(null, Mended.of(honest), honest);
        }
        for (String honest : List.of(
                "“CAFÉ” à Orléans… «É»",
                "MANHÃ\u00a0e tarde",
                "Größe 25°C, 3½ Tage, ½ Stelle",
                "Looking for a packer?? Call ?",
                "C:\\new\\table",
                "Ça va? Où ça? À bientôt!",
                "Þýða íð óæð",
                "🚚🚚🚚 Packer 🚚")) {
            assertEquals(null, Mended.of(honest), honest);
        }
    }

    @Test
    void anEvidenceOfMendedTextPointsIntoTheTextAsItWasSent() {
        String raw = "Le café Â£900, prÃªt Ã\u00a0 travailler chez nous: dÃ©pÃ´t";
        ComparableText text = TextChain.comparable(raw);
        int start = text.text().indexOf("dépôt");
        assertEquals("dÃ©pÃ´t", text.quote(start, start + 5));
        assertEquals(raw, text.raw());
        assertTrue(text.written().endsWith("dépôt"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Packer Â£900, itâ€™s nights|packer £900, it’s nights",
                "&lt;p&gt;Packs &lt;b&gt;boxes&lt;/b&gt;&lt;/p&gt;|packs boxes",
                "&amp;lt;p&amp;gt;Packs &amp;lt;b&amp;gt;boxes&amp;lt;/b&amp;gt;&amp;lt;/p&amp;gt;|packs boxes",
                "R&amp;amp;amp;D depot|r&d depot",
                "Write &lt;name&gt; on it|write <name> on it",
                "\\u043e\\u043f\\u043b\\u0430\\u0442\\u0430 900|оплата 900",
                "b'\\xd0\\xbe\\xd0\\xbf'|b'оп'"
            })
    void whatWasEscapedOrDamagedOnItsWayReadsAsItWasWritten(String raw, String expected) {
        assertEquals(expected, TextChain.comparable(raw).text().strip());
        assertEquals(Legibility.WHOLE, Legibility.of(raw));
    }

    @Test
    void lineBreaksThatWereWrittenTwiceAreLineBreaks() {
        assertEquals(
                "packs boxes\nnights\ncall us",
                TextChain.comparable("Packs boxes\\nNights\\nCall us").text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "??????? ????????, 900 ???, ?????? Telegram @example_pay|900|telegram @example_pay",
                "\uFFFD\uFFFD\uFFFD \uFFFD\uFFFD 900 \uFFFD\uFFFD\uFFFD Telegram @example_pay|900|telegram @example_pay",
                "锟斤拷锟斤拷 900 锟斤拷 锟斤拷 Telegram @example_pay|900|telegram @example_pay",
                "Ä±ÐÖÐÂ ÕÐÆ¸£¬ÔÂÐ½ 900 Ôª£¬Telegram @example_pay|900|telegram @example_pay"
            })
    void whatCannotBeReadIsUnknownAndTheRestIsRead(String raw, String figure, String contact) {
        String text = TextChain.comparable(raw).text();
        assertTrue(text.contains(figure) && text.contains(contact), text);
        assertFalse(text.contains("?") || text.contains("锟") || text.contains("\uFFFD"), text);
        assertEquals(Legibility.DAMAGED, Legibility.of(raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?????? ????", "\uFFFD\uFFFD\uFFFD", "锟斤拷锟斤拷", "????"})
    void whereNothingIsLeftNothingIsRead(String raw) {
        assertEquals(Legibility.NONE, Legibility.of(raw));
        assertTrue(TextChain.comparable(raw).text().isBlank());
    }

    @Property
    void everyOffsetLiesInTheTextAsItWasSent(@ForAll("damaged") String raw) {
        ComparableText text = TextChain.comparable(raw);
        for (int i = 0; i < text.text().length(); i++) {
            assertTrue(0 <= text.rawStart(i) && text.rawStart(i) <= text.rawEnd(i + 1), raw);
            assertTrue(text.rawEnd(i + 1) <= raw.length(), raw);
        }
    }

    @Property
    void anyTextOfOneScriptSurvivesBeingTakenForLatin1(@ForAll("words") String meant) {
        assertEquals(meant, Mended.of(taken(meant, ISO_8859_1)).string());
    }

    @Provide
    Arbitrary<String> damaged() {
        return Arbitraries.of(
                        "Ã©",
                        "Ã",
                        "â€™",
                        "Â£",
                        " ",
                        "a",
                        "ä½\u00a0å¥½",
                        "РЎРµ",
                        "&amp;",
                        "&amp;lt;b&amp;gt;",
                        "<b>",
                        "\\u0430",
                        "\\n",
                        "??",
                        "\uFFFD",
                        "锟斤拷",
                        "鍙",
                        "ðŸšš",
                        "é",
                        "Óäàë",
                        "@example",
                        "\uD83D\uDE9A",
                        "&lt;/p&gt;")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withCharRange('а', 'я')
                .withChars('漢', '字', 'é', 'ก', 'ع')
                .ofMinLength(3)
                .ofMaxLength(40);
    }

    private static String taken(String text, Charset wrong) {
        return new String(text.getBytes(UTF_8), wrong);
    }
}
