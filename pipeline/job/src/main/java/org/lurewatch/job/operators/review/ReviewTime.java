package org.lurewatch.job.operators.review;

import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.lurewatch.schemas.Review;

/**
 * Event time of reviews. They come when people have time, so event time does not wait for them: only the postings
 * advance it.
 */
public final class ReviewTime {
    private ReviewTime() {}

    /** Timestamps of decoded reviews, which never hold watermarks back. */
    public static WatermarkStrategy<Review> strategy() {
        return WatermarkStrategy.<Review>forGenerator(context -> new Idle())
                .withTimestampAssigner(
                        (review, recordTime) -> review.getReviewedAt().toEpochMilli());
    }

    private static final class Idle implements WatermarkGenerator<Review> {
        @Override
        public void onEvent(Review review, long time, WatermarkOutput output) {
            output.markIdle();
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.markIdle();
        }
    }
}
