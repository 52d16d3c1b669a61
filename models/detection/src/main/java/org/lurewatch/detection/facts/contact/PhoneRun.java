package org.lurewatch.detection.facts.contact;

import org.lurewatch.detection.facts.words.Letters;
import org.lurewatch.detection.facts.words.Marks;
import org.lurewatch.detection.facts.words.Role;

/**
 * Digits with the separators that phone numbers are written with.
 *
 * @param digits digits only, in ASCII
 * @param international whether a plus or double nought stands before them
 * @param masked whether some were struck out: 0929xxxxx
 * @param shape what the groups of digits look like
 * @param parts in how many groups they stand
 * @param start first unit
 * @param end one past the last unit
 */
record PhoneRun(String digits, boolean international, boolean masked, Shape shape, int parts, int start, int end) {
    private static final int MOST_DIGITS = 17;
    private static final int FEWEST_SPELT = 7;

    /** What groups of digits look like. */
    enum Shape {
        /** Anything: a number of some kind. */
        PLAIN,
        /** A date, the hours of a day or years. */
        TIME,
        /** A range of sums. */
        RANGE,
        /** One sum in thousands, which some telephone numbers look like too. */
        SUM
    }

    /** A number that stands alone, as in a link. */
    static PhoneRun of(String digits, boolean international) {
        return new PhoneRun(digits, international, false, Shape.PLAIN, 1, 0, 0);
    }

    /** The run that begins at a digit, or at the plus or bracket before it; null where all of it is part of a time. */
    static PhoneRun at(String text, int from) {
        int i = from;
        while (i < text.length() && i < from + 3 && isOpening(text, i)) {
            i++;
        }
        DigitGroups groups = DigitGroups.at(text, i);
        if (groups.isEmpty()) {
            return null;
        }
        int start = groups.start();
        int first = start;
        while (start > 0 && first - start < 3 && isOpening(text, start - 1)) {
            start--;
        }
        while (text.charAt(start) == ' ') {
            start++;
        }
        int end = groups.end();
        boolean plus = text.substring(start, first).indexOf('+') >= 0;
        boolean word = groups.masks() > 0 && end < text.length() && Letters.of(text.charAt(end)) == Letters.SPACED;
        String all = groups.digits();
        boolean doubleNought = all.startsWith("00") && all.length() > 9 && all.charAt(2) != '0';
        return new PhoneRun(
                doubleNought ? all.substring(2) : all,
                plus || doubleNought,
                groups.masks() >= 2 && !word,
                shape(groups, plus),
                groups.parts(),
                start,
                end);
    }

    private static Shape shape(DigitGroups groups, boolean plus) {
        if (plus) {
            return Shape.PLAIN;
        }
        if (groups.isTime()) {
            return Shape.TIME;
        }
        if (groups.isRange()) {
            return Shape.RANGE;
        }
        return groups.isSum() ? Shape.SUM : Shape.PLAIN;
    }

    /** The run of figures spelt out one by one, "zero nine one two" or 零九一二, that begins at a mark; or null. */
    static PhoneRun spelt(Marks marks, int mark) {
        StringBuilder digits = new StringBuilder();
        int words = 0;
        int i = mark;
        while (i < marks.size()
                && digits.length() <= MOST_DIGITS
                && (i == mark || marks.gap(i - 1, i) <= 1)
                && isFigure(marks, i)) {
            words += marks.isNumber(i) ? 0 : 1;
            if (marks.isNumber(i)) {
                appendDigits(marks, i, digits);
            } else {
                digits.append((int) marks.value(i));
            }
            i++;
        }
        return digits.length() < FEWEST_SPELT || words < 3
                ? null
                : new PhoneRun(digits.toString(), false, false, Shape.PLAIN, 1, marks.start(mark), marks.end(i - 1));
    }

    private static boolean isFigure(Marks marks, int mark) {
        return marks.isNumber(mark)
                || (marks.is(mark, Role.NUMERAL) && marks.value(mark) >= 0 && marks.value(mark) < 10);
    }

    private static void appendDigits(Marks marks, int mark, StringBuilder digits) {
        for (int i = marks.start(mark); i < marks.end(mark) && digits.length() <= MOST_DIGITS; i++) {
            int digit = Letters.digit(marks.text().charAt(i));
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            }
        }
    }

    /** A plus or bracket, or the blank between a plus and its number. */
    private static boolean isOpening(String text, int index) {
        char c = text.charAt(index);
        return c == '+' || c == '(' || (c == ' ' && index > 0 && text.charAt(index - 1) == '+');
    }
}
