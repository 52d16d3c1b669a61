package org.lurewatch.detection.text;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;

/**
 * The one chain from raw text to comparable text, for training and serving alike. Its steps, in the order that is safe
 * for all scripts: wrong decoding undone; markup off; NFKC with case folding, which also drops format characters; plain letters for styled
 * ones, plain figures for those of all scripts, stray marks off Latin and Han, Traditional to Simplified Han; the
 * escapes of Markdown off; letter spacing; look-alike letters in words that mix alphabets, and signs in the place of letters; cover names.
 */
public final class TextChain {
    private static final Normalizer2 NFKC_CASE_FOLD = Normalizer2.getNFKCCasefoldInstance();

    private static final int MOST_MARKS = 64;

    /**
     * Units that fold to more than this many are not letters: one Arabic ligature stands for a sentence of eighteen.
     */
    private static final int LONGEST_FOLD = 4;

    /** By this factor a text may grow through folding; ligatures beyond that stay as they are. */
    private static final int MOST_GROWTH = 2;

    private static final char SHARP_S = 'ß';

    private TextChain() {}

    /** The comparable form of a raw field. */
    public static ComparableText comparable(String raw) {
        return comparable(raw, true);
    }

    /** The same, but cover names stay as they are: for word lists that hold the cover names themselves. */
    public static ComparableText withoutAliases(String raw) {
        return comparable(raw, false);
    }

    private static ComparableText comparable(String raw, boolean aliases) {
        Mended mended = Mended.of(raw);
        return mended == null
                ? undisguised(raw, aliases)
                : undisguised(mended.string(), aliases).over(mended.text(), raw);
    }

    private static ComparableText undisguised(String raw, boolean aliases) {
        MappedText stripped = Markup.strip(raw);
        TrickCounts counts = new TrickCounts();
        MappedText folded = MarkdownEscapes.drop(fold(stripped, counts));
        MappedText text = SpacedLetters.join(folded, counts);
        if (counts.foreign) {
            MixedWords.mend(text, raw, counts);
        }
        counts.signs |= text.contains('@') || text.contains('$');
        SignLetters.mend(text, counts);
        if (aliases) {
            text = Aliases.replace(text, counts);
        }
        return text.toComparable(raw, counts.toTricks());
    }

    private static MappedText fold(MappedText in, TrickCounts counts) {
        if (in.foldSimple(counts)) {
            return in;
        }
        MappedText out = new MappedText(in.length() + 16);
        int i = 0;
        while (i < in.length()) {
            int simple = out.appendSimple(in, i, counts);
            i = simple > i || simple == in.length() ? simple : foldSegment(in, i, out, counts);
        }
        return out;
    }

    /** Folds one normalisation segment, so that whatever comes out maps to all that went in. */
    private static int foldSegment(MappedText in, int from, MappedText out, TrickCounts counts) {
        int cp = in.codePointAt(from);
        int to = from + Character.charCount(cp);
        counts.styled += StyledForms.isStyled(cp) ? 1 : 0;
        if (StyledForms.isRegional(cp)) {
            return foldFlags(in, from, out, counts);
        }
        String plain = cp == SHARP_S && isInCyrillic(in, from) ? "в" : StyledForms.plain(cp);
        if (plain != null || NFKC_CASE_FOLD.isInert(cp)) {
            counts.hidden += plain != null && hidesBetweenLetters(in, from, to) ? 1 : 0;
            appendFolded(in, from, to, plain == null ? in.slice(from, to) : plain, out, counts);
            return to;
        }
        while (to < in.length() && !NFKC_CASE_FOLD.hasBoundaryBefore(in.codePointAt(to))) {
            to += Character.charCount(in.codePointAt(to));
        }
        String folded = normalized(in, from, to);
        counts.hidden += hidesBetweenLetters(in, from, to) ? 1 : 0;
        appendFolded(in, from, to, folded, out, counts);
        return to;
    }

    /** The sharp s would fold to two letters; in a Cyrillic word it stands for one. */
    private static boolean isInCyrillic(MappedText in, int at) {
        return (at > 0 && Alphabet.of(in.charAt(at - 1)) == Alphabet.CYRILLIC)
                || (at + 1 < in.length() && Alphabet.of(in.charAt(at + 1)) == Alphabet.CYRILLIC);
    }

