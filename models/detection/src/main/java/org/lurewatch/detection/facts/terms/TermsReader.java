package org.lurewatch.detection.facts.terms;

import java.util.ArrayList;
import java.util.List;
import org.lurewatch.detection.facts.pay.LocalMoney;
import org.lurewatch.detection.facts.pay.Money;
import org.lurewatch.detection.facts.words.FactWords;
import org.lurewatch.detection.facts.words.Marks;
import org.lurewatch.detection.facts.words.Role;
import org.lurewatch.detection.facts.words.Sex;
import org.lurewatch.detection.facts.words.StatementEnds;

/**
 * Reads what phrases alone cannot express: how much money is asked for, that none is asked for, which ages, and that
 * only one sex is wanted.
 */
final class TermsReader {
    private static final int MOST = 16;
    private static final int NEAR = 24;
    private static final int FAR = 44;
    private static final int BESIDE = 4;
    private static final int YOUNGEST = 14;
    private static final int OLDEST = 80;

    private final Marks marks;
    private final LocalMoney local;
    private final List<Fee> fees = new ArrayList<>();
    private final List<AgeLimit> ages = new ArrayList<>();
    private final List<SexLimit> sexes = new ArrayList<>();
    private int feesRead;

    private TermsReader(Marks marks, LocalMoney local) {
        this.marks = marks;
        this.local = local;
    }

    static Terms read(Marks marks, LocalMoney local) {
        return new TermsReader(marks, local).terms();
    }

    private Terms terms() {
        int agesRead = 0;
        for (int mark = 0; mark < marks.size(); mark++) {
            if (marks.is(mark, Role.FEE) && mark >= feesRead && fees.size() < MOST) {
                readFee(mark);
            }
            if (marks.isNumber(mark) && mark >= agesRead && ages.size() < MOST) {
                agesRead = readAge(mark);
            }
            if (marks.is(mark, Role.SEX) && sexes.size() < MOST) {
                readSex(mark);
            }
        }
        return new Terms(fees, ages, sexes);
    }

    private void readFee(int fee) {
        int no = ruling(fee);
        if (no >= 0 && !isPricedAtOnce(fee, no)) {
            int start = Math.min(marks.start(no), marks.start(fee));
            int end = Math.max(marks.end(no), marks.end(fee));
            fees.add(new Fee(Fee.Direction.RULED_OUT, Double.NaN, null, start, end));
            feesRead = fee + 1;
            return;
        }
        for (int mark = fee + 1; mark < marks.size() && mark <= fee + 5; mark++) {
            if (marks.start(mark) - marks.end(fee) > NEAR || sentenceEnds(marks.end(fee), marks.start(mark))) {
                break;
            }
            if (marks.is(mark, Role.PAY) || addFee(fee, mark)) {
                return;
            }
        }
        int before = fee - 1;
        if (marks.is(before, Role.CURRENCY) || marks.is(before, Role.SCALE)) {
            before--;
        }
        boolean beside = before >= feesRead && marks.start(fee) - marks.end(before) <= 2 * BESIDE;
        if (beside && !sentenceEnds(marks.end(before), marks.start(fee))) {
            addFee(fee, before);
        }
    }

    /** "No exam, deposit 5 million": the no belongs to what stands before. */
    private boolean isPricedAtOnce(int fee, int no) {
        boolean apart = no < fee && marks.gap(no, fee) >= BESIDE;
        boolean figureFollows =
                marks.gap(fee, fee + 1) <= BESIDE - 1 && marks.value(Math.min(fee + 1, marks.size() - 1)) > 0;
        return apart && figureFollows && marks.isNumber(fee + 1);
    }

    private boolean addFee(int fee, int mark) {
        Money money = Money.at(marks, mark, 0, local);
        boolean sum = money != null
                && money.max() > 0
                && (money.priced() || money.scale() > 1 || money.max() >= 50)
                && !isOtherCount(money);
        if (sum) {
            int start = Math.min(marks.start(fee), money.start());
            int end = Math.max(marks.end(fee), money.end());
            fees.add(new Fee(Fee.Direction.ASKED, money.max(), money.currency(), start, end));
            feesRead = Math.max(fee + 1, money.next());
        }
        return sum;
    }

