package org.lurewatch.detection.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** The short way through Latin text is held against Lucene's tokenizer, which it stands in for. */
class WordCutterTest {

    @Property(tries = 5_000)
    void cutsWhatItKnowsWhereLuceneDoes(@ForAll("known") String text) throws IOException {
        assertEquals(lucene(text), places(text));
    }

    @Property(tries = 5_000)
    void cutsMixedTextWhereLuceneDoes(@ForAll("mixed") String text) throws IOException {
        assertEquals(lucene(text), places(text));
    }

    private static List<String> places(String text) {
        List<String> places = new ArrayList<>();
        for (Token token : Tokens.of(text)) {
            if (!token.unspaced()) {
                places.add(token.start() + "-" + token.end());
            }
        }
        return places;
    }

    private static List<String> lucene(String text) throws IOException {
        List<String> places = new ArrayList<>();
        try (StandardTokenizer tokenizer = new StandardTokenizer()) {
            OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
            TypeAttribute type = tokenizer.addAttribute(TypeAttribute.class);
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                boolean unspaced = List.of("<SOUTHEAST_ASIAN>", "<IDEOGRAPHIC>", "<HIRAGANA>")
                        .contains(type.type());
                if (!unspaced) {
                    places.add(offset.startOffset() + "-" + offset.endOffset());
                }
            }
            tokenizer.end();
        }
        return places;
    }

    /** Every unit that the cutter says it knows, the ones that join words more often. */
    @Provide
    Arbitrary<String> known() {
        Arbitrary<String> all = Arbitraries.integers()
                .between(0, 0x203f)
                .filter(unit -> WordCutter.knows((char) unit.intValue()))
                .map(unit -> String.valueOf((char) unit.intValue()));
        Arbitrary<String> ascii = Arbitraries.strings().withCharRange(' ', '~').ofLength(1);
        return Arbitraries.oneOf(List.of(all, ascii, pieces()))
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> mixed() {
        // Lucene loses the last words before half a character; the chain drops such halves.
        Arbitrary<String> any = Arbitraries.integers()
                .between(0, 0xffff)
                .filter(unit -> !Character.isSurrogate((char) unit.intValue()))
                .map(unit -> String.valueOf((char) unit.intValue()));
        Arbitrary<String> scripts = Arbitraries.of(
                "薪",
                "工资",
                "งาน",
                "カ",
                "ひ",
                "срочно",
                "월급",
                "वेतन",
                "\u0301",
                "\u200d",
                "\ufe0f",
                "\u20e3",
                "😀",
                "🇰🇭",
                "👩\u200d💻",
                "א\"ב",
                "٣",
                "\u00ad",
                "\u2028",
                "\u00a0",
                "\u3000",
                "\r\n",
                "#\ufe0f\u20e3");
        return Arbitraries.oneOf(List.of(any, scripts, pieces(), pieces(), Arbitraries.of(" ", "\n")))
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    private static Arbitrary<String> pieces() {
        return Arbitraries.of(
                "a",
                "Zz",
                "é",
                "ệ",
                "7",
                "12",
                "_",
                "__",
                ".",
                ",",
                ":",
                ";",
                "'",
                "\u2019",
                "-",
                "\"",
                " ",
                "\n",
                "node.js",
                "10,000",
                "don't",
                "a:b",
                "3.5.7",
                "x_1",
                "@",
                "#",
                "x".repeat(254),
                "x".repeat(256),
                "9".repeat(300));
    }
}
