package org.lurewatch.detection.text;

import java.util.Arrays;

/** Text under construction: each unit with the span of raw units that made it. */
final class MappedText {
    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int length;

    MappedText(int capacity) {
        int size = Math.max(16, capacity);
        chars = new char[size];
        starts = new int[size];
        ends = new int[size];
    }

    /** The places of a text that stands as it is are the same for all texts: they are shared, and never written to. */
    private static final int SHARED = 1 << 14;

    private static final char FIRST_BEYOND_ASCII = 0x80;
    private static final char FIRST_MARK = 0x300;

    private static final int[] PLACES = places(0);
    private static final int[] PLACES_BEHIND = places(1);

    private static int[] places(int first) {
        int[] places = new int[SHARED];
        for (int i = 0; i < SHARED; i++) {
            places[i] = i + first;
        }
        return places;
    }

    private MappedText(char[] chars, int[] starts, int[] ends) {
        this.chars = chars;
        this.starts = starts;
        this.ends = ends;
        this.length = chars.length;
    }

    /** Every unit of the raw text as it stands; units may be replaced, but none appended. */
    static MappedText of(String raw) {
        if (raw.length() <= SHARED) {
            return new MappedText(raw.toCharArray(), PLACES, PLACES_BEHIND);
        }
        MappedText text = new MappedText(raw.length());
        raw.getChars(0, raw.length(), text.chars, 0);
        for (int i = 0; i < raw.length(); i++) {
            text.starts[i] = i;
            text.ends[i] = i + 1;
        }
        text.length = raw.length();
        return text;
    }

    int length() {
        return length;
    }

    char charAt(int index) {
        return chars[index];
    }

    int codePointAt(int index) {
        return Character.codePointAt(chars, index, length);
    }

    int codePointBefore(int index) {
        return Character.codePointBefore(chars, index);
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    void append(char unit, int start, int end) {
        if (length == chars.length) {
            reserve(1);
        }
        chars[length] = unit;
        starts[length] = start;
        ends[length] = end;
        length++;
    }

    private void reserve(int more) {
        if (length + more > chars.length) {
            int size = Math.max(chars.length * 2, length + more);
            chars = Arrays.copyOf(chars, size);
            starts = Arrays.copyOf(starts, size);
            ends = Arrays.copyOf(ends, size);
        }
    }

    void append(CharSequence units, int start, int end) {
        for (int i = 0; i < units.length(); i++) {
            append(units.charAt(i), start, end);
        }
    }

    void append(MappedText other) {
        append(other, 0, other.length);
    }

    /** The units of a span of another text, with what made them. */
    void append(MappedText other, int from, int to) {
        int count = to - from;
        reserve(count);
        System.arraycopy(other.chars, from, chars, length, count);
        System.arraycopy(other.starts, from, starts, length, count);
        System.arraycopy(other.ends, from, ends, length, count);
        length += count;
    }

    /** Units of the raw text as they stand. */
    void appendRaw(String raw, int from, int to) {
        int count = to - from;
        reserve(count);
        raw.getChars(from, to, chars, length);
        for (int i = 0; i < count; i++) {
            starts[length + i] = from + i;
            ends[length + i] = from + i + 1;
        }
        length += count;
    }

    /** First raw units; there may be more than the text has, and they are not to be changed. */
    int[] starts() {
        return starts;
    }

    /** Ends of raw units, likewise. */
    int[] ends() {
        return ends;
    }

    /** The units; there may be more than the text has, and they are not to be changed. */
    char[] units() {
        return chars;
    }

    /** Folds each unit where it stands, if all fold to one unit each; answers false, and folds none, where one does not. */
    boolean foldSimple(TrickCounts counts) {
        if (simpleEnd(0) < length) {
            return false;
        }
        fold(0, counts);
        return true;
    }

    /**
     * Appends a run of units of another text that fold to one unit each, but for the last one where something follows
     * that might join it.
     *
     * @return one past the last unit of the other text that was taken
     */
    int appendSimple(MappedText other, int from, TrickCounts counts) {
        int end = other.simpleEnd(from);
        boolean mayJoin = end > from
                && end < other.length
                && (other.chars[end - 1] >= FIRST_BEYOND_ASCII || other.chars[end] >= FIRST_MARK);
        end -= mayJoin ? 1 : 0;
        int to = length;
        append(other, from, end);
        fold(to, counts);
        return end;
    }

    private int simpleEnd(int from) {
        int end = from;
        while (end < length && SimpleFolds.of(chars[end]) != SimpleFolds.NONE) {
            end++;
        }
        return end;
    }

    private void fold(int from, TrickCounts counts) {
        for (int i = from; i < length; i++) {
            char fold = SimpleFolds.of(chars[i]);
            chars[i] = fold;
            if (fold >= FIRST_BEYOND_ASCII) {
                counts.note(fold);
            }
        }
    }

    /** Whether a unit occurs. */
    boolean contains(char unit) {
        for (int i = 0; i < length; i++) {
            if (chars[i] == unit) {
                return true;
            }
        }
        return false;
    }

    /** Makes the last unit, if there is one, stand for raw units up to this end too. */
    void extendLast(int end) {
        if (length > 0) {
            ends[length - 1] = end;
        }
    }

    void replace(int index, char unit) {
        chars[index] = unit;
    }

    String slice(int from, int to) {
        return new String(chars, from, to - from);
    }

    /**
     * The same units, mapped to what made the text below.
     *
     * @param below the text that this one was made of, itself made of the raw text
     */
    MappedText over(MappedText below) {
        MappedText mapped = new MappedText(length);
        for (int i = 0; i < length; i++) {
            int start = starts[i];
            int from =
                    start < below.length ? below.starts[start] : below.length == 0 ? 0 : below.ends[below.length - 1];
            mapped.append(chars[i], from, ends[i] > start ? below.ends[ends[i] - 1] : from);
        }
        return mapped;
    }

    ComparableText toComparable(String raw, TextTricks tricks) {
        return new ComparableText(raw, chars, length, starts, ends, tricks);
    }
}
