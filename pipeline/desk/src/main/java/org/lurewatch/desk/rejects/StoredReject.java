package org.lurewatch.desk.rejects;

import org.lurewatch.schemas.RejectedPosting;

/**
 * A reject as it lies on its topic.
 *
 * @param partition of the topic of rejects
 * @param sentAtMillis when the job sent it, by Kafka's clock
 */
public record StoredReject(RejectedPosting reject, int partition, long sentAtMillis) {
    /** Where the record lay that was rejected. */
    public RejectPlace place() {
        return RejectPlace.of(reject);
    }
}
