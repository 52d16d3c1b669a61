package org.lurewatch.detection.facts.pay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lurewatch.detection.facts.words.Letters;
import org.lurewatch.detection.facts.words.Marks;
import org.lurewatch.detection.facts.words.PayPeriod;
import org.lurewatch.detection.facts.words.Role;
import org.lurewatch.detection.facts.words.StatementEnds;

/**
 * Reads pay offers. A figure is an offer where a currency stands beside it, or where a pay word or a period shows that
 * it is pay. Years, ages, hours, dates, phone numbers, percentages and head counts are passed over.
 */
final class PayReader {
    private static final int MOST_OFFERS = 64;
    private static final int FAR_BEFORE = 40;
    private static final int FAR_AFTER = 16;
    private static final int BESIDE = 3;
    private static final double LEAST_BARE = 100;
    private static final double LEAST_BARE_BY_THE_HOUR = 5;
    private static final double LEAST_COMPANY_SUM = 1e6;
    private static final double LEAST_IN_WORDS = 1000;
    private static final double HUNDRED_MILLION = 1e8;
    private static final double LEAST_NINES = 999_999;
    private static final double MOST_MONTHS_OF_PAY = 24;

    private final Marks marks;
    private final boolean payField;
    private final LocalMoney local;

    private PayReader(Marks marks, boolean payField, LocalMoney local) {
        this.marks = marks;
        this.payField = payField;
        this.local = local;
    }

    static List<PayOffer> read(Marks marks, boolean payField, LocalMoney local) {
        return new PayReader(marks, payField, local).offers();
    }

    private List<PayOffer> offers() {
        List<PayOffer> offers = new ArrayList<>();
        int mark = 0;
        int free = 0;
        while (mark < marks.size() && offers.size() < MOST_OFFERS) {
            Money money = Money.at(marks, mark, free, local);
            if (money == null) {
                mark++;
                continue;
            }
            PayOffer offer = offer(money, mark);
            if (offer != null) {
                addSharing(offer, offers);
            }
            mark = Math.max(mark + 1, money.next());
            free = mark;
        }
        return inNamedMoney(offers);
    }

    /** "HK$18,000, bonus $2,000": where a text names one money of those that a sign can mean, the sign means that. */
    private static List<PayOffer> inNamedMoney(List<PayOffer> offers) {
        Set<String> named = new HashSet<>();
        offers.stream()
                .filter(offer -> offer.currencies().size() == 1)
                .forEach(offer -> named.addAll(offer.currencies()));
        offers.replaceAll(offer -> {
            List<String> common =
                    offer.currencies().stream().filter(named::contains).toList();
            return offer.currencies().size() > 1 && common.size() == 1 ? offer.in(common.get(0)) : offer;
        });
        return offers;
    }

    /** Adds an offer; one sum said in two currencies, "RM15,000 (US$3,300) per month", has one period. */
    private void addSharing(PayOffer offer, List<PayOffer> offers) {
        int last = offers.size() - 1;
        PayOffer before = last < 0 ? null : offers.get(last);
        boolean bracket = before != null
                && offer.start() - before.end() <= BESIDE + 1
                && marks.text().substring(before.end(), offer.start()).indexOf('(') >= 0;
        if (bracket && before.period() == PayPeriod.UNKNOWN) {
            offers.set(last, before.paidFor(offer.period()));
        }
        boolean takes = bracket && offer.period() == PayPeriod.UNKNOWN;
        offers.add(takes ? offer.paidFor(before.period()) : offer);
    }

    private PayOffer offer(Money written, int mark) {
        Money money = withoutPlaceholders(written, mark);
        if (money.max() <= 0 || Double.isInfinite(money.max()) || isPartOfSomethingElse(money, mark)) {
            return null;
        }
        Surroundings around = new Surroundings(money);
        boolean counted = !money.priced() && (isCounted(money) || isMonthsOfPay(money));
        if (counted || !(payField || isPay(money, around))) {
            return null;
        }
        PayPeriod period = money.period() == PayPeriod.UNKNOWN ? around.period() : money.period();
        Money worded = money.in(local.inLanguage(around.language));
        String currency = money.currency() == null ? worded.currency() : money.currency();
        return PayOffer.of(money.min(), money.max(), currency, worded.currencies(), period, money.start(), money.end());
    }

