package org.lurewatch.detection.text;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Text whose UTF-8 was taken for another charset: finds the characters that were meant.
 *
 * <p>A text is taken for such only where nearly all that is not ASCII in it reads as UTF-8, for honest text may hold a pair
 * that does by chance: a capital with an accent before a closing quotation mark. Pairs that no orthography has are mended in any
 * text.
 */
final class Mojibake {
    /** Of what is not ASCII, so much must read as UTF-8. */
    private static final double FEWEST_READ = 0.75;

    /** The same for a few characters of charsets with other letters: some words of Russian or Chinese fit by chance. */
    private static final double FEWEST_READ_OF_FEW = 0.95;

    private static final int FEWEST_SEQUENCES = 2;
    private static final int FEWEST_SEQUENCES_ELSEWHERE = 4;

    /** So many bytes tell whether a text is worth a closer look. */
    private static final int BEGINNING = 48;

    /** Runs of this length, beyond ASCII, with letters and signs in them are no words of any language. */
    private static final int SHORTEST_GARBLED = 4;

    private static final char FIRST_HIGH = 0x80;
    private static final int FIRST_LEAD = 0xC2;
    private static final int LAST_LEAD = 0xF4;
    private static final char LOST = ' ';
    private static final char REPLACEMENT = '\uFFFD';

    private static final Set<UnicodeScript> USUAL = EnumSet.of(
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED,
            UnicodeScript.LATIN,
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.ARABIC,
            UnicodeScript.HEBREW,
            UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN,
            UnicodeScript.ETHIOPIC,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.MYANMAR,
            UnicodeScript.KHMER,
            UnicodeScript.TIBETAN,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL);

    private final String text;
    private final ByteTable table;

    /** Where the runs of characters beyond ASCII begin. */
    private final int[] runs;

    /** The bytes of a run, and for each the place of the character that it is part of. */
    private byte[] bytes = new byte[64];

    private int[] owners = new int[64];
    private int length;

    private long high;
    private long read;
    private int sequences;
    private int longSequences;
    private int sure;
    private boolean garbled;

    private Mojibake(String text, ByteTable table, int[] runs) {
        this.text = text;
        this.table = table;
        this.runs = runs;
    }

    /** The text as it was meant, or null where it is not of this kind throughout. */
    static Mended mend(String text) {
        if (!mayHold(text)) {
            return null;
        }
        int[] runs = runs(text);
        Mojibake best = null;
        for (ByteTable table : ByteTable.all()) {
            Mojibake attempt = new Mojibake(text, table, runs);
            if (attempt.seemsSo()) {
                attempt.count();
                best = attempt.isSo() && (best == null || attempt.share() > best.share()) ? attempt : best;
            }
        }
        return best == null ? null : best.mended(true);
    }

    /** The text with what cannot be anything else mended, and without what is no text; null where there is neither. */
    static Mended mendPlaces(String text) {
        Mojibake attempt = new Mojibake(text, ByteTable.western(), runs(text));
        attempt.count();
        return attempt.sure > 0 || attempt.garbled ? attempt.mended(false) : null;
    }

    private static int[] runs(String text) {
        int[] runs = new int[16];
        int count = 0;
        boolean within = false;
        for (int i = 0; i < text.length(); i++) {
            boolean beyond = text.charAt(i) >= FIRST_HIGH;
            if (beyond && !within) {
                runs = count == runs.length ? Arrays.copyOf(runs, 2 * count) : runs;
                runs[count++] = i;
            }
            within = beyond;
        }
        return Arrays.copyOf(runs, count);
    }

