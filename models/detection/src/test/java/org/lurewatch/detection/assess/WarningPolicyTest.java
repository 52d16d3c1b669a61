package org.lurewatch.detection.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningPolicyTest {
    private static final WarningPolicy POLICY = new WarningPolicy(0, 0.5, 0.8, 0.3, 0.5);

    @ParameterizedTest(name = "score logit {0}, weak bounded {1}, about {2}, offers {3}: {4}")
    @CsvSource({
        "2, 2, -3, false, LIKELY_SCAM",
        "2, 2, -3, true, LIKELY_SCAM",
        "9, 0, -3, false, UNSURE",
        "9, -9, -3, true, UNSURE",
        "0, 0, -3, false, UNSURE",
        "-2, -2, -3, false, NO_SIGN_FOUND",
        "-2, -9, -3, true, NO_SIGN_FOUND",
        "9, 9, 3, false, UNSURE",
        "0, 0, 3, false, ABOUT_SCAMS",
        "-9, -9, 3, false, ABOUT_SCAMS",
        "9, 9, 3, true, LIKELY_SCAM",
        "0, 0, 3, true, UNSURE",
        "-9, -9, 3, true, NO_SIGN_FOUND",
        "9, 9, 0, false, UNSURE",
    })
    void verdicts(double logit, double bounded, double about, boolean offers, Verdict expected) {
        assertEquals(expected, POLICY.verdict(logit, bounded, -4, about, offers));
    }

    @Test
    void theScoreIsTheProbabilityAtTheBaseRate() {
        WarningPolicy trainedOnATenth = new WarningPolicy(Math.log(0.1 / 0.9), 0.1, 0.8, 0.3, 0.5);
        assertEquals(0.1, trainedOnATenth.score(Math.log(0.1 / 0.9)), 1e-12);
        assertEquals(0.02, trainedOnATenth.withBaseRate(0.02).score(Math.log(0.1 / 0.9)), 1e-12);
    }

    @Property
    void aHigherBaseRateNeverLowersAScore(
            @ForAll @DoubleRange(min = -30, max = 30) double logit,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double rate,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double other) {
        double low = POLICY.withBaseRate(Math.min(rate, other)).score(logit);
        double high = POLICY.withBaseRate(Math.max(rate, other)).score(logit);
        assertTrue(low <= high && low >= 0 && high <= 1);
    }

    @Property
    void aHigherLogitNeverLowersAScore(
            @ForAll @DoubleRange(min = -800, max = 800) double logit,
            @ForAll @DoubleRange(min = -800, max = 800) double other) {
        assertTrue(POLICY.score(Math.min(logit, other)) <= POLICY.score(Math.max(logit, other)));
    }

    @Property
    void aHigherBaseRateNeverMakesAVerdictMilder(
            @ForAll @DoubleRange(min = -30, max = 30) double logit,
            @ForAll @DoubleRange(min = 0, max = 5) double surplus,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double rate,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double other) {
        Verdict low = POLICY.withBaseRate(Math.min(rate, other)).verdict(logit, logit - surplus, -2, -9, true);
        Verdict high = POLICY.withBaseRate(Math.max(rate, other)).verdict(logit, logit - surplus, -2, -9, true);
        assertTrue(high.ordinal() <= low.ordinal(), low + " became " + high);
    }

    @Property
    void noBaseRateMakesAWarningOfWhatSpeaksForTheEmployer(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double rate,
            @ForAll @DoubleRange(min = -50, max = 0) double logit) {
        Verdict verdict = POLICY.withBaseRate(rate).verdict(logit, logit, 0, -9, true);
        assertTrue(verdict != Verdict.LIKELY_SCAM);
    }

    @Property
    void aLineIsReachedAtItsLogit(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double line,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double rate) {
        WarningPolicy policy = new WarningPolicy(-1.5, rate, 0.8, 0.3, 0.5);
        assertEquals(line, policy.score(policy.logitAt(line)), 1e-9);
    }

    @Property
    void weakSignalsAloneNeverReachTheLine(
            @ForAll @DoubleRange(min = -50, max = 50) double logit,
            @ForAll @DoubleRange(min = -50, max = 1.3) double bounded) {
        assertTrue(POLICY.verdict(logit, bounded, -9, -9, true) != Verdict.LIKELY_SCAM);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.8, 0.3",
        "1, 0.8, 0.3",
        "NaN, 0.8, 0.3",
        "0.5, 0.3, 0.8",
        "0.5, 1, 0.3",
        "0.5, 0.8, 0",
        "0.5, NaN, 0.3"
    })
    void whatCannotBeIsRefused(double baseRate, double likely, double unsure) {
        assertThrows(IllegalArgumentException.class, () -> new WarningPolicy(0, baseRate, likely, unsure, 0.5));
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, LIKELY_SCAM",
        "true, false, UNSURE",
        "false, false, LIKELY_SCAM",
    })
    void aWarningMayBeAQuestionOnlyWhereTheLanguageWasNeverMeasured(
            boolean askOnly, boolean measured, Verdict expected) {
        WarningPolicy policy = new WarningPolicy(0, 0.5, 0.8, 0.3, 0.5, askOnly, PolicyChoice.DEFAULT);
        AdvertLanguage language = new AdvertLanguage(Optional.of("pl"), measured);
        assertEquals(expected, policy.inLanguage(language, Verdict.LIKELY_SCAM));
        assertEquals(expected, policy.thresholds(language).verdict(0.9));
        assertEquals(Verdict.ABOUT_SCAMS, policy.inLanguage(language, Verdict.ABOUT_SCAMS));
        assertEquals(Verdict.NO_SIGN_FOUND, policy.inLanguage(language, Verdict.NO_SIGN_FOUND));
    }
}
