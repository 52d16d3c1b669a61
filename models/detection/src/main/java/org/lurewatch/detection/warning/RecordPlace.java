package org.lurewatch.detection.warning;

/**
 * Where an assessed posting was read.
 *
 * @param eventTime in milliseconds
 */
public record RecordPlace(int partition, long offset, long eventTime) {
    /** Of a posting that was scraped more than once, the record that a running job saw last holds. */
    public boolean isNewerThan(RecordPlace other) {
        return partition == other.partition ? offset > other.offset : eventTime > other.eventTime;
    }
}
