package org.lurewatch.detection.text;

/**
 * Drops the backslashes that Markdown writes before its signs: {@code @hr\_anna}, {@code $300\-$500}. Editors and
 * scrapers add them, and nobody sees them in the rendered text.
 */
final class MarkdownEscapes {
    private static final char BACKSLASH = '\\';

    private MarkdownEscapes() {}

    /** The text without escapes; a backslash before anything but a sign of ASCII stays. */
    static MappedText drop(MappedText text) {
        int first = escapeFrom(text, 0);
        if (first == text.length()) {
            return text;
        }
        MappedText plain = new MappedText(text.length());
        int copied = 0;
        for (int i = first; i < text.length(); i = escapeFrom(text, copied)) {
            plain.append(text, copied, i);
            copied = backslashesEnd(text, i);
        }
        plain.append(text, copied, text.length());
        return plain;
    }

    /** Where the next backslashes that escape a sign begin, or the end of the text. */
    private static int escapeFrom(MappedText text, int from) {
        int i = from;
        while (i < text.length()) {
            if (text.charAt(i) != BACKSLASH) {
                i++;
                continue;
            }
            int end = backslashesEnd(text, i);
            if (end < text.length() && isSign(text.charAt(end))) {
                return i;
            }
            i = end;
        }
        return i;
    }

    private static int backslashesEnd(MappedText text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) == BACKSLASH) {
            end++;
        }
        return end;
    }

    private static boolean isSign(char c) {
        return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
    }
}