    /** Without the numbers that stand in a pay field where none is known: -1, 0 to 999999, 2147483647. */
    private Money withoutPlaceholders(Money money, int mark) {
        if (!payField) {
            return money;
        }
        boolean nothing = money.sign() == null && money.max() <= 1;
        if (nothing || isNegative(money, mark) || isLimit(money.min())) {
            return money.within(0, 0);
        }
        return isLimit(money.max()) ? money.within(money.min(), money.min()) : money;
    }

    /** "-5000", "-1 - -1", "USD -1"; the dash of "salary -5000" is a mere mark. */
    private boolean isNegative(Money money, int mark) {
        String text = marks.text();
        int minus = marks.start(mark) - 1;
        if (minus < 0 || text.charAt(minus) != '-') {
            return false;
        }
        String before = text.substring(0, minus);
        String words = before.stripTrailing();
        boolean behindADash = words.endsWith("-") && words.length() < before.length();
        boolean behindAFigure = !words.isEmpty() && Letters.of(words.charAt(words.length() - 1)) == Letters.DIGIT;
        return words.isEmpty() || behindADash || !behindAFigure && money.max() <= 1;
    }

    private static boolean isLimit(double value) {
        boolean nines = value >= LEAST_NINES && value < HUNDRED_MILLION * 100 && Math.log10(value + 1) % 1 == 0;
        return nines || value == Integer.MAX_VALUE;
    }

    /** "13薪", "14 salaries", "13º salário": how often a month is paid in a year. */
    private boolean isMonthsOfPay(Money money) {
        int next = money.next();
        boolean ordinal = marks.text().charAt(money.end() - 1) == 'o';
        double months = ordinal ? money.max() / 10 : money.max();
        return money.sign() == null
                && money.min() == money.max()
                && months >= 12
                && months <= MOST_MONTHS_OF_PAY
                && marks.is(next, Role.PAY)
                && marks.gap(next - 1, next) <= 2;
    }

    private boolean isPay(Money money, Surroundings around) {
        boolean timed = around.period() != PayPeriod.UNKNOWN || money.period() != PayPeriod.UNKNOWN;
        if (around.otherMoney && !around.pay) {
            return false;
        }
        if (money.scale() >= HUNDRED_MILLION && !around.payBeside) {
            return false;
        }
        if (money.priced()) {
            // A small sum in words is as often part of a name: 三元桥, 백엔드.
            boolean name = money.max() < LEAST_IN_WORDS && !isFigure(money);
            if (name && !around.pay && !timed) {
                return false;
            }
            boolean companySum = money.max() >= LEAST_COMPANY_SUM && isHard(money);
            return !companySum || around.pay;
        }
        boolean bare = money.scale() == 1;
        double least = around.period() == PayPeriod.HOUR ? LEAST_BARE_BY_THE_HOUR : LEAST_BARE;
        if (money.sign() != null && money.sign().is(Role.CURRENCY_BEHIND)) {
            return around.pay || timed;
        }
        if (money.max() < least || (bare && isYear(money) && !around.payBeside)) {
            return false;
        }
        return around.pay || around.periodBeside || money.period() != PayPeriod.UNKNOWN;
    }

    private boolean isFigure(Money money) {
        return marks.isNumber(money.first()) || marks.isNumber(money.first() + 1);
    }

    private static boolean isHard(Money money) {
        return money.currencies().stream().anyMatch(currency -> switch (currency) {
            case "USD", "EUR", "GBP", "AUD", "CAD", "SGD", "NZD", "CHF" -> true;
            default -> false;
        });
    }

    private static boolean isYear(Money money) {
        return money.min() >= 1950
                && money.max() <= 2100
                && money.min() == Math.rint(money.min())
                && money.end() - money.start() >= 4;
    }

    /** A noun right behind the figure shows that something other than money is counted. */
    private boolean isCounted(Money money) {
        int next = money.next();
        if (next >= marks.size() || marks.start(next) - money.end() > 1) {
            return false;
        }
        return marks.is(next, Role.COUNTED)
                || marks.is(next, Role.TIME) && !marks.is(next, Role.PERIOD)
                || marks.is(next, Role.AGE_UNIT);
    }

