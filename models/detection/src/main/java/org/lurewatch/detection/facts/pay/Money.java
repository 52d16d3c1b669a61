package org.lurewatch.detection.facts.pay;

import java.util.List;
import java.util.Set;
import org.lurewatch.detection.facts.words.FactWord;
import org.lurewatch.detection.facts.words.FactWords;
import org.lurewatch.detection.facts.words.Letters;
import org.lurewatch.detection.facts.words.Marks;
import org.lurewatch.detection.facts.words.PayPeriod;
import org.lurewatch.detection.facts.words.Role;

/**
 * An amount or a range of amounts with the currency that is written beside it.
 *
 * @param first its first mark
 * @param next the first mark behind it
 * @param min lower end
 * @param max upper end
 * @param sign the word beside it that names its currency or leaves it open, or null
 * @param local by which that word is understood
 * @param priced whether a currency word stands beside it, even one that leaves the country open
 * @param scale the multiplier that it ends on, or 1
 * @param period the period that the multiplier names, or UNKNOWN
 * @param start first unit
 * @param end one past the last unit
 */
public record Money(
        int first,
        int next,
        double min,
        double max,
        FactWord sign,
        LocalMoney local,
        boolean priced,
        double scale,
        PayPeriod period,
        int start,
        int end) {
    private static final int LONGEST_RANGE_WORD = 12;
    /** How a sum without cents is written in front of its currency: 2.500,- Euro. */
    private static final Set<String> NO_CENTS = Set.of(",-", ".-", ",--", ".--", ",–", ".–", ",—", ".—");

    private static final int LONGEST_NO_CENTS = 5;

    /** Its ISO code, or null where that is open. */
    public String currency() {
        return sign == null ? null : local.meant(sign);
    }

    /** What its currency can be in the language of the text. */
    List<String> currencies() {
        return sign == null ? List.of() : local.possible(sign);
    }

    Money in(LocalMoney other) {
        return new Money(first, next, min, max, sign, other, priced, scale, period, start, end);
    }

    Money within(double least, double most) {
        return new Money(first, next, least, most, sign, local, priced, scale, period, start, end);
    }

    /**
     * The money whose figure begins at this mark, with the currency just before it; or null.
     *
     * @param free the first mark that no earlier money has taken
     */
    public static Money at(Marks marks, int mark, int free, LocalMoney local) {
        Amount low = Amount.at(marks, mark);
        if (low == null) {
            return null;
        }
        int before = currencyBefore(marks, mark);
        before = before < free ? -1 : before;
        int second = before < 0 ? -1 : currencyBefore(marks, before);
        second = second < free ? -1 : second;
        int after = currencyAfter(marks, low.next());
        int next = after >= 0 ? after + 1 : low.next();
        int end = after >= 0 ? marks.end(after) : low.end();
        Amount high = null;
        int beforeHigh = -1;
        int afterHigh = -1;
        int first = second >= 0 ? second : before >= 0 ? before : mark;
        boolean announced = marks.is(first - 1, Role.BETWEEN) && marks.gap(first - 1, first) <= 1;
        int highMark = rangeEnd(marks, next, end, announced);
        if (highMark >= 0) {
            high = Amount.at(marks, highMark);
            if (high != null) {
                low = isNextDigit(marks, mark, highMark)
                        ? low.scaledBy(high.value() / (low.value() + 1))
                        : sharedScale(low, high);
                beforeHigh = currencyBefore(marks, highMark);
                afterHigh = currencyAfter(marks, high.next());
                int lowWord = clearest(marks, before, second, after);
                boolean ordered = high.value() >= low.value();
                if (ordered && !areTwoMoneys(marks, lowWord, clearest(marks, beforeHigh, afterHigh))) {
                    next = afterHigh >= 0 ? afterHigh + 1 : high.next();
                    end = afterHigh >= 0 ? marks.end(afterHigh) : high.end();
                } else {
                    high = null;
                    beforeHigh = -1;
                    afterHigh = -1;
                }
            }
        }
        Amount top = high == null ? low : high;
        int word = clearest(marks, before, second, after, beforeHigh, afterHigh);
        return new Money(
                first,
                next,
                low.value(),
                top.value(),
                word < 0 ? null : marks.word(word),
                local,
                word >= 0 && marks.is(word, Role.CURRENCY),
                top.scale(),
                top.period(),
                first == mark ? low.start() : marks.start(first),
                end);
    }

    /** "8-10k": the multiplier at the end holds for both, where that keeps the order. */
    private static Amount sharedScale(Amount low, Amount high) {
        // "3천~4천만" shares the last multiplier only.
        boolean shares = low.scale() < high.scale() && low.value() * high.scale() <= high.value();
        // "$80-$130,000 a year" leaves out the thousands of the lower end.
        boolean thousands = low.scale() == 1
                && high.scale() == 1
                && low.value() >= 10
                && low.value() < 1000
                && high.value() >= 10_000
                && low.value() * 1000 <= high.value();
        if (thousands) {
            return low.scaledBy(1000);
        }
        return shares ? low.scaledBy(high.scale()) : low;
    }

    /** "二三十": two Han figures side by side, one more than the other, are the ends of a range. */
    private static boolean isNextDigit(Marks marks, int mark, int next) {
        return next == mark + 1
                && marks.gap(mark, next) == 0
                && marks.is(mark, Role.NUMERAL)
                && marks.is(next, Role.NUMERAL)
                && marks.value(mark) >= 1
                && marks.value(next) == marks.value(mark) + 1
                && marks.value(next) < 10
                && (marks.is(next + 1, Role.DIGIT_SCALE) || marks.is(next + 1, Role.SCALE))
                && Letters.of(marks.text().charAt(marks.start(mark))) == Letters.UNSPACED;
    }

    private static int rangeEnd(Marks marks, int next, int end, boolean announced) {
        if (isNextDigit(marks, next - 1, next)) {
            return next;
        }
        for (int mark = next; mark < marks.size() && mark < next + 4; mark++) {
            boolean currency = isCurrency(marks, mark);
            int from = marks.start(mark);
            if (from - end > LONGEST_RANGE_WORD) {
                return -1;
            }
            int figure = currency ? mark + 1 : mark;
            boolean begins =
                    marks.isNumber(figure) || marks.is(figure, Role.NUMERAL) || marks.is(figure, Role.SCALE_FIRST);
            if (begins && from > end) {
                String between = withoutNoCents(marks.text().substring(end, from));
                return FactWords.TABLE.isRange(between, announced) ? figure : -1;
            }
        }
        return -1;
    }

    private static String withoutNoCents(String between) {
        boolean noCents = between.length() > 2 && NO_CENTS.contains(between.substring(0, 2));
        return (noCents ? between.substring(2) : between).strip();
    }

    private static boolean isCurrency(Marks marks, int mark) {
        return marks.is(mark, Role.CURRENCY) || marks.is(mark, Role.GLUED_CURRENCY);
    }

    private static int currencyBefore(Marks marks, int mark) {
        int gap = mark == 0 ? Integer.MAX_VALUE : marks.gap(mark - 1, mark);
        boolean touches = gap == 0 && marks.is(mark - 1, Role.GLUED_CURRENCY);
        boolean beside = gap <= 1
                && marks.is(mark - 1, Role.CURRENCY)
                && (gap == 0 || isBlankOrDot(marks.text().charAt(marks.end(mark - 1))));
        return touches || beside ? mark - 1 : -1;
    }

    private static boolean isBlankOrDot(char c) {
        return Letters.of(c) == Letters.SPACE || c == '.' || c == ':' || c == '+';
    }

    private static int currencyAfter(Marks marks, int mark) {
        if (!marks.is(mark, Role.CURRENCY) && !marks.is(mark, Role.CURRENCY_BEHIND)) {
            return -1;
        }
        int gap = marks.gap(mark - 1, mark);
        if (gap > 1 && gap <= LONGEST_NO_CENTS) {
            String between = marks.text().substring(marks.end(mark - 1), marks.start(mark));
            return NO_CENTS.contains(between.strip()) ? mark : -1;
        }
        boolean nextFigures = marks.gap(mark, mark + 1) == 0 && marks.isNumber(mark + 1);
        boolean beside =
                gap == 0 || (gap == 1 && isBlankOrDot(marks.text().charAt(marks.end(mark - 1))) && !nextFigures);
        return beside ? mark : -1;
    }

    /** Whether both words name a country's money, and not the same. */
    private static boolean areTwoMoneys(Marks marks, int word, int other) {
        return word >= 0
                && other >= 0
                && !marks.word(word).ambiguous()
                && !marks.word(other).ambiguous()
                && !marks.word(word).currencies().equals(marks.word(other).currencies());
    }

    /** Of the currency words beside an offer the one that names a country's money. */
    private static int clearest(Marks marks, int... words) {
        int found = -1;
        for (int word : words) {
            if (word >= 0 && (found < 0 || marks.word(found).ambiguous())) {
                found = word;
            }
        }
        return found;
    }
}