    private static boolean mayHold(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_HIGH && text.charAt(i - 1) >= FIRST_HIGH) {
                return true;
            }
        }
        return false;
    }

    private boolean isSo() {
        if (table == ByteTable.western()) {
            return share() >= FEWEST_READ && sequences >= FEWEST_SEQUENCES;
        }
        boolean enough = share() >= FEWEST_READ_OF_FEW
                ? sequences >= FEWEST_SEQUENCES_ELSEWHERE
                : share() >= FEWEST_READ && sequences >= 2 * FEWEST_SEQUENCES_ELSEWHERE;
        return enough
                && (!table.isOfTwoBytes()
                        || 2 * longSequences >= sequences
                        || sequences >= 2 * FEWEST_SEQUENCES_ELSEWHERE);
    }

    private double share() {
        return high == 0 ? 0 : read / (double) high;
    }

    /** Whether the beginning reads as UTF-8: of honest text in another script hardly anything does. */
    private boolean seemsSo() {
        for (int run = 0; run < runs.length && high < BEGINNING; run++) {
            int i = runs[run];
            do {
                i = take(i, i + BEGINNING);
                countRun();
            } while (high < BEGINNING && i < text.length() && text.charAt(i) >= FIRST_HIGH);
        }
        boolean seems = high > 0 && 2 * read >= high;
        high = 0;
        read = 0;
        sequences = 0;
        longSequences = 0;
        sure = 0;
        return seems;
    }

    private void count() {
        for (int run : runs) {
            take(run, text.length());
            countRun();
            garbled |= table == ByteTable.western() && isGarbled();
        }
    }

    /** Takes the bytes of the run that begins here, and answers its end. */
    private int take(int from, int limit) {
        length = 0;
        int i = from;
        while (i < Math.min(limit, text.length()) && text.charAt(i) >= FIRST_HIGH) {
            char both = table.of(text.charAt(i));
            if (both >= 0x100) {
                add(both >> Byte.SIZE, i);
            }
            add(both & 0xFF, i);
            i++;
        }
        return i;
    }

    private void add(int b, int owner) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
            owners = Arrays.copyOf(owners, 2 * length);
        }
        bytes[length] = (byte) b;
        owners[length] = owner;
        length++;
    }

    private void countRun() {
        int at = 0;
        while (at < length) {
            int size = sequence(at);
            high += size > 1 ? size : isReplaced(at) || (at + 1 < length && isReplaced(at + 1)) ? 0 : 1;
            if (size > 1) {
                read += size;
                sequences++;
                longSequences += size > 2 ? 1 : 0;
                sure += isSure(at, size) ? 1 : 0;
            }
            at += Math.max(1, size);
        }
    }

    /** The number of bytes of the character of UTF-8 that begins at a byte, two to four; 0 where none does. */
    private int sequence(int at) {
        int lead = bytes[at] & 0xFF;
        if (lead < FIRST_LEAD || lead > LAST_LEAD) {
            return 0;
        }
        int size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (at + size > length) {
            return 0;
        }
        for (int i = at + 1; i < at + size; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int cp = codePoint(at, size);
        boolean overlong = (size == 3 && cp < 0x800) || (size == 4 && cp < 0x10000);
        return overlong || !isUsual(cp) ? 0 : size;
    }

    /** Whether adverts are written with a character: what honest text reads as by chance is mostly of no living script. */
    private static boolean isUsual(int cp) {
        if (!Character.isDefined(cp) || (cp >= 0x750 && cp < 0x780) || (cp >= 0x3400 && cp < 0x4E00)) {
            return false;
        }
        return switch (Character.getType(cp)) {
            case Character.SURROGATE, Character.PRIVATE_USE -> false;
            default -> USUAL.contains(UnicodeScript.of(cp));
        };
    }

    private int codePoint(int at, int size) {
        int cp = bytes[at] & (0xFF >> (size + 1));
        for (int i = at + 1; i < at + size; i++) {
            cp = cp << 6 | (bytes[i] & 0x3F);
        }
        return cp;
    }

    /** Whether a byte was lost before: nothing is known of it, nor of what it was part of. */
    private boolean isReplaced(int at) {
        return text.charAt(owners[at]) == REPLACEMENT;
    }

    /** Whether no orthography has these characters in a row: "Ã©", "Â£", "â€™" and the like. */
    private boolean isSure(int at, int size) {
        int lead = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        return switch (lead) {
            case 0xC2 -> second >= 0xA0 && second != 0xBB;
            case 0xC3 -> second > 0xA0 && second != 0xBB;
            case 0xE2 -> second == 0x80 || second == 0x82 || second == 0x84;
            case 0xEF -> second == 0xBF || second == 0xBB;
            case 0xF0 -> size == 4 && second == 0x9F;
            default -> false;
        };
    }

    /** Whether a run of Western characters is no word: it mixes letters that begin a character of UTF-8 with signs. */
    private boolean isGarbled() {
        int leads = 0;
        int signs = 0;
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xFF;
            leads += b >= FIRST_LEAD && b <= LAST_LEAD ? 1 : 0;
            signs += b >= FIRST_HIGH && b < 0xC0 ? 1 : 0;
            if (b == 0 && !isReplaced(i)) {
                return false;
            }
        }
        return length >= SHORTEST_GARBLED && leads >= 2 && signs > 0;
    }

    /**
     * Puts the characters that were meant in the place of those that stand.
     *
     * @param throughout whether the whole text is of this kind, or only what cannot be anything else
     */
    private Mended mended(boolean throughout) {
        MappedText out = new MappedText(text.length());
        boolean lost = false;
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) < FIRST_HIGH) {
                out.append(text.charAt(i), i, i + 1);
                i++;
            } else {
                int end = take(i, text.length());
                lost |= mendRun(i, end, throughout, out);
                i = end;
            }
        }
        return new Mended(out, lost);
    }

    /** Answers whether anything of the run is lost. */
    private boolean mendRun(int from, int to, boolean throughout, MappedText out) {
        boolean all = throughout || isGarbled();
        boolean lost = false;
        int last = from - 1;
        int at = 0;
        while (at < length) {
            int size = sequence(at);
            if (size > 1 && (throughout || isSure(at, size) || (all && size > 2))) {
                out.append(Character.toString(codePoint(at, size)), owners[at], owners[at + size - 1] + 1);
                at += size;
                last = owners[at - 1];
                continue;
            }
            int owner = owners[at];
            if (owner > last) {
                boolean halfRead = all && isPart(at, to - from);
                boolean graveA = halfRead && isGraveA(at, to);
                out.append(graveA ? 'à' : halfRead ? LOST : text.charAt(owner), owner, owner + 1);
                lost |= halfRead && !graveA;
                last = owner;
            }
            at++;
        }
        return lost;
    }

    /** Whether a byte that fits into no character was once part of one: a sign that stands alone may be meant. */
    private boolean isPart(int at, int runLength) {
        int b = bytes[at] & 0xFF;
        boolean letter = b >= FIRST_LEAD && b <= LAST_LEAD;
        return isReplaced(at) || (b != 0 && (table.isOfTwoBytes() || letter || (runLength > 1 && b < 0xC0)));
    }

    /** The second byte of "à" reads as a space that does not break, which many tools turn into an ordinary one. */
    private boolean isGraveA(int at, int to) {
        return table == ByteTable.western()
                && (bytes[at] & 0xFF) == 0xC3
                && owners[at] == to - 1
                && to < text.length()
                && text.charAt(to) == ' ';
    }
}
