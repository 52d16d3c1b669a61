package org.lurewatch.detection.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;

/**
 * The one chain from raw text to comparable text, for training and serving alike. Its steps, in the order that is safe
 * for all scripts: markup off; NFKC with case folding, which also drops format characters; stray combining marks off
 * Latin and Han; look-alike letters in words that mix alphabets; Traditional to Simplified Han; letter spacing.
 */
public final class TextChain {
    private static final Normalizer2 NFKC_CASE_FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final int FEWEST_SPACED_LETTERS = 4;

    private TextChain() {}

    /** The comparable form of a raw field. */
    public static ComparableText comparable(String raw) {
        MappedText stripped = Markup.strip(raw);
        Counts counts = new Counts();
        MappedText folded = fold(stripped, counts);
        MappedText joined = joinSpacedLetters(folded, counts);
        if (counts.foreign) {
            mendMixedWords(joined, counts);
        }
        return joined.toComparable(raw, counts.toTricks());
    }

    private static final class Counts {
        /** Whether there is a letter of an alphabet that has Latin look-alikes: most texts have none. */
        boolean foreign;

        int hidden;
        int mixed;
        int spaced;
        int styled;

        TextTricks toTricks() {
            return hidden + mixed + spaced + styled == 0
                    ? TextTricks.NONE
                    : new TextTricks(hidden, mixed, spaced, styled);
        }
    }

    private static MappedText fold(MappedText in, Counts counts) {
        MappedText out = new MappedText(in.length() + 16);
        int i = 0;
        while (i < in.length()) {
            char c = in.charAt(i);
            boolean lastOrPlainNext = i + 1 == in.length() || in.charAt(i + 1) < 0x300;
            if (c < 0x80 && lastOrPlainNext) {
                out.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c, in.start(i), in.end(i));
                i++;
            } else {
                i = foldSegment(in, i, out, counts);
            }
        }
        return out;
    }

    /** Folds one normalisation segment, so that whatever comes out maps to all that went in. */
    private static int foldSegment(MappedText in, int from, MappedText out, Counts counts) {
        int cp = in.codePointAt(from);
        int to = from + Character.charCount(cp);
        if (NFKC_CASE_FOLD.isInert(cp)) {
            appendFolded(in, from, to, in.slice(from, to), out, counts);
            return to;
        }
        while (to < in.length() && !NFKC_CASE_FOLD.hasBoundaryBefore(in.codePointAt(to))) {
            to += Character.charCount(in.codePointAt(to));
        }
        String folded = NFKC_CASE_FOLD.normalize(in.slice(from, to));
        counts.styled += isStyled(cp) ? 1 : 0;
        counts.hidden += hidesBetweenLetters(in, from, to) ? 1 : 0;
        appendFolded(in, from, to, folded, out, counts);
        return to;
    }

    private static void appendFolded(MappedText in, int from, int to, String folded, MappedText out, Counts counts) {
        for (int i = 0; i < folded.length(); i++) {
            char c = LookAlikes.simplified(folded.charAt(i));
            counts.foreign |= LookAlikes.isForeignAlphabet(c);
            if (!isStrayMark(c, out)) {
                out.append(c, in.start(from), in.end(to - 1));
            }
        }
    }

    /** After NFKC a mark that still stands behind a Latin or Han letter carries no meaning in any orthography served. */
    private static boolean isStrayMark(char c, MappedText out) {
        if (Character.getType(c) != Character.NON_SPACING_MARK || out.length() == 0) {
            return false;
        }
        char base = out.charAt(out.length() - 1);
        return base < 0x250 || (base >= 0x1E00 && base < 0x1F00) || (base >= 0x3400 && base <= 0x9fff);
    }

    private static boolean isStyled(int cp) {
        return (cp >= 0x1D400 && cp <= 0x1D7FF) || (cp >= 0x1F110 && cp <= 0x1F189) || (cp >= 0x249C && cp <= 0x24E9);
    }

    /** Whether a segment ends in characters without a shape, between two letters of scripts that have no use for them. */
    private static boolean hidesBetweenLetters(MappedText in, int from, int to) {
        int hidden = to;
        while (hidden > from && isShapeless(in.charAt(hidden - 1))) {
            hidden--;
        }
        return hidden < to
                && hidden > 0
                && to < in.length()
                && needsNoJoiner(in.charAt(hidden - 1))
                && needsNoJoiner(in.charAt(to));
    }

    private static boolean isShapeless(char c) {
        return c >= 0xAD && UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    /** Persian, Indic, Khmer and Thai words are honestly written with joiners and breaks of no width. */
    private static boolean needsNoJoiner(char c) {
        return Character.isLetter(c)
                && switch (UScript.getScript(c)) {
                    case UScript.LATIN, UScript.HAN, UScript.CYRILLIC, UScript.GREEK -> true;
                    default -> false;
                };
    }

    /** Joins "h i g h" and "h.i.g.h": four or more single Latin letters with the same single gap between them. */
    private static MappedText joinSpacedLetters(MappedText in, Counts counts) {
        MappedText out = null;
        int i = 0;
        while (i < in.length()) {
            int end = spacedRunEnd(in, i);
            if (end > i) {
                if (out == null) {
                    out = new MappedText(in.length());
                    copy(in, 0, i, out);
                }
                for (int k = i; k < end; k += 2) {
                    out.append(in.charAt(k), in.start(k), in.end(k));
                }
                counts.spaced++;
                i = end;
            } else {
                if (out != null) {
                    out.append(in.charAt(i), in.start(i), in.end(i));
                }
                i++;
            }
        }
        return out == null ? in : out;
    }

    private static int spacedRunEnd(MappedText in, int from) {
        if (from + 2 * FEWEST_SPACED_LETTERS - 1 > in.length()
                || !isSmallLatin(in.charAt(from))
                || !isGap(in.charAt(from + 1))
                || (from > 0 && Character.isLetterOrDigit(in.charAt(from - 1)))) {
            return from;
        }
        char gap = in.charAt(from + 1);
        int letters = 1;
        int i = from + 1;
        while (i + 1 < in.length() && in.charAt(i) == gap && isSmallLatin(in.charAt(i + 1))) {
            letters++;
            i += 2;
        }
        boolean runsIntoWord = i < in.length() && Character.isLetterOrDigit(in.charAt(i));
        if (runsIntoWord) {
            letters--;
            i -= 2;
        }
        return letters >= FEWEST_SPACED_LETTERS ? i : from;
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '.' || c == '-' || c == '_' || c == '*' || c == '|' || c == '/';
    }

    private static boolean isSmallLatin(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static void copy(MappedText in, int from, int to, MappedText out) {
        for (int i = from; i < to; i++) {
            out.append(in.charAt(i), in.start(i), in.end(i));
        }
    }

    private static void mendMixedWords(MappedText text, Counts counts) {
        int i = 0;
        while (i < text.length()) {
            int end = i;
            int latin = 0;
            int foreign = 0;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                latin += isSmallLatin(text.charAt(end)) ? 1 : 0;
                foreign += LookAlikes.isForeignAlphabet(text.charAt(end)) ? 1 : 0;
                end++;
            }
            if (foreign > 0 && latin > 0) {
                counts.mixed++;
                for (int k = i; k < end; k++) {
                    if (LookAlikes.isForeignAlphabet(text.charAt(k))) {
                        text.replace(k, LookAlikes.latin(text.charAt(k)));
                    }
                }
            }
            i = end + 1;
        }
    }
}
