package org.lurewatch.detection.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.CpuTime;

/** The chain takes as long as its text is, whatever is repeated in it. */
class HostileRepetitionsTest {
    private static final int LENGTH = 100_000;
    /** Enough for a busy machine; what takes the square of its length takes many times as long. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a",
                "<",
                "<!--",
                "</",
                "&",
                "&a",
                "&#",
                "&amp;",
                "<b>a",
                "<b>;</b>&",
                "<br>",
                "<p a=\"",
                "<div>",
                "<a>",
                "<p><b>",
                "<table><tr><td>",
                "<table><a>",
                "<select><option>",
                "<svg>",
                "\u0301\u0316",
                "a\u0301",
                "\u0e38\u0e48\u0316",
                "\u0334\u0345",
                "\u200b",
                "\ud83c\udded",
                "\u98de\u673a",
                "\u98de\u673a: ",
                "\u8cf4",
                "v.",
                "v:v.",
                "tg ",
                "tg:a.",
                "h.",
                "a b ",
                "@a",
                "$a",
                "1o",
                "\u0441a",
                "a'",
                "a:",
                "1,",
                "a\u0300:",
                "\u1780\u17d2"
            })
    void aRepetitionTakesLinearTime(String piece) {
        String raw = piece.repeat(LENGTH / piece.length());
        for (String text : List.of(raw, raw + ">", "<b>" + raw, "a" + raw + " \u822a\u73ed")) {
            CpuTime.atMost(
                    LONGEST,
                    () -> Tokens.of(TextChain.comparable(text).text()),
                    () -> piece + " " + text.substring(0, 3));
        }
    }

    @Test
    void betweenMoreTagsThanAnAdvertHasTheTextIsReadAllTheSame() {
        String tags = "<p><b>Sal</b>ary &amp; <i>lodging</i><br>a &lt; b</p>";
        String few = tags.repeat(10);
        String many = tags.repeat(2_000);
        assertEquals(
                TextChain.comparable(few).text().strip().repeat(200).replaceAll("\\s", ""),
                TextChain.comparable(many).text().replaceAll("\\s", ""));
        ComparableText text = TextChain.comparable(many);
        int word = text.text().indexOf("lodging", 5_000);
        assertEquals("lodging", text.quote(word, word + 7));
    }

    @Test
    void aTextOfLigaturesDoesNotGrowWithoutEnd() {
        String ligature = "\ufdfa";
        String folded = TextChain.comparable("a " + ligature + " b").text();
        assertTrue(folded.length() > 4 + ligature.length(), folded);
        String many = ligature.repeat(LENGTH);
        ComparableText text = TextChain.comparable(many);
        assertTrue(text.text().length() <= 3 * LENGTH + 100, text.text().length() + " units");
        assertEquals(many, text.quote(0, text.text().length()));
    }

    @Test
    void noTokenIsLongerThanAWordMayBe() {
        for (String pile : List.of("\u1780\u17d2", "\u0e01\u0e34\u0e34\u0e34", "\u1000\u1039", "a", "\u0430")) {
            Tokens.of(TextChain.comparable(pile.repeat(10_000)).text())
                    .forEach(token -> assertTrue(token.term().length() <= 255, token::term));
        }
    }

    @Test
    void aFloodOfMarksIsStrippedOffALetterAsAFewAre() {
        String flood = "\u0301\u0316".repeat(10_000);
        assertEquals(
                TextChain.comparable("sa\u0301\u0316le").text(),
                TextChain.comparable("sa" + flood + "le").text());
        assertEquals(
                1,
                TextChain.comparable("sal\u200b" + "\u200b".repeat(500) + "ary")
                        .tricks()
                        .hiddenCharacters());
    }
}
