package org.lurewatch.job.graph;

import java.time.Duration;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.lurewatch.codec.Erasures;
import org.lurewatch.codec.ReviewRecords;
import org.lurewatch.detection.campaign.CampaignLedger;
import org.lurewatch.detection.review.ReviewRule;
import org.lurewatch.job.operators.ErasureRequests;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.job.operators.campaign.CampaignFunction;
import org.lurewatch.job.operators.campaign.CampaignSamples;
import org.lurewatch.job.operators.campaign.LedgerFunction;
import org.lurewatch.job.operators.campaign.LinkFunction;
import org.lurewatch.job.operators.campaign.LinkSightings;
import org.lurewatch.job.operators.campaign.PostingFunction;
import org.lurewatch.job.operators.review.DecodeReviewFunction;
import org.lurewatch.job.operators.review.ReviewNews;
import org.lurewatch.job.operators.review.ReviewTime;
import org.lurewatch.job.operators.review.StandingFunction;
import org.lurewatch.job.operators.review.WeighFunction;
import org.lurewatch.schemas.AcceptedReview;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.LinkSighting;
import org.lurewatch.schemas.PostingErasure;
import org.lurewatch.schemas.PostingNews;
import org.lurewatch.schemas.PostingTie;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.WeighedReview;

/**
 * The part of the graph that remembers: a straight line from assessed postings through their links and the ledger to
 * warnings and campaigns, with reviews coming in from the side.
 *
 * @param warnings first warnings, late ones and retractions
 * @param campaigns campaigns as they are published
 * @param rejects records on the reviews topic that are not reviews
 */
public record CampaignGraph(
        DataStream<ScamWarning> warnings, DataStream<Campaign> campaigns, DataStream<RejectedPosting> rejects) {
    private static final String ONE_LEDGER = "ledger";

    /**
     * Settings of this part.
     *
     * @param retention how long links, postings and campaigns are remembered, by event time
     * @param mostAloneADay how many reviews of one reviewer take effect per day without a second opinion
     */
    public record Settings(Duration retention, int mostAloneADay) {
        static final Settings DEFAULT = new Settings(CampaignLedger.RETENTION, ReviewRule.MOST_ALONE_A_DAY);
    }

    /**
     * Adds it to a graph.
     *
     * @param assessed every assessed posting, with event time
     * @param reviewRecords records of the reviews topic; they need no event time
     * @param requests to forget a posting; they need no event time
     */
    static CampaignGraph of(
            DataStream<AssessedPosting> assessed,
            DataStream<SourceRecord> reviewRecords,
            DataStream<PostingErasure> requests,
            Settings settings) {
        DataStream<PostingErasure> erasures = requests.assignTimestampsAndWatermarks(ErasureRequests.time())
                .name("erasure time")
                .uid("erasure-time");
        SingleOutputStreamOperator<Review> reviews = reviewRecords
                .process(new DecodeReviewFunction())
                .name("decode reviews")
                .uid("decode-reviews");
        DataStream<AcceptedReview> accepted = accepted(reviews, settings);
        DataStream<PostingNews> news = news(assessed, accepted, erasures, settings);
        SingleOutputStreamOperator<ScamWarning> warnings = assessed.keyBy(
                        posting -> posting.getAssessment().getWarningId())
                .connect(news.keyBy(PostingNews::getPosting))
                .process(new PostingFunction(settings.retention()))
                .name("postings")
                .uid("posting-memory");
        DataStream<Campaign> campaigns = warnings.getSideOutput(CampaignSamples.TAG)
                .keyBy(sample -> sample.getCampaign())
                .process(new CampaignFunction(settings.retention()))
                .name("campaigns")
                .uid("campaign-memory");
        return new CampaignGraph(warnings, campaigns, reviews.getSideOutput(Rejects.TAG));
    }

    private static DataStream<AcceptedReview> accepted(DataStream<Review> reviews, Settings settings) {
        DataStream<WeighedReview> weighed = reviews.assignTimestampsAndWatermarks(ReviewTime.strategy())
                .name("review time")
                .uid("review-time")
                .keyBy(Review::getReviewer)
                .process(new WeighFunction(settings.mostAloneADay(), settings.retention()))
                .name("weigh reviews")
                .uid("weigh-reviews");
        return weighed.keyBy(review -> ReviewRecords.target(review.getReview()))
                .process(new StandingFunction(settings.retention()))
                .name("hear reviews")
                .uid("hear-reviews");
    }

    /** News for postings: from the ledger, whose single subtask keeps the order, from reviewers, and that they be forgotten. */
    private static DataStream<PostingNews> news(
            DataStream<AssessedPosting> assessed,
            DataStream<AcceptedReview> accepted,
            DataStream<PostingErasure> erasures,
            Settings settings) {
        DataStream<PostingTie> ties = assessed.flatMap(new LinkSightings())
                .name("sightings")
                .uid("sightings")
                .keyBy(LinkSighting::getLink)
                .connect(erasures.broadcast(LinkFunction.ERASED))
                .process(new LinkFunction(settings.retention()))
                .name("links")
                .uid("links");
        DataStream<PostingNews> ofCampaigns = ties.keyBy(tie -> ONE_LEDGER)
                .connect(accepted.keyBy(review -> ONE_LEDGER))
                .process(new LedgerFunction(settings.retention()))
                .setParallelism(1)
                .name("ledger")
                .uid("ledger");
        DataStream<PostingNews> ofReviews =
                accepted.flatMap(new ReviewNews()).name("review news").uid("review-news");
        DataStream<PostingNews> ofErasures = erasures.map(Erasures::news, new AvroTypeInfo<>(PostingNews.class))
                .name("erasure news")
                .uid("erasure-news");
        return ofCampaigns.union(ofReviews, ofErasures);
    }
}
