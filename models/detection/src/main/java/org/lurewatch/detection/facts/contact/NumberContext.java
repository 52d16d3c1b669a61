package org.lurewatch.detection.facts.contact;

import org.lurewatch.detection.facts.words.FactWords;
import org.lurewatch.detection.facts.words.Marks;
import org.lurewatch.detection.facts.words.Role;
import org.lurewatch.detection.facts.words.StatementEnds;

/** What the words beside digits make of them. */
enum NumberContext {
    /** A word for telephone or a messenger stands before. */
    PHONE,
    /** A word for pay stands before. */
    PAY,
    /** A word for the number of a document, a firm or a vacancy stands right before. */
    DOCUMENT,
    UNKNOWN;

    private static final int NEAR = 26;
    private static final int MOST_MARKS = 5;
    private static final int RIGHT_BEFORE = 12;
    private static final int BESIDE = 3;

    /** What stands before digits: the nearest word decides. */
    static NumberContext before(Marks marks, int mark, int start) {
        boolean numbers = false;
        for (int i = mark - 1; i >= 0 && i >= mark - MOST_MARKS && start - marks.end(i) <= NEAR; i--) {
            if (marks.is(i, Role.PHONE) || marks.is(i, Role.MESSENGER)) {
                return isNumberOfDocument(marks, i) ? DOCUMENT : PHONE;
            }
            if (marks.is(i, Role.DOCUMENT_NUMBER) && isRightBefore(marks.text(), marks.end(i), start)) {
                return DOCUMENT;
            }
            boolean sameStatement = !numbers && !StatementEnds.isBetween(marks.text(), marks.end(i), start);
            if (sameStatement && marks.is(i, Role.PAY)) {
                return PAY;
            }
            numbers |= marks.isNumber(i);
        }
        return UNKNOWN;
    }

    private static boolean isRightBefore(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == ',' || c == ';' || c == '\u3001' || c == '\u060c' || c == '!' || c == '?') {
                return false;
            }
        }
        return to - from <= RIGHT_BEFORE;
    }

    /** "licence number": the word for number serves telephones and documents alike. */
    private static boolean isNumberOfDocument(Marks marks, int mark) {
        return marks.is(mark, Role.ID)
                && marks.is(mark - 1, Role.DOCUMENT_NUMBER)
                && marks.gap(mark - 1, mark) <= BESIDE;
    }

    /** Whether a currency stands before digits, or a currency, a scale or the time that is paid for behind them. */
    static boolean isMoney(Marks marks, int mark, PhoneRun run, boolean announced) {
        int first = mark;
        while (first > 0 && marks.start(first) > run.start()) {
            first--;
        }
        while (first < marks.size() && marks.start(first) < run.start()) {
            first++;
        }
        int before = first == 0 ? BESIDE : run.start() - marks.end(first - 1);
        if (before <= 1
                && (marks.is(first - 1, Role.CURRENCY) || (before == 0 && marks.is(first - 1, Role.GLUED_CURRENCY)))) {
            return true;
        }
        int next = first;
        while (next < marks.size() && marks.start(next) < run.end()) {
            next++;
        }
        if (next == marks.size() || marks.start(next) - run.end() > BESIDE) {
            return false;
        }
        int gap = marks.start(next) - run.end();
        boolean ofTheNextSum = marks.isNumber(next + 1) && marks.gap(next, next + 1) <= 1;
        boolean sum = marks.is(next, Role.CURRENCY) || (marks.is(next, Role.SCALE) && gap <= 1);
        return (sum && !ofTheNextSum) || (marks.is(next, Role.PERIOD) && !announced);
    }

    /** Whether digits are one end of a range: a word or sign for "to" parts them from the figure before or behind. */
    static boolean isEndOfRange(Marks marks, int mark, PhoneRun run) {
        int first = mark;
        while (first > 0 && marks.start(first) > run.start()) {
            first--;
        }
        int next = mark;
        while (next < marks.size() && marks.start(next) < run.end()) {
            next++;
        }
        return (marks.isNumber(first - 1) && isRange(marks, marks.end(first - 1), run.start()))
                || (marks.isNumber(next) && isRange(marks, run.end(), marks.start(next)));
    }

    private static boolean isRange(Marks marks, int from, int to) {
        return to > from
                && to - from <= RIGHT_BEFORE
                && FactWords.TABLE.isRange(marks.text().substring(from, to).strip(), false);
    }
}
