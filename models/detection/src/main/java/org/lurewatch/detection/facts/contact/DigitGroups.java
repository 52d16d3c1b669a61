package org.lurewatch.detection.facts.contact;

import java.util.ArrayList;
import java.util.List;
import org.lurewatch.detection.facts.words.Letters;

/**
 * The groups of digits of a run and what parts them. From the groups alone dates, times, years and sums of money are
 * recognised, which look like telephone numbers once the separators are gone.
 */
final class DigitGroups {
    /** Two numbers of the longest kind. */
    private static final int MOST_DIGITS = 34;

    private static final int WIDEST_GAP = 3;
    private static final int LONGEST_AREA_CODE = 6;
    private static final int LONGEST_NUMBER = 15;
    private static final int SHORTEST_NUMBER = 8;
    private static final int WIDEST_RANGE = 50;
    private static final int ROUND = 50;
    private static final String HAN_DIGITS = "零一二三四五六七八九";
    private static final String HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u2500\u30fc";

    private final String text;
    private final List<Group> groups;

    private DigitGroups(String text, List<Group> groups) {
        this.text = text;
        this.groups = groups;
    }

    /**
     * Digits that stand together.
     *
     * @param digits in ASCII
     * @param masks how many more were struck out
     */
    record Group(String digits, int masks, int start, int end) {

        private int length() {
            return digits.length();
        }

        private double value() {
            return Double.parseDouble(digits);
        }

        private boolean isNumber(int least, int most) {
            return masks == 0 && length() > 0 && length() <= 4 && value() >= least && value() <= most;
        }

        private boolean isYear() {
            return length() == 4 && (isNumber(1950, 2099) || isNumber(2480, 2620) || isNumber(1380, 1460));
        }
    }

    /** The groups that begin at a digit: those of one number, as far as can be seen. */
    static DigitGroups at(String text, int from) {
        List<Group> groups = new ArrayList<>();
        StringBuilder digits = new StringBuilder();
        int total = 0;
        int masks = 0;
        int start = from;
        int i = from;
        int gap = 0;
        while (i < text.length() && total <= MOST_DIGITS && gap <= WIDEST_GAP) {
            char c = text.charAt(i);
            int digit = gap == 0 && total > 0 ? digitOrHan(c) : Letters.digit(c);
            if (digit >= 0 || isMask(c)) {
                if (gap > 0) {
                    start = i;
                    gap = 0;
                }
                masks += digit < 0 ? 1 : 0;
                total++;
                if (digit >= 0) {
                    digits.append((char) ('0' + digit));
                }
            } else if (isSeparator(c) || (c == '/' && isAreaCode(text, i, groups, digits))) {
                if (gap == 0) {
                    groups.add(new Group(digits.toString(), masks, start, i));
                    digits.setLength(0);
                    masks = 0;
                }
                gap++;
            } else {
                break;
            }
            i++;
        }
        if (gap == 0 && i > start) {
            groups.add(new Group(digits.toString(), masks, start, i));
        }
        return new DigitGroups(text, groups).ofOneNumber();
    }

    /** Figures beside the number that are no part of it are left out: minutes, places in a list, a second number. */
    private DigitGroups ofOneNumber() {
        int first = 0;
        int end = groups.size();
        if (end > 0 && isMinutes(groups.get(0))) {
            first++;
        }
        if (end > first
                && groups.get(end - 1).length() <= 2
                && isTimeFollowing(groups.get(end - 1).end())) {
            end--;
        }
        while (end - first > 1 && isBesideTheNumber(first)) {
            first++;
        }
        DigitGroups one = new DigitGroups(text, groups.subList(first, end));
        return one.total() > LONGEST_NUMBER ? one.upToTheSecondNumber() : one;
    }

    private boolean isMinutes(Group group) {
        int colon = group.start() - 1;
        return group.length() <= 2 && colon > 0 && text.charAt(colon) == ':' && isDigitAt(colon - 1);
    }

    private boolean isTimeFollowing(int end) {
        return end < text.length() && text.charAt(end) == ':' && isDigitAt(end + 1);
    }

