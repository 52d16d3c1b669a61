package org.lurewatch.job.operators.review;

import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.schemas.AcceptedReview;
import org.lurewatch.schemas.PostingNews;

/** Sends a posting what reviewers say of it. */
public final class ReviewNews implements FlatMapFunction<AcceptedReview, PostingNews> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(AcceptedReview review, Collector<PostingNews> out) {
        if (review.getPosting() != null) {
            out.collect(new PostingNews(review.getPosting(), null, review.getStanding(), null, List.of()));
        }
    }
}
