package org.lurewatch.detection.facts.words;

/**
 * A figure of any script's digits with its grouping: 1,500 - 1.500.000 - 1,50,000 - 15 000 - 3,5 - 1.500,00; or as
 * spreadsheets write it: 1.2e+5.
 *
 * @param end one past its last unit
 * @param value NaN where the groups make no number, as in a date
 */
record NumberScan(int end, double value) {
    private static final int MOST_DIGITS = 15;

    static NumberScan at(String text, int from) {
        int length = text.length();
        int i = from;
        double whole = 0;
        int digits = 0;
        while (i < length) {
            int digit = Letters.digit(text.charAt(i));
            if (digit >= 0) {
                whole = whole * 10 + digit;
                digits++;
                i++;
                continue;
            }
            int zerosEnd = digits > 0 ? letterZerosEnd(text, i) : i;
            if (zerosEnd == i) {
                break;
            }
            for (; i < zerosEnd; i++) {
                whole *= 10;
                digits++;
            }
        }
        int run = digits;
        boolean leadingZero = run > 1 && Letters.digit(text.charAt(from)) == 0;
        NumberScan number =
                run > MOST_DIGITS ? new NumberScan(i, Double.NaN) : groups(text, i, run, whole, leadingZero);
        return number.value >= 1 && number.value < 10 ? number.raised(text, from) : number;
    }

    /**
     * The number with the power of ten that follows it, which must have a sign or follow a fraction: 1e5 is a code. One
     * that nobody pays, such as the largest of a machine's numbers, makes no number, and its power is none by itself.
     */
    private NumberScan raised(String text, int from) {
        if (end >= text.length() || text.charAt(end) != 'e') {
            return this;
        }
        int i = end + 1;
        boolean negative = i < text.length() && text.charAt(i) == '-';
        boolean signed = negative || i < text.length() && text.charAt(i) == '+';
        i += signed ? 1 : 0;
        int last = runEnd(text, i);
        boolean ends = last == text.length() || Letters.of(text.charAt(last)) != Letters.SPACED;
        boolean power = last > i && last <= i + 3 && ends && (signed || end > from + 1);
        if (!power) {
            return this;
        }
        double exponent = parse(text, i, last);
        boolean usual = !negative && exponent <= MOST_DIGITS;
        return new NumberScan(last, usual ? Math.rint(value * Math.pow(10, exponent) * 100) / 100 : Double.NaN);
    }

    /** The end of a run of o's, which among digits stand for zeros unless they begin a word; then the same place. */
    private static int letterZerosEnd(String text, int at) {
        int i = at;
        while (i < text.length() && text.charAt(i) == 'o') {
            i++;
        }
        boolean zeros = i == text.length() || Letters.of(text.charAt(i)) != Letters.SPACED || isShortScale(text, i);
        return zeros ? i : at;
    }

    private static boolean isShortScale(String text, int at) {
        char c = text.charAt(at);
        return (c == 'k' || c == 'w') && (at + 1 == text.length() || Letters.of(text.charAt(at + 1)) != Letters.SPACED);
    }

    private static NumberScan groups(String text, int firstEnd, int firstRun, double first, boolean leadingZero) {
        int i = firstEnd;
        double whole = first;
        double fraction = 0;
        int total = firstRun;
        char grouping = 0;
        boolean plain = true;
        boolean decimals = false;
        int parts = 1;
        while (total <= 40) {
            int digitsAt = digitsAfterSeparator(text, i);
            if (digitsAt < 0) {
                break;
            }
            char separator = text.charAt(i);
            int end = runEnd(text, digitsAt);
            int run = end - digitsAt;
            double group = parse(text, digitsAt, end);
            // A part that cannot be a group of thousands is a fraction, and ends the number.
            boolean fits = !decimals
                    && !leadingZero
                    && firstRun <= 3
                    && first > 0
                    && (grouping == 0 || grouping == separator)
                    && (run == 3 || (run == 2 && separator == ',' && runFollows(text, end, separator)));
            if (separator == ' ' && (!fits || run != 3 || (parts == 1 && firstRun > 3))) {
                break;
            }
            if (fits) {
                grouping = separator;
                whole = whole * (run == 3 ? 1000 : 100) + group;
            } else if (!decimals && separator != grouping && run <= 9) {
                decimals = true;
                fraction = group / Math.pow(10, run);
            } else {
                plain = false;
            }
            total += run;
            parts++;
            i = end;
        }
        boolean code = leadingZero && !decimals || total > MOST_DIGITS;
        return new NumberScan(i, plain && !code ? whole + fraction : Double.NaN);
    }

    private static boolean runFollows(String text, int at, char separator) {
        return at + 1 < text.length() && text.charAt(at) == separator && Letters.digit(text.charAt(at + 1)) >= 0;
    }

    /** Where the digits behind a separator begin, or -1. A comma may be followed by a blank before a group of noughts. */
    private static int digitsAfterSeparator(String text, int at) {
        if (at + 1 >= text.length()) {
            return -1;
        }
        char c = text.charAt(at);
        boolean separator = c == ',' || c == '.' || c == '\'' || c == '\u2019' || c == '\u066c' || c == '\u066b';
        if (separator && Letters.digit(text.charAt(at + 1)) >= 0) {
            return at + 1;
        }
        if (c == ',' && text.startsWith(" 000", at + 1) && runEnd(text, at + 2) == at + 5) {
            return at + 2;
        }
        boolean spaced = c == ' ' && at + 3 < text.length() && runEnd(text, at + 1) == at + 4;
        return spaced ? at + 1 : -1;
    }

    private static int runEnd(String text, int from) {
        int i = from;
        // Longer runs than this are no group; stopping here keeps the scan linear.
        while (i < text.length() && i < from + 40 && Letters.digit(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static double parse(String text, int from, int to) {
        double value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + Letters.digit(text.charAt(i));
        }
        return value;
    }
}
