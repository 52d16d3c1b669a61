package org.lurewatch.detection.posting;

import java.util.Locale;

/** Scraped text made harmless for a terminal or a log. */
public final class TerminalText {
    private TerminalText() {}

    /** The text on one line, with control, bidirectional, other format and unpaired characters written as escapes. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (Character.getType(character)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED -> escaped.append(escapeOf(character));
                default -> escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    /** The escaped text, cut to so many characters. */
    public static String escape(String text, int maxCharacters) {
        if (text.codePointCount(0, text.length()) <= maxCharacters) {
            return escape(text);
        }
        return escape(text.substring(0, text.offsetByCodePoints(0, maxCharacters - 1))) + "…";
    }

    private static String escapeOf(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04X", character);
        };
    }
}
