package org.lurewatch.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lurewatch.lab.cluster.ClusterSettings;

class FaultPlanTest {
    private static final List<FaultKind> ALL = List.of(FaultKind.values());

    @Test
    void theSameSeedGivesTheSameFaults() {
        assertEquals(FaultPlan.of(15, 5, 7, ALL), FaultPlan.of(15, 5, 7, ALL));
        assertNotEquals(FaultPlan.of(15, 5, 7, ALL), FaultPlan.of(15, 5, 8, ALL));
    }

    @Test
    void eachKillComesAsOftenAsTheOthersOrOnceMoreAndSoDoesEachOfTheRest() {
        List<FaultPlan.Fault> faults = FaultPlan.of(10, 5, 1, ALL);

        assertEquals(15, faults.size());
        for (FaultKind kind : ALL) {
            long count = faults.stream().filter(fault -> fault.kind() == kind).count();
            int least = kind.isKill() ? 3 : 1;
            assertTrue(count == least || count == least + 1, kind + ": " + count);
        }
    }

    @Test
    void onlyTheKindsAskedForCome() {
        List<FaultPlan.Fault> faults = FaultPlan.of(5, 3, 1, List.of(FaultKind.BROKER_KILLED));

        assertEquals(5, faults.size());
        assertTrue(faults.stream().allMatch(fault -> fault.kind() == FaultKind.BROKER_KILLED));
    }

    @Test
    void someComeBeforeTheLastIsOverAndMostDoNot() {
        long overlapping = FaultPlan.of(200, 0, 1, ALL).stream()
                .filter(FaultPlan.Fault::overlaps)
                .count();

        assertTrue(overlapping > 20 && overlapping < 80, "" + overlapping);
    }

    @Test
    void aPauseIsLongerThanTheOthersWaitForAHeartbeat() throws Exception {
        long heartbeatMillis = heartbeatTimeoutMillis();

        assertTrue(FaultPlan.of(0, 200, 1, List.of(FaultKind.TASK_MANAGER_PAUSED)).stream()
                .allMatch(fault -> fault.absence().toMillis() > heartbeatMillis));
    }

    private static long heartbeatTimeoutMillis() throws Exception {
        try (InputStream settings = ClusterSettings.class.getResourceAsStream("cluster-flink.yaml")) {
            Matcher timeout = Pattern.compile("heartbeat:\\s+interval: \\d+ s\\s+timeout: (\\d+) s")
                    .matcher(new String(settings.readAllBytes(), StandardCharsets.UTF_8));
            return timeout.find() ? 1_000 * Long.parseLong(timeout.group(1)) : fail("no heartbeat.timeout");
        }
    }
}
