package org.lurewatch.detection.facts;

import org.lurewatch.detection.text.ComparableText;

/** Counts, over the raw characters behind comparable texts, what makes their shape. */
final class ShapeReader {
    private int visible;
    private int cased;
    private int capitals;
    private int digits;
    private int exclamations;
    private int emoji;

    void add(ComparableText text) {
        String raw = text.raw();
        int length = text.text().length();
        int last = -1;
        for (int i = 0; i < length; i++) {
            int at = text.rawStart(i);
            if (at != last && at < raw.length()) {
                count(raw.charAt(at));
            }
            last = at;
        }
    }

    private void count(char c) {
        if (c < 0x80) {
            visible += c > ' ' ? 1 : 0;
            boolean capital = c >= 'A' && c <= 'Z';
            capitals += capital ? 1 : 0;
            cased += capital || (c >= 'a' && c <= 'z') ? 1 : 0;
            digits += c >= '0' && c <= '9' ? 1 : 0;
            exclamations += c == '!' ? 1 : 0;
        } else if (!Character.isWhitespace(c) && !Character.isLowSurrogate(c)) {
            countWide(c);
        }
    }

    private void countWide(char c) {
        visible++;
        boolean capital = Character.isUpperCase(c);
        capitals += capital ? 1 : 0;
        cased += capital || Character.isLowerCase(c) ? 1 : 0;
        digits += Character.isDigit(c) ? 1 : 0;
        exclamations += c == '\uff01' ? 1 : 0;
        // Pictographs beyond the first plane all begin with one of these surrogates; the letters there do not.
        boolean pictograph = (c >= '\ud83c' && c <= '\ud83e') || (c >= '\u2600' && c <= '\u27bf');
        emoji += pictograph ? 1 : 0;
    }

    TextShape shape() {
        if (visible == 0) {
            return TextShape.EMPTY;
        }
        double all = visible;
        return new TextShape(
                visible, cased == 0 ? 0 : capitals / (double) cased, digits / all, exclamations / all, emoji / all);
    }
}
