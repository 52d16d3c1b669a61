package org.lurewatch.detection.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.CpuTime;
import org.lurewatch.detection.facts.words.FactWord;
import org.lurewatch.detection.facts.words.FactWords;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.ComparableText;
import org.lurewatch.detection.text.TextChain;

class FactsPropertyTest {
    private static final List<String> REPEATED = List.of(
            "1",
            "12 ",
            "1.",
            "1,000,",
            "@",
            "a@",
            "a.com",
            "a.com/",
            "://",
            "t.me/",
            "+1",
            "1o",
            "$1",
            "1-",
            "万",
            "1万",
            "三",
            "line ",
            "line:",
            "telegram ",
            "telegram:",
            "fee ",
            "no ",
            "age ",
            "18 ",
            "only ",
            "female ",
            "xx",
            "09x",
            "(",
            "00",
            "a b ",
            "per ",
            "/",
            "salary ",
            "to 1 ",
            "one ",
            "hundred ",
            " ",
            "\n",
            "#url_",
            "#",
            "đ",
            "ก",
            "ไลน์ ",
            "wechat/",
            "一二三四五六七",
            "1 to 2 ",
            "not a fee ",
            "+");

    private static void check(String raw, String region) {
        for (PostingField field : List.of(PostingField.TITLE, PostingField.BASE_SALARY, PostingField.CONTACT_URL)) {
            ComparableText text = TextChain.comparable(raw);
            PostingFacts facts = FactsReader.read(Map.of(field, text), region);
            int length = text.text().length();
            facts.pay().forEach(fact -> inside(fact.fact().start(), fact.fact().end(), length));
            facts.contacts()
                    .forEach(fact -> inside(fact.fact().start(), fact.fact().end(), length));
            facts.fees().forEach(fact -> inside(fact.fact().start(), fact.fact().end(), length));
            facts.ages().forEach(fact -> inside(fact.fact().start(), fact.fact().end(), length));
            facts.sexes()
                    .forEach(fact -> inside(fact.fact().start(), fact.fact().end(), length));
        }
    }

    private static void inside(int start, int end, int length) {
        assertTrue(start >= 0 && start < end && end <= length, () -> start + " to " + end + " of " + length);
    }

    @Property(tries = 500)
    void anyUnicodeTextIsReadWithSpansInside(@ForAll @StringLength(max = 300) String raw) {
        check(raw, "TH");
    }

    @Property(tries = 2000)
    void anyMixOfTableWordsFiguresAndSignsIsReadWithSpansInside(@ForAll("mixtures") List<String> pieces) {
        check(String.join("", pieces), "SG");
    }

    @Provide
    Arbitrary<List<String>> mixtures() {
        List<String> words =
                FactWords.TABLE.words().stream().map(FactWord::text).toList();
        return Arbitraries.oneOf(
                        Arbitraries.of(words),
                        Arbitraries.of(REPEATED),
                        Arbitraries.of(" ", " ", "-", ": ", "0912345678", "1.500.000", "5", "@name_1", "abc", "．"))
                .list()
                .ofMaxSize(25);
    }

    @Test
    void hostileRepetitionsTakeLinearTime() {
        for (String piece : REPEATED) {
            Map<PostingField, ComparableText> texts =
                    Map.of(PostingField.DESCRIPTION, TextChain.comparable(piece.repeat(200_000 / piece.length())));
            CpuTime.atMost(Duration.ofSeconds(10), () -> FactsReader.read(texts, "US"), () -> piece);
        }
    }

    @Test
    void aRunOfLettersForZerosTakesLinearTime() {
        for (String end : List.of("", " ", "k", "x")) {
            Map<PostingField, ComparableText> texts =
                    Map.of(PostingField.DESCRIPTION, TextChain.comparable("1" + "o".repeat(200_000) + end));
            CpuTime.atMost(Duration.ofSeconds(10), () -> FactsReader.read(texts, "US"), () -> end);
        }
    }

    @Test
    void aFactBehindALongTextIsStillRead() {
        String text = "word ".repeat(20_000) + "telegram: @hr_anna88";
        PostingFacts facts = FactsReader.read(Map.of(PostingField.DESCRIPTION, TextChain.comparable(text)), null);
        assertEquals("hr_anna88", facts.contacts().get(0).fact().handle());
    }
}
