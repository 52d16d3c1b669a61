package org.lurewatch.detection.text;

import java.util.function.IntUnaryOperator;

/**
 * Replaces look-alike letters in words that mix alphabets, so that each word has one alphabet. A word of one alphabet
 * stays as it is, unless all its letters pass for Latin in a text that is otherwise Latin.
 */
final class MixedWords {
    private static final int FEWEST_BORROWED = 3;

    private final MappedText text;
    private final String raw;
    private final TrickCounts counts;

    private MixedWords(MappedText text, String raw, TrickCounts counts) {
        this.text = text;
        this.raw = raw;
        this.counts = counts;
    }

    /** Works in place: each letter is replaced by one letter. */
    static void mend(MappedText text, String raw, TrickCounts counts) {
        MixedWords words = new MixedWords(text, raw, counts);
        boolean latinText = words.isLatinThroughout();
        int i = 0;
        while (i < text.length()) {
            int end = words.wordEnd(i);
            words.mendWord(i, end, latinText);
            i = end + 1;
        }
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && isOfSpacedWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether Latin letters prevail and each other letter looks like one, in the case it was written in. */
    private boolean isLatinThroughout() {
        int latin = 0;
        int foreign = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isLatin(c)) {
                latin++;
            } else if (LookAlikes.isForeignAlphabet(c)) {
                foreign++;
                if (!LookAlikes.looksLatin(raw.charAt(text.start(i)))) {
                    return false;
                }
            }
        }
        return latin > foreign;
    }

    private void mendWord(int from, int to, boolean latinText) {
        int latin = 0;
        int foreign = 0;
        int switches = 0;
        char script = 0;
        boolean surelyForeign = false;
        boolean surelyLatin = false;
        boolean wasLatin = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean isLatin = isLatin(c);
            if (LookAlikes.isForeignAlphabet(c)) {
                foreign++;
                script = script == 0 ? c : script;
                surelyForeign |= LookAlikes.latin(c) == c;
            } else if (isLatin) {
                latin++;
            } else {
                continue;
            }
            switches += latin + foreign > 1 && isLatin != wasLatin ? 1 : 0;
            wasLatin = isLatin;
        }
        if (foreign == 0 || (latin == 0 && !(latinText && foreign >= FEWEST_BORROWED))) {
            return;
        }
        for (int i = from; i < to && !surelyLatin; i++) {
            char c = text.charAt(i);
            surelyLatin = isLatin(c) && LookAlikes.foreign(c, script) == c;
        }
        // "SMM" in front of another alphabet's ending is how that word is written.
        boolean compound = surelyForeign && switches == 1 && (surelyLatin || latin >= FEWEST_BORROWED);
        if (compound) {
            return;
        }
        counts.mixed++;
        boolean towardsForeign = surelyForeign == surelyLatin ? foreign > latin : surelyForeign;
        char alphabet = script;
        if (towardsForeign && latin > 0) {
            replace(from, to, c -> isLatin((char) c) ? LookAlikes.foreign((char) c, alphabet) : c);
        } else {
            replace(from, to, c -> LookAlikes.isForeignAlphabet((char) c) ? LookAlikes.latin((char) c) : c);
        }
    }

    private void replace(int from, int to, IntUnaryOperator letter) {
        for (int i = from; i < to; i++) {
            text.replace(i, (char) letter.applyAsInt(text.charAt(i)));
        }
    }

    private static boolean isOfSpacedWord(char c) {
        return c < 0x80 ? isLatin(c) || (c >= '0' && c <= '9') : LetterKind.of(c) == LetterKind.SPACED;
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }
}
