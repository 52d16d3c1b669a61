package org.lurewatch.detection.phrases;

import java.util.ArrayList;
import java.util.List;

/** Where a text stands in quotation marks, of any script, within a line. */
final class Quotations {
    private static final String OPENING = "\u201c\u201e\u2018\u201a\u300c\u300e\u00ab\u2039\u300a\u3008\u301d";
    private static final String CLOSING = "\u201d\u201d\u2019\u2019\u300d\u300f\u00bb\u203a\u300b\u3009\u301e";
    /** No opening mark but the straight ones comes before it; most units do. */
    private static final char FIRST_OPENING = '\u00ab';

    private static final int LONGEST = 300;

    private Quotations() {}

    /** A quotation: first unit behind its opening mark, and its closing mark. */
    record Span(int start, int end) {
        boolean holds(int from, int to) {
            return start <= from && to <= end;
        }
    }

    /** The quotations of a text, in order, none inside another. */
    static List<Span> of(String text) {
        List<Span> spans = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int end = opens(text, i) ? closing(text, i) : -1;
            if (end > i + 1) {
                spans.add(new Span(i + 1, end));
                i = end;
            }
            i++;
        }
        return spans;
    }

    private static boolean opens(String text, int at) {
        char c = text.charAt(at);
        boolean straight = c == '"' || c == '\'';
        if (!straight && c < FIRST_OPENING) {
            return false;
        }
        boolean wordBefore = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
        return straight ? c == '"' || !wordBefore : OPENING.indexOf(c) >= 0;
    }

    private static int closing(String text, int opening) {
        char open = text.charAt(opening);
        int kind = OPENING.indexOf(open);
        char close = kind < 0 ? open : CLOSING.charAt(kind);
        boolean mayBeApostrophe = close == '\'' || close == '\u2019';
        for (int i = opening + 1; i < Math.min(text.length(), opening + LONGEST); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return -1;
            }
            boolean closes = c == close || (open == '\u201c' && c == '"') || (open == '\u201e' && c == '\u201c');
            boolean inWord = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
            if (closes && !(mayBeApostrophe && inWord)) {
                return i;
            }
        }
        return -1;
    }
}
