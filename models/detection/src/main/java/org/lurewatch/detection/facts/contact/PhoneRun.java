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
 * @param dated whether they read as a calendar date
 * @param parts in how many groups they stand
 * @param start first unit
 * @param end one past the last unit
 */
record PhoneRun(String digits, boolean international, boolean masked, boolean dated, int parts, int start, int end) {
    private static final int MOST_DIGITS = 17;
    private static final int WIDEST_GAP = 3;
    private static final int FEWEST_SPELT = 7;
    private static final String HAN_DIGITS = "零一二三四五六七八九";

    /** The run that begins at a digit, or at the plus or bracket before it. */
    static PhoneRun at(String text, int from) {
        int i = from;
        while (i < text.length() && i < from + 2 && isOpening(text.charAt(i))) {
            i++;
        }
        int start = i;
        while (start > 0 && i - start < 2 && isOpening(text.charAt(start - 1))) {
            start--;
        }
        boolean plus = text.substring(start, i).indexOf('+') >= 0;
        StringBuilder digits = new StringBuilder(MOST_DIGITS);
        StringBuilder groups = new StringBuilder();
        int end = i;
        int masks = 0;
        int gap = 0;
        int group = 0;
        while (i < text.length() && digits.length() <= MOST_DIGITS && gap <= WIDEST_GAP) {
            char c = text.charAt(i);
            int digit = gap == 0 && digits.length() > 0 ? digitOrHan(c) : Letters.digit(c);
            if (digit >= 0 || isMask(c)) {
                if (gap > 0) {
                    groups.append((char) ('0' + Math.min(9, group)));
                    group = 0;
                }
                group++;
                gap = 0;
                end = i + 1;
                masks += digit < 0 ? 1 : 0;
                if (digit >= 0) {
                    digits.append((char) ('0' + digit));
                }
            } else if (isSeparator(c)) {
                gap++;
            } else {
                break;
            }
            i++;
        }
        groups.append((char) ('0' + Math.min(9, group)));
        boolean word = masks > 0 && end < text.length() && Letters.of(text.charAt(end)) == Letters.SPACED;
        String all = digits.toString();
        boolean doubleNought = all.startsWith("00") && all.length() > 9 && all.charAt(2) != '0';
        return new PhoneRun(
                doubleNought ? all.substring(2) : all,
                plus || doubleNought,
                masks >= 2 && !word,
                isDate(groups.toString(), all),
                groups.length(),
                start,
                end);
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
                : new PhoneRun(digits.toString(), false, false, false, 1, marks.start(mark), marks.end(i - 1));
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

    private static int digitOrHan(char c) {
        int digit = Letters.digit(c);
        return digit >= 0 ? digit : HAN_DIGITS.indexOf(c);
    }

    private static boolean isOpening(char c) {
        return c == '+' || c == '(';
    }

    private static boolean isMask(char c) {
        return c == 'x' || c == '*' || c == '•' || c == '#' || c == '…';
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')' || c == '·' || c == '–' || c == '_';
    }

    private static boolean isDate(String groups, String digits) {
        boolean yearFirst = groups.equals("422") && (digits.startsWith("20") || digits.startsWith("19"));
        boolean yearLast = (groups.equals("224") || groups.equals("124") || groups.equals("114"))
                && (digits.startsWith("20", digits.length() - 4) || digits.startsWith("19", digits.length() - 4));
        boolean span = groups.equals("44") && digits.startsWith("20") && digits.startsWith("20", 4);
        return yearFirst || yearLast || span;
    }
}
