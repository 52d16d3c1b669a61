package org.lurewatch.trainer.bench.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into the units that an attack may change: words, and single characters with their marks where words are
 * not spaced. Handles, addresses, links and whatever holds digits stay as they are, since a reader has to copy them.
 */
public final class TextUnits {
    private static final String MARKS_OF_HANDLES = "@/._-#\\";

    private static final Pattern CHUNKS = Pattern.compile("\\S+");

    private TextUnits() {}

    /** What becomes of a unit. */
    @FunctionalInterface
    public interface Change {
        String of(String unit, boolean unspaced);
    }

    /** The text with its units changed, and all between them as it was. */
    public static String rewrite(String text, Change change) {
        return rewrite(text, TextUnits::isUnspaced, change);
    }

    /** The text with its words changed; where they are not spaced, all that stands between other characters is one. */
    public static String rewriteWords(String text, UnaryOperator<String> change) {
        return rewrite(text, cp -> false, (word, unspaced) -> change.apply(word));
    }

    /** The letters of a word, each with its marks. */
    public static List<String> letters(String word) {
        List<String> letters = new ArrayList<>();
        for (int start = 0; start < word.length(); ) {
            int end = clusterEnd(word, start);
            letters.add(word.substring(start, end));
            start = end;
        }
        return letters;
    }

    private static String rewrite(String text, IntPredicate alone, Change change) {
        StringBuilder out = new StringBuilder(text.length() + text.length() / 4);
        int i = 0;
        while (i < text.length()) {
            int cp = text.codePointAt(i);
            int end;
            if (alone.test(cp)) {
                end = clusterEnd(text, i);
                out.append(change.of(text.substring(i, end), true));
            } else if (Character.isLetter(cp)) {
                end = wordEnd(text, i, alone);
                String word = text.substring(i, end);
                boolean plain = isAllLetters(word) && !isHandle(text, i, end);
                out.append(plain ? change.of(word, false) : word);
            } else if (isWordPart(cp)) {
                end = wordEnd(text, i, alone);
                out.append(text, i, end);
            } else {
                end = i + Character.charCount(cp);
                out.append(text, i, end);
            }
            i = end;
        }
        return out.toString();
    }

    /** The text with what stands between blanks changed, except addresses and links. */
    public static String rewriteChunks(String text, UnaryOperator<String> change) {
        return CHUNKS.matcher(text).replaceAll(match -> {
            String chunk = match.group();
            boolean link = chunk.contains("@") || chunk.contains("://") || chunk.contains("www.");
            return Matcher.quoteReplacement(link ? chunk : change.apply(chunk));
        });
    }

    /** Whether the letter belongs to a script in which words are not spaced. */
    public static boolean isUnspaced(int cp) {
        return cp >= 0x0E00
                && Character.isLetter(cp)
                && switch (Character.UnicodeScript.of(cp)) {
                    case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                };
    }

    private static int clusterEnd(String text, int from) {
        int end = from + Character.charCount(text.codePointAt(from));
        while (end < text.length() && (isMark(text.charAt(end)) || stacks(text.charAt(end - 1)))) {
            end++;
        }
        return end;
    }

    /** Khmer coeng and Burmese virama put the next consonant under the last one. */
    private static boolean stacks(char c) {
        return c == '\u17d2' || c == '\u1039';
    }

    public static boolean isMark(int cp) {
        int type = Character.getType(cp);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static int wordEnd(String text, int from, IntPredicate alone) {
        int end = from;
        while (end < text.length()) {
            int cp = text.codePointAt(end);
            if (!isWordPart(cp) || alone.test(cp)) {
                return end;
            }
            end += Character.charCount(cp);
        }
        return end;
    }

    private static boolean isWordPart(int cp) {
        return Character.isLetterOrDigit(cp) || isMark(cp) || cp == '_';
    }

    private static boolean isAllLetters(String word) {
        return word.codePoints().allMatch(cp -> Character.isLetter(cp) || isMark(cp));
    }

    /** Whether a word in ASCII, as handles are, is part of an address or follows a colon, where a handle may stand. */
    private static boolean isHandle(String text, int start, int end) {
        if (text.substring(start, end).chars().anyMatch(c -> c > 0x7f)) {
            return false;
        }
        if (start > 0 && MARKS_OF_HANDLES.indexOf(text.charAt(start - 1)) >= 0) {
            return true;
        }
        if (end < text.length() && ("@/_\\".indexOf(text.charAt(end)) >= 0 || text.startsWith("://", end))) {
            return true;
        }
        if (end + 1 < text.length() && text.charAt(end) == '.' && Character.isLetterOrDigit(text.charAt(end + 1))) {
            return true;
        }
        int before = start - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before >= 0 && (text.charAt(before) == ':' || text.charAt(before) == '\uff1a');
    }
}
