package org.lurewatch.detection.facts.words;

import java.util.Arrays;

/** The marks of a text in plain arrays, one for each thread, which are filled anew for each text. */
final class MarkList implements Marks {
    private static final int MOST = 20_000;

    /** A list that grew beyond this is not reused for the next text. */
    private static final int MOST_KEPT = 4_096;

    private static final ThreadLocal<MarkList> OF_THREAD = ThreadLocal.withInitial(MarkList::new);

    private String text = "";
    private char[] units = {};
    private int size;
    private byte[] kinds = new byte[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private double[] values = new double[64];
    private FactWord[] words = new FactWord[64];

    private MarkList() {}

    static MarkList of(String text, char[] units) {
        MarkList marks = OF_THREAD.get();
        if (marks.size > MOST_KEPT) {
            marks = new MarkList();
            OF_THREAD.set(marks);
        }
        marks.text = text;
        marks.units = units;
        marks.size = 0;
        new MarkScan(marks).run();
        return marks;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public char[] units() {
        return units;
    }

    @Override
    public int size() {
        return size;
    }

    boolean full() {
        return size >= MOST;
    }

    @Override
    public byte kind(int mark) {
        return kinds[mark];
    }

    @Override
    public int start(int mark) {
        return starts[mark];
    }

    @Override
    public int end(int mark) {
        return ends[mark];
    }

    @Override
    public double value(int mark) {
        return values[mark];
    }

    @Override
    public boolean isNumber(int mark) {
        return mark >= 0 && mark < size && kinds[mark] == NUMBER;
    }

    @Override
    public boolean is(int mark, Role role) {
        return mark >= 0 && mark < size && kinds[mark] == WORD && words[mark].is(role);
    }

    @Override
    public FactWord word(int mark) {
        return words[mark];
    }

    @Override
    public int gap(int mark, int next) {
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
