package org.lurewatch.detection.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.BundleVersion;

class WatchTest {
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);
    private static final AlarmCount QUIET = new AlarmCount(1_000, 5);
    private static final AlarmCount LOUD = new AlarmCount(1_000, 400);
    private static final Deployment FIRST = new Deployment(
            1,
            List.of(
                    new Published(A, "file:///a", "1", BundleVersion.CURRENT),
                    new Published(B, "file:///b", "2", BundleVersion.CURRENT)),
            A,
            List.of(),
            "",
            "",
            0);
    private static final Deployment SECOND = FIRST.withChampion(B, List.of(A));
    private static final Deployment BACK = SECOND.withChampion(A, List.of());

    private final Watch watch = Watch.over(FIRST).decided(A, "en", QUIET);

    @Test
    void aNewChampionThatWarnsTooMuchIsVetoedOnce() {
        Watch second = watch.deployed(SECOND).decided(B, "en", LOUD);

        assertEquals(Optional.of(B), digest(second));
        assertEquals(Optional.empty(), digest(second.vetoed(B)));
        assertEquals(Optional.empty(), digest(watch.deployed(SECOND).decided(B, "en", QUIET)));
    }

    @Test
    void theChampionThatWasGoneBackToIsNotVetoedForWhatEveryBundleWouldDo() {
        String c = "c".repeat(64);
        Deployment three = new Deployment(5, FIRST.published(), B, List.of(A, c), "", "", 0);
        Watch back = Watch.over(three).deployed(three.withChampion(A, List.of(c)));

        assertEquals(Optional.empty(), digest(back.decided(A, "en", LOUD)));
        assertEquals(Optional.empty(), digest(Watch.over(FIRST).decided(A, "en", LOUD)), "nor the first");
    }

    @Test
    void aChampionAfterAnUpgradeIsNotVetoedForThereIsNoWayBack() {
        Published old = new Published(A, "file:///a", "1", new BundleVersion(1, 2));
        Deployment outdated = Deployment.startingWith(old);
        Deployment after = DeploymentRule.succeeded(outdated, FIRST.find(B));

        assertEquals(B, after.champion());
        assertEquals(
                Optional.empty(),
                digest(Watch.over(outdated)
                        .decided(A, "en", QUIET)
                        .deployed(after)
                        .decided(B, "en", LOUD)));
    }

    @Test
    void aCanaryIsMeasuredByTheChampionAndCountedFromItsBeginning() {
        Deployment trial = FIRST.withCanary(B, 0.1);
        Watch canary = watch.deployed(trial).decided(B, "en", LOUD);

        assertEquals(Optional.of(B), digest(canary));
        Watch again = canary.deployed(trial.withCanary("", 0)).deployed(trial.withCanary(B, 0.2));
        assertEquals(Optional.empty(), digest(again));
        assertEquals(Map.of(A, Map.of("en", QUIET)), again.decided());
        assertEquals(
                canary.decided(), canary.deployed(trial.withCanary(B, 0.2)).decided(), "only its share has changed");
    }

    @Test
    void aBundleThatDecidesNoMoreIsNotCounted() {
        assertEquals(watch, watch.decided(B, "en", LOUD));
        Watch back = watch.deployed(SECOND).deployed(BACK);
        assertEquals(back, back.decided(B, "en", LOUD));
    }

    @Test
    void comparisonsAreThoseOfThisChampionAndThisShadow() {
        Comparison one = new Comparison(10, 1, 2);
        Watch trial =
                watch.deployed(FIRST.withShadow(B)).compared(A, B, "es", one).compared(A, B, "es", one);

        assertEquals(Map.of("es", new Comparison(20, 2, 4)), trial.compared());
        assertEquals(20, trial.comparedPostings());
        assertEquals(trial, trial.compared(B, A, "es", one));
        assertEquals(watch, watch.compared(A, B, "es", one));
        assertEquals(0, trial.summedUp().comparedPostings());
        assertEquals(0, trial.deployed(FIRST).comparedPostings());
        assertEquals(20, trial.deployed(FIRST.withShadow(B).withCanary(B, 0.1)).comparedPostings());
    }

    private static Optional<String> digest(Watch watch) {
        return watch.veto(VetoLimits.DEFAULT).map(Watch.Veto::digest);
    }
}
