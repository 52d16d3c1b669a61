package org.lurewatch.detection.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkExpiryTest {
    private static final Duration RETENTION = Duration.ofMillis(100);

    private final LinkMemory memory =
            new LinkMemory(List.of(sighting("old", 10), sighting("new", 60)), List.of(), 2, 60);

    @Test
    void postingsAreForgottenOneByOne() {
        assertSame(memory, LinkExpiry.left(memory, 110, RETENTION));
        assertEquals(
                List.of(sighting("new", 60)),
                LinkExpiry.left(memory, 111, RETENTION).sightings());
        assertEquals(LinkMemory.EMPTY, LinkExpiry.left(memory, 161, RETENTION));
    }

    @Test
    void aPostingOlderThanAnythingRememberedIsTooLate() {
        assertFalse(LinkExpiry.isTooLate(LinkMemory.EMPTY, Long.MIN_VALUE, RETENTION));
        assertFalse(LinkExpiry.isTooLate(memory, -40, RETENTION));
        assertTrue(LinkExpiry.isTooLate(memory, -41, RETENTION));
    }

    private static Sighting sighting(String posting, long time) {
        return new Sighting(posting, time, true, true, true, 0, "");
    }
}
