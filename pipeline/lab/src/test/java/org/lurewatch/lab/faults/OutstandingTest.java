package org.lurewatch.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OutstandingTest {
    private final Outstanding outstanding = new Outstanding();

    @Test
    void aFaultIsSettledOnceAllThatWasSentBeforeItCameOut() {
        outstanding.sent("1");
        outstanding.sent("2");
        outstanding.fault();
        outstanding.sent("3");
        assertEquals(2, outstanding.missing());

        outstanding.cameOut("3");
        outstanding.cameOut("1");
        assertEquals(0, outstanding.settledFaults());

        outstanding.cameOut("2");
        assertEquals(1, outstanding.settledFaults());
        assertEquals(0, outstanding.missing());
    }

    @Test
    void whatIsMissingForSeveralFaultsIsMissingOnce() {
        outstanding.sent("1");
        outstanding.fault();
        outstanding.sent("2");
        outstanding.fault();
        assertEquals(2, outstanding.missing());

        outstanding.cameOut("1");
        outstanding.cameOut("1");
        assertEquals(1, outstanding.settledFaults());
        assertEquals(1, outstanding.missing());
    }

    @Test
    void aFaultBeforeWhichNothingWasSentIsSettled() {
        outstanding.fault();

        assertEquals(1, outstanding.settledFaults());
    }
}
