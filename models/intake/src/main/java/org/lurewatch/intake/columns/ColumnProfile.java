package org.lurewatch.intake.columns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the values of one column look like, seen in a sample.
 *
 * @param records how many records the sample has
 * @param filled how many of them have a value
 * @param distinct how many different values there are
 * @param medianWidth width of a value, in Latin letters
 * @param meanWidth the same, of all values
 * @param segmentWords how many words stand between commas, bullets and line breaks
 * @param links share of values that are links; likewise the following
 * @param rowNumbers whether the values count the records
 */
record ColumnProfile(
        int records,
        int filled,
        int distinct,
        double medianWidth,
        double meanWidth,
        double segmentWords,
        double links,
        double fullLinks,
        double mails,
        double phones,
        double wholeNumbers,
        double numbers,
        double dates,
        double money,
        double hashes,
        double codes,
        double yesOrNo,
        double languages,
        double firms,
        double places,
        double titleWords,
        double spaced,
        double withDigit,
        boolean rowNumbers,
        Set<String> values) {
    private static final int MOST_VALUES = 12;
    private static final int LOOKED_AT = 2_000;

    /**
     * @param values of the records that have one, in their order
     * @param records how many records the sample has
     */
    static ColumnProfile of(List<String> values, int records) {
        List<String> bare = values.stream()
                .map(String::strip)
                .map(value -> value.length() > LOOKED_AT ? value.substring(0, LOOKED_AT) : value)
                .toList();
        Set<String> distinct = new HashSet<>(bare);
        Set<String> few = new HashSet<>();
        for (String value : distinct) {
            if (few.size() < MOST_VALUES && value.length() < 40) {
                few.add(value.toLowerCase(Locale.ROOT));
            }
        }
        List<Integer> widths = values.stream()
                .map(String::strip)
                .map(ValueShapes::width)
                .sorted()
                .toList();
        return new ColumnProfile(
                records,
                bare.size(),
                distinct.size(),
                widths.isEmpty() ? 0 : widths.get(widths.size() / 2),
                widths.stream().mapToInt(Integer::intValue).average().orElse(0),
                bare.stream()
                        .mapToDouble(ValueShapes::wordsPerSegment)
                        .average()
                        .orElse(0),
                share(bare, ValueShapes::isLink),
                share(bare, value -> value.startsWith("http")),
                share(bare, ValueShapes::isMail),
                share(bare, ValueShapes::isPhone),
                share(bare, ValueShapes::isWholeNumber),
                share(bare, ValueShapes::isNumber),
                share(bare, ValueShapes::isDate),
                share(bare, ValueShapes::isMoney),
                share(bare, ValueShapes::isHash),
                share(bare, ValueShapes::isCode),
                share(bare, ValueShapes::isYesOrNo),
                share(bare, ValueShapes::isLanguage),
                share(bare, ValueShapes::isFirm),
                share(bare, ValueShapes::isPlace),
                share(bare, ValueShapes::hasTitleWord),
                share(bare, value -> value.indexOf(' ') > 0),
                share(bare, value -> value.chars().anyMatch(Character::isDigit)),
                areRowNumbers(bare),
                few);
    }

    private static double share(List<String> values, Predicate<String> has) {
        return values.isEmpty() ? 0 : (double) values.stream().filter(has).count() / values.size();
    }

    /** Whole numbers that go up from the beginning, some perhaps left out. */
    private static boolean areRowNumbers(List<String> values) {
        if (values.size() < 3) {
            return values.stream().allMatch(value -> value.matches("\\d(?:\\.0)?"))
                    && new ArrayList<>(values).equals(values.stream().sorted().toList());
        }
        long before = -1;
        for (String value : values) {
            if (!ValueShapes.isWholeNumber(value)) {
                return false;
            }
            long number = (long) Double.parseDouble(value);
            if (number <= before) {
                return false;
            }
            before = number;
        }
        return before <= values.size() * 3L + 2;
    }

    /** Whether the same value stands everywhere, in a sample that is large enough to say so. */
    boolean isConstant() {
        return distinct == 1 && filled >= 3;
    }

    double filledShare() {
        return records == 0 ? 0 : (double) filled / records;
    }

    double distinctShare() {
        return filled == 0 ? 0 : (double) distinct / filled;
    }

    /** Links, numbers, dates, hashes and the like: nothing that a person reads as a line of text. */
    boolean isTechnical() {
        return links > 0.5
                || mails > 0.5
                || numbers > 0.5
                || dates > 0.6
                || hashes > 0.5
                || yesOrNo > 0.8
                || (codes > 0.7 && spaced < 0.1 && withDigit > 0.7);
    }

    /** How much the values look like sentences, 0 to 1. */
    double prose() {
        if (filled == 0 || isTechnical()) {
            return 0;
        }
        double long1 = Math.max(0, Math.min(1, (medianWidth - 60) / 120));
        double long2 = Math.max(0, Math.min(1, (meanWidth - 90) / 150)) * 0.8;
        double sentences = Math.max(0.1, Math.min(1, (segmentWords - 1.6) / 1.6));
        return Math.max(long1, long2) * sentences;
    }

    /** How much the values look like job titles, 0 to 1. */
    double titles() {
        if (filled == 0 || isTechnical() || medianWidth < 5 || medianWidth > 140) {
            return 0;
        }
        double varied = filled < 5 ? 1 : Math.min(1, distinctShare() * 2);
        return Math.max(
                0, varied * (0.3 + 0.7 * titleWords) - 0.5 * firms - 0.5 * places - 0.5 * money - 0.5 * languages);
    }
}
