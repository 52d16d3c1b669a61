package org.lurewatch.detection.text;

/**
 * Words of which only question marks or replacement characters are left: a charset that did not have their letters was in
 * the way. They are unknown, not punctuation.
 */
final class LostCharacters {
    private static final char REPLACEMENT = '\uFFFD';

    /** What a replacement character becomes where its UTF-8 is taken for GBK. */
    private static final String REPLACED_TWICE = "锟斤拷";

    private static final int FEWEST_RUNS = 3;
    private static final double SMALLEST_SHARE = 0.15;

    private LostCharacters() {}

    /** The text with a space in place of each, or null where there are none, or hardly any. */
    static Mended drop(String raw) {
        if (raw.indexOf("??") < 0 && raw.indexOf(REPLACEMENT) < 0 && !raw.contains(REPLACED_TWICE)) {
            return null;
        }
        boolean[] lost = new boolean[raw.length()];
        mark(raw, lost);
        int runs = 0;
        int marked = 0;
        int visible = 0;
        for (int i = 0; i < raw.length(); i++) {
            visible += Character.isWhitespace(raw.charAt(i)) ? 0 : 1;
            marked += lost[i] ? 1 : 0;
            runs += lost[i] && (i == 0 || !lost[i - 1]) ? 1 : 0;
        }
        boolean many = runs >= FEWEST_RUNS && marked >= SMALLEST_SHARE * visible;
        return many || marked == visible ? dropped(raw, lost) : null;
    }

    private static Mended dropped(String raw, boolean[] lost) {
        MappedText text = new MappedText(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            text.append(lost[i] ? ' ' : raw.charAt(i), i, i + 1);
        }
        return new Mended(text, true);
    }

    private static void mark(String raw, boolean[] lost) {
        int i = 0;
        while (i < raw.length()) {
            int end = i;
            while (end < raw.length() && !Character.isWhitespace(raw.charAt(end))) {
                end++;
            }
            markWord(raw, i, end, lost);
            i = Math.max(end, i + 1);
        }
    }

    /** A question mark behind a word, or alone in an otherwise sound text, is one. */
    private static void markWord(String raw, int from, int to, boolean[] lost) {
        boolean marksOnly = true;
        for (int i = from; i < to; i++) {
            marksOnly &= raw.charAt(i) == '?' || !Character.isLetterOrDigit(raw.charAt(i));
        }
        for (int i = from; i < to; i++) {
            char c = raw.charAt(i);
            boolean replacedTwice = raw.startsWith(REPLACED_TWICE, i);
            if (replacedTwice) {
                lost[i + 1] = true;
                lost[i + 2] = true;
            }
            lost[i] |= replacedTwice || c == REPLACEMENT || (c == '?' && marksOnly);
        }
    }
}
