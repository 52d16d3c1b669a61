package org.lurewatch.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Raw text cut into pieces at the ends of its evidence. Characters that a browser would obey (control, bidirectional and
 * other format characters) become visible symbols, so that what a person sees is what stands there.
 * See RATIONALE.md, "Scraped text is shown, never obeyed".
 */
public final class MarkedText {
    /**
     * A piece of the text.
     *
     * @param text with symbols in place of what would be obeyed
     * @param symbol whether it is such a symbol
     * @param reasons numbers of the reasons that cover it, ascending
     * @param ending those of them that end with it
     * @param employer whether all of them speak for the employer
     */
    public record Piece(String text, boolean symbol, List<Integer> reasons, List<Integer> ending, boolean employer) {
        public Piece {
            reasons = List.copyOf(reasons);
            ending = List.copyOf(ending);
        }

        /** Whether evidence covers it. */
        public boolean marked() {
            return !reasons.isEmpty();
        }
    }

    /**
     * A place of evidence.
     *
     * @param reason its number
     * @param start first UTF-16 unit
     * @param end one past the last
     * @param employer whether it speaks for the employer
     */
    record Span(int reason, int start, int end, boolean employer) {}

    private MarkedText() {}

    /** The pieces in their order; put together they give {@link #visible} of the text. */
    static List<Piece> pieces(String raw, List<Span> spans) {
        List<Span> placed = spans.stream()
                .map(span -> new Span(span.reason(), edge(raw, span.start()), edge(raw, span.end()), span.employer()))
                .filter(span -> span.start() < span.end())
                .toList();
        TreeSet<Integer> edges = new TreeSet<>(List.of(0, raw.length()));
        placed.forEach(span -> {
            edges.add(span.start());
            edges.add(span.end());
        });
        List<Piece> pieces = new ArrayList<>();
        int from = edges.pollFirst();
        for (int to : edges) {
            add(raw, from, to, placed, pieces);
            from = to;
        }
        return pieces;
    }

    /** An offset within the text, and not in the middle of a character. */
    private static int edge(String raw, int offset) {
        int within = Math.max(0, Math.min(offset, raw.length()));
        boolean splits = within > 0
                && within < raw.length()
                && Character.isSurrogatePair(raw.charAt(within - 1), raw.charAt(within));
        return splits ? within - 1 : within;
    }

    private static void add(String raw, int from, int to, List<Span> spans, List<Piece> pieces) {
        List<Integer> reasons = new ArrayList<>();
        List<Integer> ending = new ArrayList<>();
        boolean employer = true;
        for (Span span : spans) {
            if (span.start() <= from && to <= span.end()) {
                reasons.add(span.reason());
                employer &= span.employer();
                if (span.end() == to) {
                    ending.add(span.reason());
                }
            }
        }
        reasons.sort(null);
        ending.sort(null);
        int start = from;
        for (int i = from; i < to; ) {
            int character = raw.codePointAt(i);
            int next = i + Character.charCount(character);
            if (isObeyed(character)) {
                addPlain(raw, start, i, reasons, employer, pieces);
                boolean last = next >= to;
                pieces.add(new Piece(symbol(character), true, reasons, last ? ending : List.of(), employer));
                start = next;
            }
            i = next;
        }
        if (start < to) {
            pieces.add(new Piece(raw.substring(start, to), false, reasons, ending, employer));
        }
    }

    private static void addPlain(
            String raw, int from, int to, List<Integer> reasons, boolean employer, List<Piece> pieces) {
        if (from < to) {
            pieces.add(new Piece(raw.substring(from, to), false, reasons, List.of(), employer));
        }
    }

    /** The text with symbols in place of characters that would be obeyed. */
    public static String visible(String raw) {
        StringBuilder visible = new StringBuilder(raw.length());
        raw.codePoints().forEach(character -> {
            if (isObeyed(character)) {
                visible.append(symbol(character));
            } else {
                visible.appendCodePoint(character);
            }
        });
        return visible.toString();
    }

    /** Line breaks and tabs are harmless. */
    private static boolean isObeyed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\t';
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static String symbol(int character) {
        if (character < ' ') {
            return String.valueOf((char) ('\u2400' + character));
        }
        return String.format(Locale.ROOT, "⟦U+%04X⟧", character);
    }
}
