package org.lurewatch.detection.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VetoRuleTest {
    private static final VetoLimits LIMITS = VetoLimits.DEFAULT;
    private static final Map<String, AlarmCount> NOTHING = Map.of();

    @Test
    void moreAlarmsThanAnyBundleMayGiveAreVetoedWhenThereAreEnoughPostings() {
        assertEquals(Optional.empty(), veto(Map.of("en", count(199, 199)), NOTHING));
        assertEquals(Optional.empty(), veto(Map.of("en", count(200, 40)), NOTHING));
        assertEquals(
                Optional.of("it warns of 20.500 % of all postings (41 of 200), more than 20.000 %"),
                veto(Map.of("en", count(200, 41)), NOTHING));
    }

    @Test
    void whereTheFormerBundleWarnedMoreTheRatioDecides() {
        Map<String, AlarmCount> former = Map.of("en", count(1_000, 200));
        assertEquals(Optional.empty(), veto(Map.of("en", count(1_000, 600)), former));
        assertEquals(
                Optional.of("it warns of 60.100 % of all postings (601 of 1000), more than 60.000 %"),
                veto(Map.of("en", count(1_000, 601)), former));
    }

    @Test
    void aLanguageThatGoesWrongIsNotHiddenByTheOthers() {
        Map<String, AlarmCount> fresh = Map.of("en", count(100_000, 50), "es", count(300, 90));
        assertEquals(
                Optional.of("it warns of 30.000 % of postings in es (90 of 300), more than 20.000 %"),
                veto(fresh, Map.of("en", count(100_000, 50))));
        assertEquals(
                Optional.empty(),
                veto(fresh, Map.of("en", count(100_000, 50), "es", count(1_000, 110))),
                "three times what the former gave in that language");
    }

    @Test
    void aBundleThatFallsSilentIsVetoedWhereThatIsNoChance() {
        Map<String, AlarmCount> former = Map.of("en", count(100_000, 500));
        assertEquals(Optional.empty(), veto(Map.of("en", count(3_900, 0)), former), "19 would have been expected");
        assertEquals(
                Optional.of("it warns of 0.150 % of all postings (6 of 4000), fewer than 0.167 %"),
                veto(Map.of("en", count(4_000, 6)), former));
        assertEquals(Optional.empty(), veto(Map.of("en", count(4_000, 7)), former));
        assertEquals(Optional.empty(), veto(Map.of("en", count(100_000, 0)), Map.of("en", count(10_000, 19))));
    }

    @Test
    void ofVeryManyPostingsThePastCountsHalf() {
        AlarmCount count = count(200_000, 1_000).plus(count(2, 2));
        assertEquals(count(100_001, 501), count);
        assertEquals(0, AlarmCount.NONE.rate());
    }

    @Test
    void limitsThatVetoEverythingAreNone() {
        assertThrows(IllegalArgumentException.class, () -> new VetoLimits(0, 0.2, 3));
        assertThrows(IllegalArgumentException.class, () -> new VetoLimits(1, 1.2, 3));
        assertThrows(IllegalArgumentException.class, () -> new VetoLimits(1, 0.2, 1));
    }

    private static Optional<String> veto(Map<String, AlarmCount> fresh, Map<String, AlarmCount> former) {
        return VetoRule.veto(fresh, former, LIMITS);
    }

    private static AlarmCount count(long postings, long warned) {
        return new AlarmCount(postings, warned);
    }
}
