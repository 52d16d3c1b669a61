package org.lurewatch.detection.facts;

import java.util.BitSet;
import org.lurewatch.detection.facts.words.Letters;
import org.lurewatch.detection.text.ComparableText;

/**
 * Counts, over the raw characters behind comparable texts, what makes their shape. Names of places are passed over: "KK
 * Park" has more capitals than Lyon.
 */
final class ShapeReader {
    private static final int ASCII = 0x80;

    private final int[] ascii = new int[ASCII];
    private int wide;
    private int wideCased;
    private int wideCapitals;
    private int wideDigits;
    private int wideExclamations;
    private int emoji;

    /**
     * Counts a text.
     *
     * @param names units of the comparable text that are passed over
     */
    void add(ComparableText text, BitSet names) {
        String raw = text.written();
        int rawLength = raw.length();
        int length = text.text().length();
        int last = -1;
        for (int i = 0; i < length; i++) {
            int at = text.writtenStart(i);
            if (at != last && at < rawLength && !names.get(i)) {
                char c = raw.charAt(at);
                if (c < ASCII) {
                    ascii[c]++;
                } else {
                    countWide(c);
                }
            }
            last = at;
        }
    }

    private void countWide(char c) {
        if (Character.isLowSurrogate(c) || Letters.of(c) == Letters.SPACE) {
            return;
        }
        wide++;
        boolean capital = Character.isUpperCase(c);
        wideCapitals += capital ? 1 : 0;
        wideCased += capital || Character.isLowerCase(c) ? 1 : 0;
        wideDigits += Letters.of(c) == Letters.DIGIT ? 1 : 0;
        wideExclamations += c == '\uff01' ? 1 : 0;
        // Pictographs beyond the first plane all begin with one of these surrogates; the letters there do not.
        boolean pictograph = (c >= '\ud83c' && c <= '\ud83e') || (c >= '\u2600' && c <= '\u27bf');
        emoji += pictograph ? 1 : 0;
    }

    TextShape shape() {
        int visible = wide + asciiBetween('!', '~');
        if (visible == 0) {
            return TextShape.EMPTY;
        }
        int capitals = wideCapitals + asciiBetween('A', 'Z');
        int cased = wideCased + asciiBetween('A', 'Z') + asciiBetween('a', 'z');
        double all = visible;
        return new TextShape(
                visible,
                cased == 0 ? 0 : capitals / (double) cased,
                (wideDigits + asciiBetween('0', '9')) / all,
                (wideExclamations + ascii['!']) / all,
                emoji / all);
    }

    private int asciiBetween(char first, char last) {
        int sum = 0;
        for (char c = first; c <= last; c++) {
            sum += ascii[c];
        }
        return sum;
    }
}