    private boolean isOtherCount(Money money) {
        if (money.priced()) {
            return false;
        }
        int next = money.next();
        boolean beside = next < marks.size() && marks.start(next) - money.end() <= 1;
        boolean longNumber = money.max() >= 1e9;
        return longNumber
                || beside
                        && (marks.is(next, Role.COUNTED) || marks.is(next, Role.TIME) || marks.is(next, Role.AGE_UNIT));
    }

    /** The word that says that no fee is taken, before it or behind it in the same sentence; or -1. */
    private int ruling(int fee) {
        for (int mark = fee - 1; mark >= 0 && mark >= fee - 6; mark--) {
            if (marks.start(fee) - marks.end(mark) > NEAR || sentenceEnds(marks.end(mark), marks.start(fee))) {
                break;
            }
            boolean denied = marks.is(mark, Role.NO) && !isOtherNo(mark) && !clauseEnds(mark, fee);
            if (denied || marks.is(mark, Role.EMPLOYER_PAYS)) {
                return mark;
            }
            if (marks.isNumber(mark)) {
                break;
            }
        }
        for (int mark = fee + 1; mark < marks.size() && mark <= fee + 6; mark++) {
            int gap = marks.start(mark) - marks.end(fee);
            if (gap > FAR || sentenceEnds(marks.end(fee), marks.start(mark))) {
                break;
            }
            boolean zero = marks.isNumber(mark) && marks.value(mark) == 0;
            if (zero
                    || marks.is(mark, Role.EMPLOYER_PAYS)
                    || (gap <= NEAR && marks.is(mark, Role.NO) && !isOtherNo(mark) && !clauseEnds(fee, mark))) {
                return mark;
            }
            if (marks.isNumber(mark)) {
                break;
            }
        }
        return -1;
    }

    /** "No interview, pay the fee", "deposit first, no experience": the no is about the other clause. */
    private boolean clauseEnds(int mark, int next) {
        return StatementEnds.isClauseBetween(marks.text(), marks.end(mark), marks.start(next));
    }

    /** "450k", where k is also short for no in Vietnamese, and "no: 12", where no is short for number. */
    private boolean isOtherNo(int mark) {
        boolean multiplies = marks.is(mark, Role.SCALE) && marks.isNumber(mark - 1) && marks.gap(mark - 1, mark) == 0;
        int end = marks.end(mark);
        return multiplies || (end < marks.text().length() && marks.text().charAt(end) == ':');
    }

    /** Reads an age or a range of ages that begins at a number; answers the mark to continue from. */
    private int readAge(int mark) {
        if (!isAge(mark)) {
            return mark + 1;
        }
        int last = bandEnd(mark);
        int low = (int) marks.value(mark);
        int high = (int) marks.value(last);
        boolean unit = marks.gap(last, last + 1) <= 1 && marks.is(last + 1, Role.AGE_UNIT);
        int age = ageWordBefore(mark);
        boolean named = age >= 0 || (unit && !isSpan(last + 1));
        if (!named) {
            return last + 1;
        }
        int start = age >= 0 ? marks.start(age) : marks.start(mark);
        int end = unit ? marks.end(last + 1) : marks.end(last);
        if (last > mark) {
            ages.add(new AgeLimit(low, high, start, end));
            return last + 1;
        }
        addOneSided(mark, unit ? mark + 1 : mark, low, start, end, age >= 0);
        return mark + 1;
    }

    private void addOneSided(int mark, int lastMark, int years, int start, int end, boolean ageNamed) {
        int qualifier = qualifier(mark, lastMark);
        if (qualifier < 0) {
            return;
        }
        boolean youngest = marks.is(qualifier, Role.AGE_MIN);
        boolean plus = marks.end(qualifier) - marks.start(qualifier) == 1
                && marks.text().charAt(marks.start(qualifier)) == '+';
        if (plus && !ageNamed) {
            return;
        }
        int from = Math.min(start, marks.start(qualifier));
        int to = Math.max(end, marks.end(qualifier));
        ages.add(youngest ? new AgeLimit(years, AgeLimit.NO_UPPER_END, from, to) : new AgeLimit(0, years, from, to));
    }

