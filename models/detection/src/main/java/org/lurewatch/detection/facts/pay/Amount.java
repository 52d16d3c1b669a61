package org.lurewatch.detection.facts.pay;

import org.lurewatch.detection.facts.words.Letters;
import org.lurewatch.detection.facts.words.Marks;
import org.lurewatch.detection.facts.words.PayPeriod;
import org.lurewatch.detection.facts.words.Role;

/**
 * One figure in digits or words with its multipliers: 15jt, 1 triệu 500 nghìn, 三万五, lima belas juta.
 *
 * @param next the first mark behind it
 * @param start first unit
 * @param end one past the last unit
 * @param value multipliers applied
 * @param scale the multiplier that it ends on, or 1
 * @param period the period that the multiplier itself names (LPA), or UNKNOWN
 */
record Amount(int next, int start, int end, double value, double scale, PayPeriod period) {

    Amount scaledBy(double factor) {
        return new Amount(next, start, end, value * factor, scale * factor, period);
    }

    /** The amount that begins at a mark, or null. */
    static Amount at(Marks marks, int mark) {
        if (marks.is(mark, Role.AMOUNT)) {
            double value = marks.value(mark);
            return new Amount(mark + 1, marks.start(mark), marks.end(mark), value, value, PayPeriod.UNKNOWN);
        }
        if (marks.is(mark, Role.SCALE_FIRST) && marks.gap(mark, mark + 1) <= 1) {
            return scaleFirst(marks, mark);
        }
        boolean begins = marks.isNumber(mark)
                ? !Double.isNaN(marks.value(mark))
                : marks.is(mark, Role.NUMERAL) || (marks.is(mark, Role.DIGIT_SCALE) && isUnspaced(marks, mark));
        return begins ? new Sum(marks, mark).run() : null;
    }

    private static Amount scaleFirst(Marks marks, int mark) {
        double value = marks.value(mark + 1);
        boolean figure = marks.isNumber(mark + 1) || marks.is(mark + 1, Role.NUMERAL);
        if (!figure || Double.isNaN(value)) {
            return null;
        }
        double scale = marks.value(mark);
        return new Amount(mark + 2, marks.start(mark), marks.end(mark + 1), value * scale, scale, PayPeriod.UNKNOWN);
    }

    private static boolean isUnspaced(Marks marks, int mark) {
        return Letters.of(marks.text().charAt(marks.start(mark))) != Letters.SPACED;
    }

    /** Adds up one amount, mark by mark. */
    private static final class Sum {
        private final Marks marks;
        private final int first;
        private int mark;
        private double total;
        private double section;
        private double digit = Double.NaN;
        private double scale = 1;
        private double bigScale = Double.MAX_VALUE;
        private boolean figure;
        private PayPeriod period = PayPeriod.UNKNOWN;

        Sum(Marks marks, int mark) {
            this.marks = marks;
            this.first = mark;
            this.mark = mark;
        }

        Amount run() {
            while (mark < marks.size() && (mark == first || follows()) && take()) {
                mark++;
            }
            double value = total + section + tail();
            return new Amount(mark, marks.start(first), marks.end(mark - 1), value, scale, period);
        }

        /** What stands behind the last multiplier: five in "3万5" is half of one of it. */
        private double tail() {
            if (Double.isNaN(digit)) {
                return 0;
            }
            boolean glued = mark - 1 > first && marks.gap(mark - 2, mark - 1) == 0;
            if (scale == 1 || digit >= 10 || (digit >= 1 && !glued)) {
                return digit;
            }
            return digit < 1 ? digit * scale : digit * scale / 10;
        }

        private boolean follows() {
            int gap = marks.gap(mark - 1, mark);
            if (gap == 0) {
                return true;
            }
            char between = gap == 1 ? marks.text().charAt(marks.end(mark - 1)) : 0;
            boolean joins = between == ' '
                    || between == '-' && marks.is(mark, Role.NUMERAL) && marks.is(mark - 1, Role.NUMERAL);
            boolean about = between == '多' || between == '余' || between == '来' || between == '+' || between == '几';
            return joins || (about && (marks.is(mark, Role.SCALE) || marks.is(mark, Role.DIGIT_SCALE)));
        }

        private boolean take() {
            if (marks.isNumber(mark)) {
                return takeFigure(marks.value(mark));
            }
            if (marks.kind(mark) != Marks.WORD) {
                return false;
            }
            if (marks.is(mark, Role.SCALE)) {
                return takeScale(marks.value(mark));
            }
            if (marks.is(mark, Role.DIGIT_SCALE)) {
                double before = Double.isNaN(digit) ? 1 : digit;
                boolean bareInside = Double.isNaN(digit) && mark > first && section == 0 && total == 0;
                if (bareInside) {
                    return false;
                }
                section += before * marks.value(mark);
                return scaled(marks.value(mark));
            }
            return takeNumeral();
        }

        private boolean takeNumeral() {
            if (marks.is(mark, Role.BELAS) && !Double.isNaN(digit)) {
                digit += 10;
                return true;
            }
            if (marks.is(mark, Role.HALF)) {
                boolean sensible = mark > first && (Double.isNaN(digit) || digit >= 1);
                digit = sensible ? (Double.isNaN(digit) ? 0 : digit) + 0.5 : digit;
                return sensible;
            }
            if (!marks.is(mark, Role.NUMERAL) || figure && !Double.isNaN(digit)) {
                return false;
            }
            double value = marks.value(mark);
            if (Double.isNaN(digit)) {
                digit = value;
                return true;
            }
            boolean adds = (value < 10 && digit >= 10 && digit % 10 == 0) || (value < 100 && digit >= 100);
            digit = adds ? digit + value : digit;
            return adds;
        }

        private boolean takeFigure(double value) {
            if (Double.isNaN(value) || !Double.isNaN(digit)) {
                return false;
            }
            if (mark > first) {
                boolean glued = marks.gap(mark - 1, mark) == 0;
                // "1万2000" goes on with what is less than the multiplier.
                boolean goesOn = glued && value < scale && isUnspaced(marks, mark - 1);
                boolean oneDigit = glued && marks.end(mark) - marks.start(mark) == 1;
                boolean smallerScaleFollows = marks.gap(mark, mark + 1) <= 1
                        && (marks.is(mark + 1, Role.SCALE) || marks.is(mark + 1, Role.DIGIT_SCALE))
                        && marks.value(mark + 1) < scale;
                if (!goesOn && !oneDigit && !smallerScaleFollows) {
                    return false;
                }
            }
            figure = true;
            digit = value;
            return true;
        }

        private boolean takeScale(double factor) {
            double before = section + (Double.isNaN(digit) ? 0 : digit);
            boolean oneLetter = marks.end(mark) - marks.start(mark) == 1
                    && Letters.of(marks.text().charAt(marks.start(mark))) == Letters.SPACED;
            boolean apart = marks.gap(mark - 1, mark) > 0
                    && !(marks.is(mark + 1, Role.CURRENCY) && marks.gap(mark, mark + 1) == 0);
            if (before == 0 || factor >= bigScale || (oneLetter && apart)) {
                return false;
            }
            total += before * factor;
            section = 0;
            bigScale = factor;
            if (period == PayPeriod.UNKNOWN) {
                period = marks.word(mark).period();
            }
            return scaled(factor);
        }

        private boolean scaled(double factor) {
            digit = Double.NaN;
            scale = factor;
            return true;
        }
    }
}