    /**
     * Marks in the order of Unicode. That takes the square of their number, so a flood of them is taken by pieces, as
     * in Unicode's stream-safe format, whose limit no orthography comes near.
     */
    private static String normalized(MappedText in, int from, int to) {
        if (to - from <= MOST_MARKS) {
            return NFKC_CASE_FOLD.normalize(in.slice(from, to));
        }
        StringBuilder folded = new StringBuilder(to - from);
        int start = from;
        while (start < to) {
            int end = Math.min(to, start + MOST_MARKS);
            end += end < to && Character.isLowSurrogate(in.charAt(end)) ? 1 : 0;
            folded.append(NFKC_CASE_FOLD.normalize(in.slice(start, end)));
            start = end;
        }
        return folded.toString();
    }

    /** Flags stay; a word spelt in the halves of flags is read. */
    private static int foldFlags(MappedText in, int from, MappedText out, TrickCounts counts) {
        StringBuilder letters = new StringBuilder();
        int to = from;
        while (to < in.length() && StyledForms.isRegional(in.codePointAt(to))) {
            letters.append(StyledForms.regionalLetter(in.codePointAt(to)));
            to += 2;
        }
        if (StyledForms.areFlags(letters.toString())) {
            out.append(in, from, to);
            return to;
        }
        for (int i = 0; i < letters.length(); i++) {
            out.append(letters.charAt(i), in.start(from + 2 * i), in.end(from + 2 * i + 1));
        }
        counts.styled += letters.length();
        return to;
    }

    private static void appendFolded(
            MappedText in, int from, int to, String folded, MappedText out, TrickCounts counts) {
        if (folded.length() > LONGEST_FOLD * (to - from) && out.length() > MOST_GROWTH * in.length()) {
            out.append(in, from, to);
            return;
        }
        boolean strayBefore = false;
        for (int i = 0; i < folded.length(); i++) {
            char c = LookAlikes.simplified(folded.charAt(i));
            if (isStrayMark(c, out)) {
                out.extendLast(in.end(to - 1));
                counts.marks += strayBefore || strikesThrough(c) ? 1 : 0;
                strayBefore = true;
                continue;
            }
            counts.note(c);
            out.append(SimpleFolds.plainDigit(c), in.start(from), in.end(to - 1));
        }
    }

    /** After NFKC a mark that still stands behind a Latin or Han letter carries no meaning in any orthography served. */
    private static boolean isStrayMark(char c, MappedText out) {
        if (c < 0x300) {
            return false;
        }
        int type = Character.getType(c);
        if (type == Character.ENCLOSING_MARK) {
            return true;
        }
        if (type != Character.NON_SPACING_MARK || out.length() == 0) {
            return false;
        }
        char base = out.charAt(out.length() - 1);
        return base < 0x250 || (base >= 0x1E00 && base < 0x1F00) || (base >= 0x3400 && base <= 0x9fff);
    }

    /** Tone and vowel marks are written in honest texts; strokes through letters and rings round them are not. */
    private static boolean strikesThrough(char c) {
        return (c >= 0x334 && c <= 0x338) || (c >= 0x20D2 && c <= 0x20E4) || c == 0x489;
    }

    /** Whether a segment ends in characters without a shape, between two letters of scripts that have no use for them. */
    private static boolean hidesBetweenLetters(MappedText in, int from, int to) {
        int hidden = to;
        while (hidden > from && StyledForms.isShapeless(in.codePointBefore(hidden))) {
            hidden -= Character.charCount(in.codePointBefore(hidden));
        }
        return hidden < to
                && hidden > 0
                && to < in.length()
                && needsNoJoiner(in.charAt(hidden - 1))
                && needsNoJoiner(in.charAt(to));
    }

    /** Persian, Indic, Khmer and Thai words are honestly written with joiners and breaks of no width. */
    private static boolean needsNoJoiner(char c) {
        return Character.isLetter(c)
                && switch (UScript.getScript(c)) {
                    case UScript.LATIN, UScript.HAN, UScript.CYRILLIC, UScript.GREEK -> true;
                    default -> false;
                };
    }
}
