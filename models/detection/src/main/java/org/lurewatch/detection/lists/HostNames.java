package org.lurewatch.detection.lists;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The hosts that a raw text names, in the ASCII form in which they are registered. Letters that look alike make another
 * host, so the text is read as it stands. Where a script without spaces runs into a host, the host is what is written in other
 * letters, unless its beginning is marked by a slash or an at sign.
 */
final class HostNames {
    private static final int LONGEST = 253;

    /** A run of letters without spaces that is longer is a sentence. */
    private static final int LONGEST_UNSPACED = 63;

    private static final int FIRST_BEYOND_ASCII = 0x80;

    /** What IDNA drops. */
    private static final String SHAPELESS = "\u00AD\u200B\u200C\u200D\u2060\uFEFF";

    private static final Set<UnicodeScript> UNSPACED = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private HostNames() {}

    /**
     * A host in a text.
     *
     * @param name in ASCII, without "www."
     * @param start first unit in the raw text
     * @param end one past the last
     * @param marked whether a slash or an at sign shows that it begins here
     */
    record Found(String name, int start, int end, boolean marked) {}

    /** The ASCII form, lower case and without "www."; empty where the text is no host with a dot. */
    static Optional<String> ascii(String host) {
        if (host.isEmpty() || host.length() > LONGEST) {
            return Optional.empty();
        }
        String ascii;
        try {
            ascii = host.chars().allMatch(c -> c < FIRST_BEYOND_ASCII) ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        String lower = ascii.toLowerCase(Locale.ROOT);
        String name = lower.startsWith("www.") ? lower.substring("www.".length()) : lower;
        return isHost(name) ? Optional.of(name) : Optional.empty();
    }

    private static boolean isHost(String name) {
        int label = 0;
        int dots = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = isLetter(c) || c >= '0' && c <= '9' || c == '-';
            if (c == '.') {
                if (label == 0) {
                    return false;
                }
                dots++;
                label = 0;
            } else if (plain) {
                label++;
            } else {
                return false;
            }
        }
        return dots > 0 && label > 1 && name.length() <= LONGEST && isLetter(name.charAt(name.length() - label));
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** All hosts of a raw text, in reading order. */
    static List<Found> in(String raw) {
        List<Found> found = new ArrayList<>();
        int i = 0;
        while (i < raw.length()) {
            int start = i;
            boolean unspaced = false;
            boolean dotted = false;
            int cp = raw.codePointAt(i);
            while (isPart(cp)) {
                unspaced |= isUnspaced(cp);
                dotted |= isDot(cp);
                i += Character.charCount(cp);
                cp = i < raw.length() ? raw.codePointAt(i) : ' ';
            }
            if (dotted) {
                addRun(raw, start, i, unspaced, found);
            }
            i += i < raw.length() ? Character.charCount(cp) : 0;
        }
        return found;
    }

    private static void addRun(String raw, int start, int end, boolean unspaced, List<Found> found) {
        boolean marked = start > 0 && (raw.charAt(start - 1) == '/' || raw.charAt(start - 1) == '@');
        if (!unspaced || end - start <= LONGEST_UNSPACED) {
            add(raw, start, end, marked, found);
        }
        int i = start;
        while (unspaced && i < end) {
            int from = i;
            int cp = raw.codePointAt(i);
            while (i < end && !isUnspaced(cp)) {
                i += Character.charCount(cp);
                cp = i < end ? raw.codePointAt(i) : ' ';
            }
            if (i > from && (!marked || from == start)) {
                add(raw, from, i, marked, found);
            }
            i += i < end ? Character.charCount(cp) : 0;
        }
    }

    private static void add(String raw, int from, int to, boolean marked, List<Found> found) {
        int start = from;
        int end = to;
        while (start < end && isEdge(raw.charAt(start))) {
            start++;
        }
        while (end > start && isEdge(raw.charAt(end - 1))) {
            end--;
        }
        if (end - start > LONGEST) {
            return;
        }
        int first = start;
        int last = end;
        ascii(raw.substring(start, end)).ifPresent(name -> found.add(new Found(name, first, last, marked)));
    }

    private static boolean isEdge(char c) {
        return isDot(c) || c == '-';
    }

    private static boolean isPart(int cp) {
        if (cp < FIRST_BEYOND_ASCII) {
            return cp >= 'a' && cp <= 'z' || cp >= 'A' && cp <= 'Z' || cp >= '0' && cp <= '9' || cp == '.' || cp == '-';
        }
        int type = Character.getType(cp);
        return isDot(cp)
                || Character.isLetterOrDigit(cp)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || SHAPELESS.indexOf(cp) >= 0;
    }

    /** Those that IDNA reads as dots. */
    private static boolean isDot(int cp) {
        return cp == '.' || cp == '\u3002' || cp == '\uFF0E' || cp == '\uFF61';
    }

    private static boolean isUnspaced(int cp) {
        return cp >= FIRST_BEYOND_ASCII && !isDot(cp) && UNSPACED.contains(UnicodeScript.of(cp));
    }
}
