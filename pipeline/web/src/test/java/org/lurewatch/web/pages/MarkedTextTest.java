package org.lurewatch.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.lurewatch.web.pages.MarkedText.Piece;
import org.lurewatch.web.pages.MarkedText.Span;

class MarkedTextTest {
    @Property
    void withoutItsMarksItIsTheTextWithControlsMadeVisible(
            @ForAll("texts") String raw, @ForAll("spans") List<Span> spans) {
        String put = MarkedText.pieces(raw, spans).stream().map(Piece::text).collect(Collectors.joining());

        assertEquals(MarkedText.visible(raw), put);
        assertTrue(put.codePoints().allMatch(MarkedTextTest::isHarmless), put);
    }

    /** However spans overlap, each character is covered by just those that say so, and each span ends once. */
    @Property
    void everySpanCoversItsTextAndEndsOnce(@ForAll("texts") String raw, @ForAll("spans") List<Span> spans) {
        List<Piece> pieces = MarkedText.pieces(raw, spans);

        for (Span span : spans) {
            int start = Math.min(span.start(), raw.length());
            int end = Math.min(span.end(), raw.length());
            if (splits(raw, start) || splits(raw, end)) {
                continue;
            }
            String covered = pieces.stream()
                    .filter(piece -> piece.reasons().contains(span.reason()))
                    .map(Piece::text)
                    .collect(Collectors.joining());
            long ends = pieces.stream()
                    .filter(piece -> piece.ending().contains(span.reason()))
                    .count();

            assertEquals(MarkedText.visible(start < end ? raw.substring(start, end) : ""), covered);
            assertEquals(start < end ? 1 : 0, ends);
        }
    }

    @Test
    void overlappingReasonsShareTheirPart() {
        List<Piece> pieces =
                MarkedText.pieces("pay the fee now", List.of(new Span(1, 0, 11, false), new Span(2, 8, 15, true)));

        assertEquals(
                List.of(
                        new Piece("pay the ", false, List.of(1), List.of(), false),
                        new Piece("fee", false, List.of(1, 2), List.of(1), false),
                        new Piece(" now", false, List.of(2), List.of(2), true)),
                pieces);
    }

    @Test
    void whatABrowserWouldObeyIsShown() {
        assertEquals("a⟦U+202E⟧b␀c⟦U+200B⟧\n\t⟦U+D800⟧", MarkedText.visible("a\u202Eb\u0000c\u200B\n\t\uD800"));
    }

    private static boolean splits(String raw, int offset) {
        return offset > 0
                && offset < raw.length()
                && Character.isSurrogatePair(raw.charAt(offset - 1), raw.charAt(offset));
    }

    private static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t';
            case Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "pay",
                        " ",
                        "fee",
                        "\n",
                        "\u202E",
                        "\u200B",
                        "\u0007",
                        "\uD83D\uDE00",
                        "\uD800",
                        "工作",
                        "راتب",
                        "<b>")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<Span>> spans() {
        Arbitrary<int[]> ends = Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 40))
                .as((one, other) -> new int[] {Math.min(one, other), Math.max(one, other)});
        return ends.list().ofMaxSize(8).map(all -> {
            List<Span> spans = new ArrayList<>();
            for (int[] span : all) {
                spans.add(new Span(spans.size() + 1, span[0], span[1], spans.size() % 2 == 0));
            }
            return spans;
        });
    }
}
