package org.lurewatch.detection.campaign;

import java.time.Duration;
import java.util.List;

/** What a link has forgotten by now. */
public final class LinkExpiry {
    private LinkExpiry() {}

    /**
     * What is left of a link's memory. Postings expire one by one; what is counted is forgotten with the last of them.
     *
     * @param now event time in milliseconds
     */
    public static LinkMemory left(LinkMemory memory, long now, Duration retention) {
        long oldest = now - retention.toMillis();
        if (memory.lastSeen() < oldest) {
            return LinkMemory.EMPTY;
        }
        List<Sighting> young = memory.sightings().stream()
                .filter(sighting -> sighting.time() >= oldest)
                .toList();
        return young.size() == memory.sightings().size()
                ? memory
                : new LinkMemory(young, memory.strangers(), memory.suspicious(), memory.lastSeen());
    }

    /** Whether a posting is so late that nothing of its time is remembered any more. */
    public static boolean isTooLate(LinkMemory memory, long time, Duration retention) {
        return memory.lastSeen() > Long.MIN_VALUE && time < memory.lastSeen() - retention.toMillis();
    }
}
