package org.lurewatch.job.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TransactionNamesTest {
    private final TransactionNames names = TransactionNames.of("lure.watch", 3);

    @Test
    void onAClusterTheyAreThoseOfEarlierVersions() {
        assertEquals("lurewatch-warnings", TransactionNames.of("lurewatch").prefix("warnings"));
        assertEquals("lure.watch-shadow-scores-run3", names.prefix("shadow-scores"));
    }

    @Test
    void whatWasBegunAfterTheCheckpointIsLeftOverInWhateverRun() {
        assertTrue(names.isLeftOver("lure.watch-warnings-run3-0-413", 412));
        assertTrue(names.isLeftOver("lure.watch-shadow-scores-run1-12-9000", 412));
        assertFalse(names.isLeftOver("lure.watch-warnings-run3-0-412", 412), "Flink commits it");
        assertTrue(names.isLeftOver("lure.watch-warnings-run3-0-1", 0), "a run that starts anew commits none");
    }

    @Test
    void whatIsOfOthersIsLeftAlone() {
        assertFalse(names.isLeftOver("lure.watch-warnings-0-413", 0), "of a job on a cluster");
        assertFalse(names.isLeftOver("lure.watch2-warnings-run3-0-413", 0));
        assertFalse(names.isLeftOver("lurexwatch-warnings-run3-0-413", 0), "a dot in a name is a dot");
        assertFalse(names.isLeftOver("my-lure.watch-warnings-run3-0-413", 0));
        assertFalse(names.isLeftOver("lure.watch-warnings-run3-0-", 0));
        assertFalse(names.isLeftOver("lurewatch-replay-postings-rejected", 0));
    }
}
