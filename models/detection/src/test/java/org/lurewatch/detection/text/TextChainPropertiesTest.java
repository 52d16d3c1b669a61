package org.lurewatch.detection.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text, however hostile. */
class TextChainPropertiesTest {

    @Property
    void everyComparableUnitMapsIntoTheRawText(@ForAll("anyUnits") String raw) {
        assertMapped(TextChain.comparable(raw));
    }

    @Property
    void everyComparableUnitOfMarkupMapsIntoTheRawText(@ForAll("markup") String raw) {
        assertMapped(TextChain.comparable(raw));
    }

    @Property
    void everyComparableUnitOfADisguiseMapsIntoTheRawText(@ForAll("disguises") String raw) {
        assertMapped(TextChain.comparable(raw));
    }

    @Property
    void aDisguiseIsUndoneOnce(@ForAll("disguises") String raw) {
        // Whether borrowed letters are read as Latin hangs on how Latin the text is, and pieces that are joined around
        // one sign may then be short enough to be joined around the next.
        String once = TextChain.withoutAliases(raw.replaceAll("[\\p{IsCyrillic}\\p{IsGreek}ᴨ\\p{So}]", ""))
                .text();
        assertEquals(once, TextChain.withoutAliases(once).text());
    }

    @Property
    void aSpanOfComparableTextCanAlwaysBeQuoted(@ForAll("markup") String raw) {
        ComparableText text = TextChain.comparable(raw);
        for (Token token : Tokens.of(text.text())) {
            String quote = text.quote(token.start(), token.end());
            assertTrue(raw.contains(quote) && !quote.isEmpty(), () -> "nothing is quoted for " + token);
        }
    }

    @Property
    void aQuotedWordReadsAsTheWordAgain(@ForAll("texts") String raw) {
        ComparableText text = TextChain.comparable(raw);
        for (Token token : Tokens.of(text.text())) {
            String quote = text.quote(token.start(), token.end());
            String word = text.text().substring(token.start(), token.end());
            assertTrue(
                    TextChain.comparable(quote).text().contains(word),
                    () -> word + " is quoted as " + quote + " of " + raw);
        }
    }

    @Property
    void comparableTextIsItsOwnComparableText(@ForAll("texts") String raw) {
        String once = TextChain.comparable(raw).text();
        assertEquals(once, TextChain.comparable(once).text());
    }

    @Property
    void tokensStandInOrderWithinTheText(@ForAll("anyUnits") String raw) {
        String text = TextChain.comparable(raw).text();
        Token last = new Token("", 0, 0, 0, false);
        for (Token token : Tokens.of(text)) {
            assertTrue(token.start() >= last.end() && token.end() > token.start() && token.end() <= text.length());
            assertTrue(token.sentence() >= last.sentence());
            assertTrue(!token.term().isEmpty());
            last = token;
        }
    }

    @Property
    void whatStandsBehindATextDoesNotChangeIt(@ForAll("texts") String raw) {
        String alone = TextChain.comparable(raw + "\n").text();
        assertTrue(TextChain.comparable(raw + "\nzzzz").text().startsWith(alone));
    }

    private static void assertMapped(ComparableText text) {
        int lastStart = 0;
        int lastEnd = 0;
        for (int i = 0; i < text.text().length(); i++) {
            int start = text.rawStart(i);
            int end = text.rawEnd(i + 1);
            int at = i;
            assertTrue(
                    start <= end && end <= text.raw().length(),
                    () -> "unit " + at + " maps to " + start + " to " + end);
            assertTrue(
                    lastStart <= start && lastEnd <= end,
                    () -> "unit " + at + " steps back to " + start + " to " + end);
            lastStart = start;
            lastEnd = end;
        }
    }

    /** All of UTF-16: single surrogates, marks, controls and what has no meaning yet. */
    @Provide
    Arbitrary<String> anyUnits() {
        Arbitrary<String> units =
                Arbitraries.integers().between(0, 0xffff).map(unit -> String.valueOf((char) unit.intValue()));
        Arbitrary<String> pairs =
                Arbitraries.integers().between(0x10000, 0x10ffff).map(Character::toString);
        Arbitrary<String> marks = Arbitraries.of("\u0336", "\u0301", "\u0e34", "\u200b", "\ufe0f", "\ud83d", "\udc69");
        Arbitrary<String> ascii = Arbitraries.strings().ascii().ofLength(1);
        return Arbitraries.oneOf(List.of(units, pairs, marks, ascii))
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> markup() {
        return Arbitraries.of(
                        "<p>",
                        "</p>",
                        "<b>",
                        "</b>",
                        "<table>",
                        "<tr>",
                        "<td>",
                        "</table>",
                        "<br/>",
                        "<a href=\"x>y\">",
                        "<select>",
                        "<option>",
                        "<!--",
                        "-->",
                        "<script>",
                        "</script>",
                        "<svg>",
                        "<",
                        ">",
                        "&amp;",
                        "&lt;",
                        "&#128176;",
                        "&bad;",
                        "&",
                        "&#0;",
                        "&#xd800;",
                        "high",
                        "salary",
                        " ",
                        "\r\n",
                        "😀",
                        "\u0000",
                        "薪",
                        "é")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    /** Cover names, split words and signs for letters, beside what may give them away or not. */
    @Provide
    Arbitrary<String> disguises() {
        return Arbitraries.of(
                        "飛機", "小飛機", "✈️", "賴", "薇信", "V", "➕", "加", "🐧", "菠菜", "平台", "🥬", "3000", "U", "油",
                        "abc_168", ":", "@", " ", "聯繫", "号", "id", "高", "薪", ".", "*", "🔥", "h", "i", "g", "s", "$",
                        "1", "O", "l", "萬", "ຫຼ", "ອ", "ก", "с", "р", "о", "ч", "a", "e", "u", "6", "0", "α", "ᴨ", "ɜ",
                        "ß", "น", "Ó", "℮", "ᴛ", "🇭", "🇮", "❶", "\u2800", "\u0336", "\u20dd", "\u200b", "०", "ـ", "ل",
                        "<b>", "</b>", "&amp;")
                .list()
                .ofMaxSize(24)
                .map(parts -> String.join("", parts));
    }

    /** Words of many scripts, dressed up or not; nothing that could be markup. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "salary",
                "Telegram",
                "ＬＩＮＥ",
                "𝐇𝐞𝐥𝐩",
                "sаlаry",
                "срочно",
                "h i g h",
                "w.o.r.k",
                "sal\u200bary",
                "s\u0336a\u0336le",
                "Việc",
                "Vie\u0323\u0302c",
                "รายได้",
                "ប្រាក់ខែ",
                "လစာကောင်း",
                "高薪誠聘",
                "博\u200b弈",
                "ﬁne",
                "10萬",
                "ⅷ",
                "İstanbul",
                "straße",
                "👩\u200d💻",
                "उच्च",
                "المال",
                "ñandú",
                "a",
                "b",
                "월급",
                "cрочно",
                "деталu",
                "лю6ого",
                "человеκα",
                "ᴨᴇᴩᴄᴨᴇᴋᴛиʙный",
                "тßоё",
                "хорошน",
                "3дpaвствуйте",
                "10кг",
                "s@lary",
                "1OO萬",
                "🅷🅸🅶🅷",
                "h*i*g*h",
                "高.薪.誠.聘",
                "カ\u3099");
        Arbitrary<String> gaps = Arbitraries.of(" ", "  ", ", ", ". ", "\n", "! ");
        return words.flatMap(word -> gaps.map(gap -> word + gap))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
