package org.lurewatch.job.operators;

import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.schemas.AssessedPosting;

/**
 * The time of a posting: when it was scraped or, if that is not known, when Kafka got it.
 * See RATIONALE.md, "Event time is assigned after detection".
 */
public final class EventTime {
    private static final Duration MOST_DISORDER = Duration.ofMinutes(1);
    private static final Duration IDLE_AFTER = Duration.ofMinutes(1);

    private EventTime() {}

    /** Event time and watermarks of assessed postings. */
    public static WatermarkStrategy<AssessedPosting> strategy() {
        return WatermarkStrategy.<AssessedPosting>forBoundedOutOfOrderness(MOST_DISORDER)
                .withIdleness(IDLE_AFTER)
                .withTimestampAssigner((assessed, recordTimestamp) -> assessed.getEventTime());
    }

    /**
     * Milliseconds since 1970. A posting cannot have been scraped after Kafka got it: such a time would push event time
     * into the future for all the others, so Kafka's time is used instead.
     *
     * @param kafkaTime when Kafka got it, in milliseconds since 1970, or null if that is not known
     */
    static long of(JobPosting posting, Long kafkaTime) {
        Instant scrapedAt = posting.scrapedAt();
        if (scrapedAt == null) {
            return kafkaTime == null ? 0 : kafkaTime;
        }
        return kafkaTime == null ? scrapedAt.toEpochMilli() : Math.min(scrapedAt.toEpochMilli(), kafkaTime);
    }
}
