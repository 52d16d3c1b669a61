package org.lurewatch.detection.facts;

import java.util.Arrays;
import org.lurewatch.detection.text.ComparableText;

/**
 * The places of a text where facts may begin, in reading order: numbers, words of the table, at signs and links. Found
 * in one pass over the text; the readers only look at these.
 */
final class Marks {
    static final byte NUMBER = 0;
    static final byte WORD = 1;
    static final byte AT = 2;
    static final byte LINK = 3;

    private static final int MOST = 20_000;

    /** A scan that had to hold more is not kept for the next text. */
    private static final int MOST_KEPT = 4_096;

    private static final ThreadLocal<Marks> OF_THREAD = ThreadLocal.withInitial(Marks::new);

    String text;
    /** The text again: a plain array is read about twice as fast as a string. It may be longer than the text. */
    char[] units;

    private int size;
    private byte[] kinds = new byte[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private double[] values = new double[64];
    private FactWord[] words = new FactWord[64];

    private Marks() {}

    /** The marks of a text, good until this thread asks for those of the next. */
    static Marks of(ComparableText text) {
        return of(text.text(), text.units());
    }

    /** The marks of a text that is comparable already, good until this thread asks for those of the next. */
    static Marks of(String text) {
        return of(text, text.toCharArray());
    }

    private static Marks of(String text, char[] units) {
        Marks marks = OF_THREAD.get();
        if (marks.size > MOST_KEPT) {
            marks = new Marks();
            OF_THREAD.set(marks);
        }
        marks.text = text;
        marks.units = units;
        marks.size = 0;
        new MarkScan(marks).run();
        return marks;
    }

    int size() {
        return size;
    }

    boolean full() {
        return size >= MOST;
    }

    byte kind(int mark) {
        return kinds[mark];
    }

    int start(int mark) {
        return starts[mark];
    }

    int end(int mark) {
        return ends[mark];
    }

    /** The number read, or NaN where the figure is no plain number (a date, a version). */
    double value(int mark) {
        return values[mark];
    }

    boolean isNumber(int mark) {
        return mark >= 0 && mark < size && kinds[mark] == NUMBER;
    }

    boolean is(int mark, Role role) {
        return mark >= 0 && mark < size && kinds[mark] == WORD && words[mark].is(role);
    }

    FactWord word(int mark) {
        return words[mark];
    }

    /** Units between the end of one mark and the start of the next; larger than any limit where there is none. */
    int gap(int mark, int next) {
        return mark < 0 || next >= size ? Integer.MAX_VALUE : starts[next] - ends[mark];
    }

    void addNumber(int start, int end, double value) {
        add(NUMBER, start, end, value, null);
    }

    void addWord(int start, int end, FactWord word) {
        add(WORD, start, end, word.number(), word);
    }

    void addSign(byte kind, int start, int end) {
        add(kind, start, end, 0, null);
    }

    private void add(byte kind, int start, int end, double value, FactWord word) {
        if (size == kinds.length) {
            int larger = size * 2;
            kinds = Arrays.copyOf(kinds, larger);
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            values = Arrays.copyOf(values, larger);
            words = Arrays.copyOf(words, larger);
        }
        kinds[size] = kind;
        starts[size] = start;
        ends[size] = end;
        values[size] = value;
        words[size] = word;
        size++;
    }
}