    /** "1. 0912 345 678" and "9-18 0912345678": a short figure before a number that is whole without it. */
    private boolean isBesideTheNumber(int index) {
        Group group = groups.get(index);
        Group next = groups.get(index + 1);
        char before = group.start() > 0 ? text.charAt(group.start() - 1) : 0;
        if (group.length() > 2 || group.digits().startsWith("0") || before == '+' || next.masks() > 0) {
            return false;
        }
        String gap = gap(index);
        boolean listed = gap.length() > 1 && (gap.charAt(0) == '.' || gap.charAt(0) == ')') && before != '(';
        boolean whole = next.length() > SHORTEST_NUMBER && next.digits().startsWith("0");
        return listed || whole;
    }

    /** More digits than any number has are two numbers: the first ends where both are long enough. */
    private DigitGroups upToTheSecondNumber() {
        int all = total();
        int before = 0;
        for (int i = 0; i + 1 < groups.size(); i++) {
            before += groups.get(i).length();
            boolean nought = groups.get(i + 1).digits().startsWith("0")
                    && groups.get(i + 1).value() > 0;
            boolean nextBegins = nought || gap(i).length() > 1 || before >= 10;
            boolean both = before >= SHORTEST_NUMBER && before <= LONGEST_NUMBER && all - before >= SHORTEST_NUMBER - 1;
            if (both && (nextBegins || all - before <= SHORTEST_NUMBER)) {
                return new DigitGroups(text, groups.subList(0, i + 1));
            }
        }
        return this;
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    int parts() {
        return groups.size();
    }

    int start() {
        return groups.get(0).start();
    }

    int end() {
        return groups.get(groups.size() - 1).end();
    }

    String digits() {
        StringBuilder digits = new StringBuilder();
        groups.forEach(group -> digits.append(group.digits()));
        return digits.toString();
    }

    int masks() {
        return groups.stream().mapToInt(Group::masks).sum();
    }

    private int total() {
        return groups.stream().mapToInt(Group::length).sum();
    }

    /** Whether a date, the hours of a day or years stand among the groups. */
    boolean isTime() {
        for (int i = 0; i < groups.size(); i++) {
            if (isDate(i) || isHours(i)) {
                return true;
            }
        }
        boolean years = groups.size() > 1 && groups.stream().allMatch(Group::isYear);
        return years || (groups.size() == 1 && isUnpartedDate(groups.get(0).digits()));
    }

    private boolean isDate(int at) {
        if (at + 3 > groups.size()) {
            return false;
        }
        Group first = groups.get(at);
        Group second = groups.get(at + 1);
        Group third = groups.get(at + 2);
        boolean yearLast = third.isYear() && isDayAndMonth(first, second);
        boolean yearFirst = first.isYear() && isDayAndMonth(second, third);
        return yearLast || yearFirst;
    }

    private static boolean isDayAndMonth(Group one, Group other) {
        boolean days = one.isNumber(1, 31) && other.isNumber(1, 31) && one.length() <= 2 && other.length() <= 2;
        return days && (one.value() <= 12 || other.value() <= 12);
    }

    /** "09.00-17.30" and "9.00 - 18.00". */
    private boolean isHours(int at) {
        return at + 4 <= groups.size() && isHour(at) && isHour(at + 2) && isHyphen(gap(at + 1));
    }

    private boolean isHour(int at) {
        return gap(at).equals(".")
                && groups.get(at).length() <= 2
                && groups.get(at).isNumber(0, 24)
                && groups.get(at + 1).length() == 2
                && groups.get(at + 1).isNumber(0, 59);
    }

    /** "20260201", "01022026" and "202602011530". */
    private static boolean isUnpartedDate(String digits) {
        boolean long8 = digits.length() == 8;
        boolean stamp = digits.length() == 12 || digits.length() == 14;
        boolean yearFirst = (long8 || stamp)
                && isYear(digits.substring(0, 4))
                && isDay(digits.substring(6, 8))
                && isMonth(digits.substring(4, 6));
        boolean yearLast = long8
                && isYear(digits.substring(4))
                && isDay(digits.substring(0, 2))
                && isMonth(digits.substring(2, 4));
        return yearFirst || yearLast;
    }

    private static boolean isYear(String digits) {
        return digits.compareTo("1950") >= 0 && digits.compareTo("2050") < 0;
    }

    private static boolean isMonth(String digits) {
        return digits.compareTo("01") >= 0 && digits.compareTo("12") <= 0;
    }

    private static boolean isDay(String digits) {
        return digits.compareTo("01") >= 0 && digits.compareTo("31") <= 0;
    }

    /** "8 000 - 12 000", "1500–2000", "8-12 000" and "22.50 - 27.80": a range of sums. */
    boolean isRange() {
        List<Integer> sides = new ArrayList<>();
        sides.add(0);
        boolean spaced = true;
        for (int i = 0; i + 1 < groups.size(); i++) {
            if (isHyphen(gap(i))) {
                sides.add(i + 1);
                spaced &= gap(i).length() > 1;
            }
        }
        sides.add(groups.size());
        return sides.size() > 2 && ascends(sides, spaced);
    }

    private boolean ascends(List<Integer> sides, boolean spaced) {
        double before = 0;
        boolean round = true;
        boolean grouped = true;
        boolean cents = true;
        for (int side = 0; side + 1 < sides.size(); side++) {
            int from = sides.get(side);
            int to = sides.get(side + 1);
            boolean ofThousands = side == 0 && to - from == 1 && groups.get(0).length() <= 3 && endsInThousands();
            double sum = sum(from, to) * (ofThousands ? 1000 : 1);
            if (!(sum > before) || (before > 0 && sum > before * WIDEST_RANGE)) {
                return false;
            }
            before = sum;
            int shortest = spaced || sides.size() == 3 ? 3 : 4;
            round &= sum % ROUND == 0
                    && (to - from > 1 || ofThousands || groups.get(from).length() >= shortest);
            grouped &= to - from > 1 && groups.get(to - 1).length() == 3;
            cents &= to - from > 1 && groups.get(to - 1).length() == 2;
        }
        return round || cents || (grouped && spaced);
    }

    private boolean endsInThousands() {
        int size = groups.size();
        return size == 3
                && groups.get(2).digits().equals("000")
                && groups.get(1).length() <= 3;
    }

    /** "15 000 000" and "1.500.000": one sum in groups of thousands. */
    boolean isSum() {
        int size = groups.size();
        return size > 1 && groups.get(size - 1).digits().equals("000") && !Double.isNaN(sum(0, size));
    }

    /** The sum that groups make; NaN where they make none. */
    private double sum(int from, int to) {
        String first = groups.get(from).digits();
        if (first.isEmpty()
                || first.length() > 9
                || first.charAt(0) == '0'
                || groups.get(from).masks() > 0) {
            return Double.NaN;
        }
        double sum = groups.get(from).value();
        for (int i = from + 1; i < to; i++) {
            Group group = groups.get(i);
            String gap = gap(i - 1);
            boolean parted = gap.equals(" ") || gap.equals(".");
            boolean cents = group.length() == 2 && i + 1 == to && gap.equals(".");
            if (group.masks() > 0 || !parted || !(cents || (group.length() == 3 && first.length() <= 3))) {
                return Double.NaN;
            }
            sum = cents ? sum + group.value() / 100 : sum * 1000 + group.value();
        }
        return sum;
    }

    private String gap(int index) {
        return text.substring(groups.get(index).end(), groups.get(index + 1).start());
    }

    private static boolean isHyphen(String gap) {
        String bare = gap.strip();
        return bare.length() == 1 && HYPHENS.indexOf(bare.charAt(0)) >= 0;
    }

    private boolean isDigitAt(int index) {
        return index >= 0 && index < text.length() && Letters.digit(text.charAt(index)) >= 0;
    }

    /** "0981/4877-155": a slash behind an area code, and not between two numbers. */
    private static boolean isAreaCode(String text, int slash, List<Group> groups, StringBuilder digits) {
        int before = digits.length();
        for (Group group : groups) {
            before += group.length();
        }
        String first = groups.isEmpty() ? digits.toString() : groups.get(0).digits();
        int next = slash + 1;
        while (next < text.length() && next - slash < WIDEST_GAP && isSeparator(text.charAt(next))) {
            next++;
        }
        return before >= 2
                && before <= LONGEST_AREA_CODE
                && first.startsWith("0")
                && next < text.length()
                && Letters.digit(text.charAt(next)) > 0;
    }

    private static int digitOrHan(char c) {
        int digit = Letters.digit(c);
        return digit >= 0 ? digit : HAN_DIGITS.indexOf(c);
    }

    private static boolean isMask(char c) {
        return c == 'x' || c == '*' || c == '•' || c == '#' || c == '…';
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '.' || c == '(' || c == ')' || c == '·' || c == '_' || HYPHENS.indexOf(c) >= 0;
    }
}
