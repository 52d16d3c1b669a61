package org.lurewatch.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultTimesTest {
    private static final long SECOND = 1_000_000_000L;
    private final FaultTimes times = new FaultTimes();

    @Test
    void whatWasSentBeforeAFaultDoesNotEndIt() {
        times.fault(FaultKind.BROKER_KILLED, 10 * SECOND);
        times.warning(9 * SECOND, 15 * SECOND);

        assertFalse(times.allOver());
        assertTrue(Double.isNaN(times.quantile(Optional.empty(), 0.5)));
    }

    @Test
    void theFirstWarningOfWhatWasSentAfterAFaultEndsIt() {
        times.fault(FaultKind.BROKER_KILLED, 10 * SECOND);
        times.warning(11 * SECOND, 15 * SECOND);
        times.warning(12 * SECOND, 20 * SECOND);

        assertTrue(times.allOver());
        assertEquals(1, times.count(FaultKind.BROKER_KILLED));
        assertEquals(5, times.quantile(Optional.of(FaultKind.BROKER_KILLED), 0.99));
    }

    @Test
    void oneWarningMayEndSeveralFaultsEachWithItsOwnTime() {
        times.fault(FaultKind.BROKER_KILLED, 10 * SECOND);
        times.fault(FaultKind.TASK_MANAGER_KILLED, 12 * SECOND);
        times.warning(13 * SECOND, 20 * SECOND);

        assertEquals(10, times.quantile(Optional.of(FaultKind.BROKER_KILLED), 0.5));
        assertEquals(8, times.quantile(Optional.of(FaultKind.TASK_MANAGER_KILLED), 0.5));
        assertEquals(8, times.quantile(Optional.empty(), 0.5));
        assertEquals(10, times.quantile(Optional.empty(), 0.99));
    }
}
