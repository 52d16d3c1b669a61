package org.lurewatch.detection.facts.words;

import org.lurewatch.detection.text.ComparableText;

/**
 * The places of a text where facts may begin, in reading order: numbers, words of the table, at signs and the {@code ://}
 * of links. They are found in one pass over the text, and the readers look at nothing else.
 */
public interface Marks {
    byte NUMBER = 0;
    byte WORD = 1;
    byte AT = 2;
    byte LINK = 3;

    /** The marks of a text, valid until this thread asks for those of the next. */
    static Marks of(ComparableText text) {
        return MarkList.of(text.text(), text.units());
    }

    /** The marks of a text that is comparable already, valid until this thread asks for those of the next. */
    static Marks of(String text) {
        return MarkList.of(text, text.toCharArray());
    }

    /** The comparable text. */
    String text();

    /** The text again: a plain array is read about twice as fast as a string. It may be longer than the text. */
    char[] units();

    /** How many marks there are. */
    int size();

    /** {@link #NUMBER}, {@link #WORD}, {@link #AT} or {@link #LINK}. */
    byte kind(int mark);

    int start(int mark);

    int end(int mark);

    /** The number read, or NaN where the figure is no plain number (a date, a version). */
    double value(int mark);

    boolean isNumber(int mark);

    /** Whether it is a word of this role; false for marks that there are not. */
    boolean is(int mark, Role role);

    FactWord word(int mark);

    /** Units between the end of one mark and the start of the next; larger than any limit where there is none. */
    int gap(int mark, int next);
}
