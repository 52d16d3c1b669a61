package org.lurewatch.detection.text;

import com.ibm.icu.text.Normalizer2;

/**
 * One spelling for texts that are the same letter by letter: without markup, NFKC with case folding, which also drops
 * format characters, and with single spaces. Unlike {@link TextChain} it takes no letter for one that looks alike.
 */
public final class ExactText {
    /** A longer text is no name. Marks take the square of their number to be put in order. */
    private static final int LONGEST = 500;

    private static final Normalizer2 NFKC_CASE_FOLD = Normalizer2.getNFKCCasefoldInstance();

    private ExactText() {}

    /** The spelling; empty where the text is longer than any name. */
    public static String of(String raw) {
        if (raw.length() > LONGEST) {
            return "";
        }
        MappedText stripped = Markup.strip(raw);
        String folded = NFKC_CASE_FOLD.normalize(stripped.slice(0, stripped.length()));
        StringBuilder spaced = new StringBuilder(folded.length());
        folded.codePoints().forEach(cp -> {
            if (!Character.isWhitespace(cp) && !Character.isSpaceChar(cp)) {
                spaced.appendCodePoint(cp);
            } else if (spaced.length() > 0 && spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.append(' ');
            }
        });
        return spaced.toString().strip();
    }
}
