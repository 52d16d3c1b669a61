package org.lurewatch.job.operators.review;

import org.lurewatch.codec.ReviewDecoder;
import org.lurewatch.job.operators.DecodeRecordFunction;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.schemas.Review;

/** Decodes reviews; records that are not reviews go to {@link Rejects#TAG}. */
public final class DecodeReviewFunction extends DecodeRecordFunction<Review> {
    private static final long serialVersionUID = 1L;

    public DecodeReviewFunction() {
        super(FlowCounters.REVIEWS, FlowCounters.REVIEWS_REJECTED);
    }

    @Override
    protected Decoder<Review> decoder() {
        return new ReviewDecoder()::decode;
    }
}