    /** Whether the figure belongs to a date, a time, a percentage, a code or a phone number. */
    private boolean isPartOfSomethingElse(Money money, int mark) {
        String text = marks.text();
        int start = marks.start(mark);
        if (marks.isNumber(mark) && start > 0 && money.start() == start) {
            char before = text.charAt(start - 1);
            boolean wordEndsHere = mark > 0 && marks.end(mark - 1) == start && marks.kind(mark - 1) == Marks.WORD;
            boolean glued = Letters.of(before) == Letters.SPACED && !wordEndsHere;
            boolean inside = (before == '/' || before == ':' || before == '-' || before == '.')
                    && start > 1
                    && Letters.of(text.charAt(start - 2)) == Letters.DIGIT;
            if (glued || inside || before == '#' || before == '@' || before == '_') {
                return true;
            }
            boolean dialled = before == '+' && start > 1 && !money.priced() && money.scale() == 1;
            if (dialled && marks.end(mark) - start >= 6) {
                return true;
            }
        }
        int end = money.end();
        if (end < text.length()) {
            char after = text.charAt(end);
            boolean digitFollows = end + 1 < text.length() && Letters.of(text.charAt(end + 1)) == Letters.DIGIT;
            boolean period = marks.is(money.next(), Role.PERIOD) && marks.start(money.next()) == end;
            boolean joins = after == ':' || after == '-' || after == '.' || (after == '/' && !period);
            if (after == '%' || after == '@' || after == '_' || (joins && digitFollows && !money.priced())) {
                return true;
            }
        }
        boolean plainRun = money.scale() == 1 && !money.priced() && marks.isNumber(mark);
        return plainRun && money.max() >= 1e10;
    }

    /** What the words around a sum say about it. */
    private final class Surroundings {
        boolean pay;
        boolean payBeside;
        boolean otherMoney;
        boolean periodBeside;
        /** Tag of the language of the first of them that belongs to one language only; empty where none does. */
        String language = "";

        private PayPeriod beside = PayPeriod.UNKNOWN;
        private PayPeriod before = PayPeriod.UNKNOWN;
        private PayPeriod after = PayPeriod.UNKNOWN;

        Surroundings(Money money) {
            lookAhead(money);
            lookBack(money);
        }

        PayPeriod period() {
            if (beside != PayPeriod.UNKNOWN) {
                return beside;
            }
            return before != PayPeriod.UNKNOWN ? before : after;
        }

        private void lookAhead(Money money) {
            int end = money.end();
            for (int mark = money.next(); mark < marks.size() && mark < money.next() + 5; mark++) {
                int gap = marks.start(mark) - end;
                if (gap > FAR_AFTER || StatementEnds.isBetween(marks.text(), end, marks.start(mark))) {
                    return;
                }
                boolean one = marks.value(mark) == 1 && (marks.isNumber(mark) || marks.is(mark, Role.NUMERAL));
                if (one && marks.is(mark + 1, Role.TIME) && marks.gap(mark, mark + 1) <= 1) {
                    note(marks.word(mark + 1).period(), gap);
                    return;
                }
                if (marks.isNumber(mark) || marks.is(mark, Role.CURRENCY) && gap > BESIDE) {
                    return;
                }
                if (belongsToNextFigure(mark, gap)) {
                    return;
                }
                boolean unsaid = gap > BESIDE && isOnlyPossible(mark);
                if (marks.is(mark, Role.PERIOD) && !(isPeriodOnlyBehind(mark) && gap > 1) && !unsaid) {
                    noteLanguage(mark);
                    note(marks.word(mark).period(), gap);
                }
                if (marks.is(mark, Role.PAY)) {
                    noteLanguage(mark);
                    pay = true;
                    note(unsaid ? PayPeriod.UNKNOWN : marks.word(mark).period(), gap);
                }
                boolean fee = marks.is(mark, Role.FEE) && !marks.is(mark - 1, Role.NO);
                if ((fee || marks.is(mark, Role.NOT_PAY)) && gap <= 2 * BESIDE) {
                    otherMoney = true;
                }
            }
        }

        /**
         * "/d", which is a day behind a sum and a third sex in (m/w/d); "ph", which is an hour there and a telephone
         * elsewhere.
         */
        private boolean isPeriodOnlyBehind(int mark) {
            boolean slashed = marks.end(mark) - marks.start(mark) == 2
                    && marks.text().charAt(marks.start(mark)) == '/'
                    && Letters.of(marks.text().charAt(marks.start(mark) + 1)) == Letters.SPACED;
            return slashed || marks.is(mark, Role.PHONE);
        }

