package org.lurewatch.job.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lurewatch.job.config.ConfigReader;
import org.lurewatch.job.config.JobConfig;

class SwitchedFeaturesTest {
    private static final SwitchedFeatures ALL_ON = features(true, true, true);

    @Test
    void stateIsDroppedOfWhatIsSwitchedOffAndOfNothingElse() {
        for (boolean campaigns : List.of(true, false)) {
            for (boolean trends : List.of(true, false)) {
                for (boolean control : List.of(true, false)) {
                    List<String> off = new ArrayList<>();
                    if (!campaigns) {
                        off.add("campaigns");
                    }
                    if (!control) {
                        off.add("control");
                    }
                    if (!trends) {
                        off.add("trends");
                    }
                    SwitchedFeatures features = features(campaigns, trends, control);
                    assertEquals(off, features.droppedFrom(ALL_ON.on()));
                    assertTrue(ALL_ON.on().stream().allMatch(features::knows), "state of all of them can be met with");
                    assertTrue(features.off().keySet().stream().noneMatch(features.on()::contains));
                }
            }
        }
    }

    @Test
    void whatIsSwitchedOnDropsNothing() {
        SwitchedFeatures few = features(false, false, false);
        assertEquals(List.of(), ALL_ON.droppedFrom(few.on()));
        Set<String> others = new HashSet<>(few.on());
        others.removeAll(ALL_ON.on());
        assertTrue(
                others.size() <= 2,
                "without campaigns two operators are others, which warn and erase, and have no state");
        assertFalse(few.knows("00000000000000000000000000000000"));
    }

    @Test
    void theNumberOfTasksIsThatOfTheSettings() {
        assertEquals(3, ALL_ON.tasks());
    }

    private static SwitchedFeatures features(boolean campaigns, boolean trends, boolean control) {
        JobConfig config = ConfigReader.parse("""
                kafka: {bootstrapServers: 'localhost:1'}
                detection: {bundle: ../../models/baseline}
                campaigns: {enabled: %s}
                trends: {enabled: %s}
                control: {enabled: %s}
                parallelism: 3
                """.formatted(campaigns, trends, control), Map.of());
        return SwitchedFeatures.of(config, FlinkSettings.of(config));
    }
}
