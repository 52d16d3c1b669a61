package org.lurewatch.detection.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines that are asked for are the lines that decide. */
class PoliciesTest {
    private static final double PRIOR = -1;
    private static final HonestScores HONEST = new HonestScores(
            List.of(new HonestScores.Point(0.001, 5), new HonestScores.Point(0.01, 3), new HonestScores.Point(0.1, 1)));
    private static final Policies POLICIES = new Policies(
            PRIOR,
            0.001,
            0.5,
            new TreeMap<>(Map.of(
                    "platform", new Policies.Lines(0.003, 0.05, 0.2, 0.02, true),
                    "campaign", new Policies.Lines(0.01, 0.1, 0.1, 0.01, false))),
            HONEST);

    @Test
    void aNameChoosesTheLines() {
        WarningPolicy platform = POLICIES.choose(PolicyChoice.DEFAULT);
        assertEquals(0.2, platform.likely());
        assertEquals(0.02, platform.unsure());
        assertTrue(platform.askOnlyWhereUnmeasured());
        assertEquals(PRIOR, platform.trainedPrior());
        assertEquals(0.1, POLICIES.choose(named("campaign")).likely());
    }

    @Test
    void anUnknownNameIsToldWithThoseThatThereAre() {
        String problem = assertThrows(IllegalArgumentException.class, () -> POLICIES.choose(named("Platform")))
                .getMessage();
        assertEquals("the bundle has no policy \"Platform\"; it has campaign, platform", problem);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 10, 100})
    void aLineOfTheTableIsTakenAsItIs(double alarms) {
        WarningPolicy policy = POLICIES.choose(alarms(alarms));
        double logOdds = 5 - 2 * Math.log10(alarms);
        assertEquals(policy.score(logOdds), policy.likely(), 1e-12);
        assertTrue(policy.likely() > policy.score(logOdds), "an advert of that score is not over the line");
        assertTrue(policy.likely() <= policy.score(logOdds + 1e-9), "but any above it is");
    }

    @Test
    void betweenTwoLinesTheScoreFollowsTheLogarithmOfTheShare() {
        WarningPolicy policy = POLICIES.choose(alarms(Math.sqrt(10)));
        assertEquals(policy.score(4), policy.likely(), 1e-12);
    }

    @Test
    void theLineOfQuestionsStaysAndIsNeverAboveThatOfWarnings() {
        Policies asksLate = new Policies(
                PRIOR,
                0.001,
                0.5,
                new TreeMap<>(Map.of("platform", new Policies.Lines(0.003, 0.05, 0.9, 0.5, true))),
                HONEST);
        WarningPolicy policy = asksLate.choose(alarms(100));
        assertTrue(policy.likely() < 0.5);
        assertEquals(policy.likely(), policy.unsure());
        assertEquals(0.02, POLICIES.choose(alarms(1)).unsure());
    }

    @Test
    void soManyAlarmsAreTheSameAdvertsAtAnyBaseRate() {
        PolicyChoice choice = alarms(10);
        WarningPolicy rare = POLICIES.choose(choice);
        WarningPolicy common = POLICIES.choose(choice.withBaseRate(0.5));
        for (double logOdds : new double[] {2.9, 2.9999, 3.0001, 3.1}) {
            assertEquals(rare.score(logOdds) >= rare.likely(), common.score(logOdds) >= common.likely());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.999, 100.1, 999})
    void whatTheTableDoesNotReachIsRefused(double alarms) {
        String problem = assertThrows(IllegalArgumentException.class, () -> POLICIES.choose(alarms(alarms)))
                .getMessage();
        assertTrue(problem.contains("reaches from 1 to 100 alarms per 1,000 adverts"), problem);
    }

    @Test
    void aBundleWithoutATableSaysSo() {
        Policies none = Policies.of(new WarningPolicy(0, 0.5, 0.8, 0.3, 0.5));
        String problem = assertThrows(IllegalArgumentException.class, () -> none.choose(alarms(3)))
                .getMessage();
        assertTrue(problem.startsWith("the bundle has no table of honest scores"), problem);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1000, Double.NaN})
    void alarmsThatCannotBeAreRefused(double alarms) {
        assertThrows(IllegalArgumentException.class, () -> alarms(alarms));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
    void aBaseRateThatCannotBeIsRefused(double share) {
        assertThrows(IllegalArgumentException.class, () -> PolicyChoice.DEFAULT.withBaseRate(share));
    }

    @Test
    void aTableInDisorderIsRefused() {
        for (List<HonestScores.Point> points : List.of(
                List.of(new HonestScores.Point(0.1, 1), new HonestScores.Point(0.01, 0)),
                List.of(new HonestScores.Point(0.01, 1), new HonestScores.Point(0.1, 2)),
                List.of(new HonestScores.Point(0.01, 1), new HonestScores.Point(0.01, 1)),
                List.of(new HonestScores.Point(0, 1)),
                List.of(new HonestScores.Point(1, 1)),
                List.of(new HonestScores.Point(0.1, Double.POSITIVE_INFINITY)))) {
            assertThrows(IllegalArgumentException.class, () -> new HonestScores(points), points::toString);
        }
    }

    private static PolicyChoice named(String policy) {
        return new PolicyChoice(policy, OptionalDouble.empty(), OptionalDouble.empty());
    }

    private static PolicyChoice alarms(double alarms) {
        return new PolicyChoice("platform", OptionalDouble.empty(), OptionalDouble.of(alarms));
    }
}
