package org.lurewatch.web.view;

import java.time.Instant;

/**
 * A count of the postings of one span of event time.
 *
 * @param hour when the span begins
 * @param hours how long it is: 1 or 24
 * @param dimension what is counted by, as on the wire, for example {@code SCAM_TYPE}
 * @param value of the dimension, for example {@code task_scam}; empty for {@code ALL}
 * @param postings how many were counted
 * @param likely how many of them are likely scams
 * @param unsure how many of them are unsure
 * @param revision from 1
 */
public record StoredTrend(
        Instant hour,
        int hours,
        String dimension,
        String value,
        long postings,
        long likely,
        long unsure,
        int revision) {
    /** How many were warned of or raise questions. */
    public long warnings() {
        return likely + unsure;
    }
}