    /** The word for "at least" or "at most" beside an age: close before it, else behind it, else before it. */
    private int qualifier(int mark, int lastMark) {
        int before = mark - 1;
        boolean close = isQualifier(before) && marks.gap(before, mark) <= 1 && !standsBehind(before);
        if (close) {
            return before;
        }
        for (int i = lastMark + 1; i <= lastMark + 2 && marks.gap(lastMark, i) <= BESIDE; i++) {
            if (isQualifier(i) && !sentenceEnds(marks.end(lastMark), marks.start(i))) {
                return i;
            }
        }
        for (int i = before; i >= 0 && i >= mark - 2 && marks.gap(i, mark) <= BESIDE; i--) {
            if (isQualifier(i) && !standsBehind(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isQualifier(int mark) {
        return marks.is(mark, Role.AGE_MIN) || marks.is(mark, Role.AGE_MAX);
    }

    /** 以上 and 以下 follow their figure. */
    private boolean standsBehind(int mark) {
        return marks.text().charAt(marks.start(mark)) == '以';
    }

    private boolean isAge(int mark) {
        double value = marks.value(mark);
        return value >= YOUNGEST && value <= OLDEST && value == Math.rint(value);
    }

    private int bandEnd(int mark) {
        for (int next = mark + 1; next < marks.size() && next <= mark + 3; next++) {
            int gap = marks.start(next) - marks.end(mark);
            if (gap > 12) {
                break;
            }
            if (marks.isNumber(next)) {
                String between = marks.text()
                        .substring(marks.end(mark), marks.start(next))
                        .strip();
                boolean band = FactWords.TABLE.isRange(withoutUnit(between), true);
                return band && isAge(next) && marks.value(next) > marks.value(mark) ? next : mark;
            }
        }
        return mark;
    }

    private static String withoutUnit(String between) {
        return between.startsWith("岁") ? between.substring(1).strip() : between;
    }

    private int ageWordBefore(int mark) {
        for (int i = mark - 1; i >= 0 && i >= mark - 4 && marks.start(mark) - marks.end(i) <= NEAR; i--) {
            if (marks.isNumber(i) || sentenceEnds(marks.end(i), marks.start(mark))) {
                return -1;
            }
            if (marks.is(i, Role.AGE) && !marks.is(i, Role.AGE_MIN)) {
                return i;
            }
        }
        return -1;
    }

    /** A unit that also counts years of work names an age only beside an age word. */
    private boolean isSpan(int unit) {
        return marks.is(unit, Role.TIME);
    }

    private void readSex(int mark) {
        Sex sex = marks.word(mark).sex();
        boolean otherBeside = isOther(mark - 1, mark, sex) || isOther(mark, mark + 1, sex);
        boolean counted = marks.isNumber(mark - 1) && marks.gap(mark - 1, mark) <= 1;
        if (otherBeside || counted) {
            return;
        }
        int only = -1;
        if (marks.is(mark + 1, Role.ONLY) && marks.gap(mark, mark + 1) <= BESIDE) {
            only = mark + 1;
        } else if (marks.is(mark - 1, Role.ONLY) && marks.gap(mark - 1, mark) <= BESIDE) {
            only = mark - 1;
        }
        if (only >= 0) {
            int start = Math.min(marks.start(only), marks.start(mark));
            int end = Math.max(marks.end(only), marks.end(mark));
            sexes.add(new SexLimit(sex, start, end));
        }
    }

    private boolean isOther(int first, int second, Sex sex) {
        int asked = marks.is(first, Role.SEX) && marks.word(first).sex() != sex ? first : second;
        boolean other = marks.is(asked, Role.SEX) && marks.word(asked).sex() != sex;
        return other && marks.gap(first, second) <= 2 * BESIDE;
    }

    private boolean sentenceEnds(int from, int to) {
        return StatementEnds.isBetween(marks.text(), from, to);
    }
}
