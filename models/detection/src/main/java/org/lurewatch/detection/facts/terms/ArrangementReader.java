package org.lurewatch.detection.facts.terms;

import java.util.ArrayList;
import java.util.List;
import org.lurewatch.detection.facts.words.FactWords;
import org.lurewatch.detection.facts.words.Letters;
import org.lurewatch.detection.facts.words.Marks;
import org.lurewatch.detection.facts.words.Role;
import org.lurewatch.detection.facts.words.StatementEnds;

/**
 * Reads whether flight and visa are arranged, and whether papers are asked for: a ticket, a visa or a passport with a
 * word beside it that says so, and no word that denies it.
 */
final class ArrangementReader {
    private static final int MOST = 16;
    private static final int NEAR = 26;

    private final Marks marks;
    private final char[] units;
    private final int length;
    private final List<Arrangement> arrangements = new ArrayList<>();

    private ArrangementReader(Marks marks) {
        this.marks = marks;
        this.units = marks.units();
        this.length = marks.text().length();
    }

    static List<Arrangement> read(Marks marks) {
        for (int mark = 0; mark < marks.size(); mark++) {
            if (isAbout(marks, mark)) {
                return new ArrangementReader(marks).from(mark);
            }
        }
        return List.of();
    }

    private List<Arrangement> from(int first) {
        for (int mark = first; mark < marks.size() && arrangements.size() < MOST; mark++) {
            if (marks.is(mark, Role.TRAVEL)) {
                add(Arrangement.Kind.TRAVEL_PROVIDED, Role.PROVIDED, mark);
            } else if (marks.is(mark, Role.VISA)) {
                add(Arrangement.Kind.VISA_HANDLED, Role.PROVIDED, mark);
            } else if (marks.is(mark, Role.DOCUMENT)) {
                add(Arrangement.Kind.DOCUMENTS_ASKED, Role.HAND_IN, mark);
            }
        }
        return arrangements;
    }

    private static boolean isAbout(Marks marks, int mark) {
        return marks.is(mark, Role.TRAVEL) || marks.is(mark, Role.VISA) || marks.is(mark, Role.DOCUMENT);
    }

    private void add(Arrangement.Kind kind, Role role, int mark) {
        int from = windowStart(marks.start(mark));
        int to = windowEnd(marks.end(mark));
        int nearest = Integer.MAX_VALUE;
        int start = 0;
        int end = 0;
        for (int i = from; i < to; i++) {
            long found = startsWord(i) ? FactWords.TABLE.besideAt(units, i, length) : FactWords.NOT_FOUND;
            int wordEnd = (int) (found >>> 32);
            if (found == FactWords.NOT_FOUND
                    || wordEnd > to
                    || !FactWords.TABLE.besideWord((int) found).is(role)) {
                continue;
            }
            int gap = i < marks.start(mark) ? marks.start(mark) - wordEnd : i - marks.end(mark);
            if (gap >= 0 && gap < nearest) {
                nearest = gap;
                start = Math.min(i, marks.start(mark));
                end = Math.max(wordEnd, marks.end(mark));
            }
        }
        if (end > 0 && !isDenied(from, start, end)) {
            arrangements.add(new Arrangement(kind, start, end));
        }
    }

    /** Whether a no stands before in the same clause, or between; "free" says no to the price only. */
    private boolean isDenied(int from, int start, int end) {
        for (int mark = 0; mark < marks.size() && marks.start(mark) < end; mark++) {
            boolean denies = marks.is(mark, Role.NO) && !marks.word(mark).is(Role.PROVIDED);
            boolean inReach = marks.start(mark) >= from
                    && !StatementEnds.isClauseBetween(marks.text(), marks.end(mark), Math.max(marks.end(mark), start));
            if (denies && inReach) {
                return true;
            }
        }
        return false;
    }

    private int windowStart(int from) {
        int start = from;
        while (start > 0 && from - start < NEAR && !StatementEnds.isBetween(marks.text(), start - 1, start)) {
            start--;
        }
        return start;
    }

    private int windowEnd(int from) {
        int end = from;
        while (end < length && end - from < NEAR && !StatementEnds.isBetween(marks.text(), end, end + 1)) {
            end++;
        }
        while (end < length && Letters.of(units[end]) == Letters.SPACED && end - from < NEAR * 2) {
            end++;
        }
        return end;
    }

    private boolean startsWord(int at) {
        return FactWords.TABLE.beginsBeside(units[at])
                && (at == 0 || Letters.of(units[at]) != Letters.SPACED || Letters.of(units[at - 1]) != Letters.SPACED);
    }
}