        /** "Weekly pay possible": what stands beside it says no more than that pay can come so. */
        private boolean isOnlyPossible(int mark) {
            boolean before = marks.is(mark - 1, Role.POSSIBLE) && marks.gap(mark - 1, mark) <= 1;
            int next = marks.is(mark + 1, Role.PAY) && marks.gap(mark, mark + 1) <= 1 ? mark + 2 : mark + 1;
            boolean behind = marks.is(next, Role.POSSIBLE) && marks.gap(next - 1, next) <= 1;
            return before || behind && endsClause(marks.end(next));
        }

        private boolean endsClause(int at) {
            return at == marks.text().length() || Letters.of(marks.text().charAt(at)) == Letters.OTHER;
        }

        private void noteLanguage(int mark) {
            String of = marks.word(mark).language();
            language = language.isEmpty() && !of.equals("-") ? of : language;
        }

        private boolean belongsToNextFigure(int mark, int gap) {
            return gap > 0
                    && marks.gap(mark, mark + 1) <= 2
                    && (marks.isNumber(mark + 1)
                            || marks.is(mark + 1, Role.CURRENCY)
                                    && marks.gap(mark + 1, mark + 2) <= 1
                                    && marks.isNumber(mark + 2))
                    && marks.is(mark, Role.PAY);
        }

        private void note(PayPeriod period, int gap) {
            if (period == PayPeriod.UNKNOWN) {
                return;
            }
            if (gap <= BESIDE) {
                beside = beside == PayPeriod.UNKNOWN ? period : beside;
                periodBeside = true;
            } else if (after == PayPeriod.UNKNOWN) {
                after = period;
            }
        }

        private void lookBack(Money money) {
            int start = money.start();
            for (int mark = money.first() - 1; mark >= 0 && mark >= money.first() - 7; mark--) {
                int gap = start - marks.end(mark);
                if (gap > FAR_BEFORE || StatementEnds.isBetween(marks.text(), marks.end(mark), start)) {
                    return;
                }
                if (gap == 0 && marks.is(mark, Role.TIME) && !marks.isNumber(mark - 1) && isUnspaced(mark)) {
                    noteBefore(marks.word(mark).period(), gap);
                }
                if (marks.is(mark, Role.TIME) && isOne(mark - 1) && marks.gap(mark - 1, mark) <= 1) {
                    noteBefore(marks.word(mark).period(), gap);
                    mark--;
                    continue;
                }
                if (marks.isNumber(mark)) {
                    return;
                }
                if (marks.is(mark, Role.PERIOD) || marks.is(mark, Role.PAY)) {
                    noteLanguage(mark);
                }
                boolean unsaid = isOnlyPossible(mark);
                if (marks.is(mark, Role.PERIOD) && !isPeriodOnlyBehind(mark) && !endsAnotherSum(mark) && !unsaid) {
                    noteBefore(marks.word(mark).period(), gap);
                }
                if (marks.is(mark, Role.PAY)) {
                    pay = pay || !otherMoney;
                    payBeside = payBeside || gap <= BESIDE;
                    noteBefore(unsaid ? PayPeriod.UNKNOWN : marks.word(mark).period(), gap);
                }
                boolean fee = marks.is(mark, Role.FEE) && gap <= 12;
                if ((fee || marks.is(mark, Role.NOT_PAY)) && !pay) {
                    otherMoney = true;
                }
            }
        }

        private boolean isUnspaced(int mark) {
            return Letters.of(marks.text().charAt(marks.start(mark))) != Letters.SPACED;
        }

        private boolean isOne(int mark) {
            return mark >= 0 && marks.value(mark) == 1 && (marks.isNumber(mark) || marks.is(mark, Role.NUMERAL));
        }

        /** "100 a day or 500 ...", "20 hours a week, 500": the period behind a figure is that figure's. */
        private boolean endsAnotherSum(int mark) {
            boolean hours = marks.is(mark - 1, Role.TIME) && marks.isNumber(mark - 2) && marks.gap(mark - 1, mark) <= 2;
            return hours
                    || mark > 0
                            && marks.gap(mark - 1, mark) <= 2
                            && (marks.isNumber(mark - 1)
                                    || marks.is(mark - 1, Role.CURRENCY)
                                    || marks.is(mark - 1, Role.SCALE));
        }

        private void noteBefore(PayPeriod period, int gap) {
            if (period != PayPeriod.UNKNOWN && before == PayPeriod.UNKNOWN) {
                before = period;
                periodBeside = periodBeside || gap <= BESIDE;
            }
        }
    }
}
