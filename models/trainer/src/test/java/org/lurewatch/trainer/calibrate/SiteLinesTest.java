package org.lurewatch.trainer.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lurewatch.detection.assess.HonestScores;
import org.lurewatch.detection.assess.Policies;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.WarningPolicy;
import org.lurewatch.trainer.measure.Interval;

/** As many of a site's adverts are over its lines as were asked for, and too few adverts are refused. */
class SiteLinesTest {
    private static final OptionalDouble AS_THE_POLICY_SAYS = OptionalDouble.empty();
    private static final Policies BUNDLE = new Policies(
            -1,
            0.001,
            0.5,
            new TreeMap<>(Map.of(
                    "platform", new Policies.Lines(0.003, 0.05, 0.2, 0.02, true),
                    "campaign", new Policies.Lines(0.01, 0.1, 0.1, 0.01, false))),
            HonestScores.UNKNOWN);

    @Test
    void asManyAreOverEachLineAsThePolicySays() {
        SiteLines site = SiteLines.draw(BUNDLE, scores(1000), AS_THE_POLICY_SAYS);
        assertEquals(1000, site.adverts());
        assertEquals(
                Map.of("platform", List.of(3L, 50L), "campaign", List.of(10L, 100L)),
                Map.of("platform", over(site, "platform", 1000), "campaign", over(site, "campaign", 1000)));
        assertEquals(
                List.of("campaign warn 0.01", "campaign ask 0.1", "platform warn 0.003", "platform ask 0.05"),
                site.drawn().stream()
                        .map(each -> each.policy() + (each.warns() ? " warn " : " ask ") + each.allowed())
                        .toList());
        assertEquals(Interval.ofCount(3, 1000), site.drawn().get(2).over());
        assertEquals(0.2, site.drawn().get(2).before());
        assertTrue(site.policies().lines().get("platform").askOnlyWhereUnmeasured(), "what else it says stays");
    }

    @Test
    void theOrderOfTheAdvertsDoesNotMatter() {
        double[] shuffled = new Random(5).doubles(2000, -9, 0).toArray();
        double[] sorted = shuffled.clone();
        Arrays.sort(sorted);
        assertEquals(
                SiteLines.draw(BUNDLE, sorted, AS_THE_POLICY_SAYS),
                SiteLines.draw(BUNDLE, shuffled, AS_THE_POLICY_SAYS));
    }

    @Test
    void advertsOfOneScoreAreAllOverALineOrNone() {
        double[] same = new double[1000];
        SiteLines site = SiteLines.draw(BUNDLE, same, AS_THE_POLICY_SAYS);
        site.drawn().forEach(each -> assertEquals(0, each.over().estimate()));
    }

    @ParameterizedTest
    @CsvSource({", 999, 1000", "1, 2999, 3000", "20, 149, 150", "0.5, 1000, 6000"})
    void tooFewAdvertsAreRefusedWithTheNumberThatIsNeeded(Double alarms, int adverts, int needed) {
        OptionalDouble asked = alarms == null ? AS_THE_POLICY_SAYS : OptionalDouble.of(alarms);
        String message = assertThrows(
                        TooFewAdvertsException.class, () -> SiteLines.draw(BUNDLE, scores(adverts), asked))
                .getMessage();
        assertTrue(message.startsWith(adverts + " different adverts are too few"), message);
        assertTrue(message.contains(needed + " are needed"), message);
        assertEquals(needed, SiteLines.draw(BUNDLE, scores(needed), asked).adverts());
    }

    @Test
    void aMoreSensitivePolicyWarnsOfNoFewer() {
        SiteLines few = SiteLines.draw(BUNDLE, scores(3000), OptionalDouble.of(1));
        assertEquals(List.of(3L, 150L), over(few, "platform", 3000));
        assertEquals(List.of(30L, 300L), over(few, "campaign", 3000));
        SiteLines many = SiteLines.draw(BUNDLE, scores(1000), OptionalDouble.of(60));
        assertEquals(List.of(60L, 60L), over(many, "platform", 1000));
        assertEquals(List.of(60L, 100L), over(many, "campaign", 1000));
    }

    @Test
    void whatWarnsWhereverTheLineIsTakesItsShare() {
        double[] scores = scores(1000);
        Arrays.fill(scores, 0, 2, Double.POSITIVE_INFINITY);
        SiteLines two = SiteLines.draw(BUNDLE, scores, AS_THE_POLICY_SAYS);
        assertEquals(0.003, two.drawn().get(2).over().estimate());
        Arrays.fill(scores, 0, 7, Double.POSITIVE_INFINITY);
        SiteLines seven = SiteLines.draw(BUNDLE, scores, AS_THE_POLICY_SAYS);
        assertEquals(0.007, seven.drawn().get(2).over().estimate(), "no line keeps them down");
        assertTrue(seven.policies().lines().get("platform").likely() < 1);
    }

    @Test
    void theTableIsTheSitesOwnAsFarAsThreeAdvertsReach() {
        Policies site = SiteLines.draw(BUNDLE, scores(1000), AS_THE_POLICY_SAYS).policies();
        assertEquals(
                List.of(0.003, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2),
                site.honest().points().stream().map(HonestScores.Point::share).toList());
        WarningPolicy chosen = site.choose(new PolicyChoice("platform", OptionalDouble.empty(), OptionalDouble.of(20)));
        assertEquals(
                20,
                Arrays.stream(scores(1000))
                        .filter(logOdds -> chosen.score(logOdds) >= chosen.likely())
                        .count());
    }

    /** Different scores from -5 down. */
    private static double[] scores(int adverts) {
        return IntStream.range(0, adverts).mapToDouble(i -> -5 - i * 0.001).toArray();
    }

    /** How many of these are over the two lines of a policy. */
    private static List<Long> over(SiteLines site, String policy, int adverts) {
        WarningPolicy chosen =
                site.policies().choose(new PolicyChoice(policy, OptionalDouble.empty(), OptionalDouble.empty()));
        return List.of(count(chosen, chosen.likely(), adverts), count(chosen, chosen.unsure(), adverts));
    }

    private static long count(WarningPolicy policy, double line, int adverts) {
        return Arrays.stream(scores(adverts))
                .filter(logOdds -> policy.score(logOdds) >= line)
                .count();
    }
}
