package org.lurewatch.job.graph;

import static org.lurewatch.job.operators.campaign.ExampleAssessed.NOON;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.honest;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.likely;

import java.util.List;
import java.util.Map;
import org.lurewatch.job.operators.campaign.ExampleAssessed;
import org.lurewatch.job.operators.review.ExampleReviews;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.Verdict;

/**
 * Two hands, each with one contact and other words each time, honest postings between them, and reviews. It comes in
 * parts: what a later part does rests on what readers were told in those before.
 */
final class CampaignStory {
    private static final long MINUTE = 60_000;

    static final List<AssessedPosting> POSTINGS = List.of(
            likely("a1", at(0), "hand-a"),
            unsure("a2", at(1), "hand-a"),
            // Part 2.
            honest("h1", at(2)),
            likely("a3", at(3), "hand-a"),
            honest("h2", at(4), "firm"),
            likely("a4", at(5), "hand-a"),
            honest("a5", at(6), "hand-a"),
            honest("h3", at(7), "firm"),
            likely("b1", at(8), "hand-b"),
            unsure("b2", at(9), "hand-b"),
            likely("lone", at(10)),
            likely("lone", at(11)),
            // Part 4.
            unsure("b3", at(12), "hand-b"),
            unsure("a6", at(13), "hand-a"),
            honest("h4", at(13 + 24 * 60)));

    static final List<SourceRecord> REVIEWS = List.of(
            ExampleReviews.record(0, ExampleReviews.json("ann", "scam", "h1")),
            ExampleReviews.record(1, "{\"reviewer\": \"ann\", \"judgement\": "),
            ExampleReviews.record(2, ExampleReviews.json("ann", "legitimate", "b1")),
            ExampleReviews.record(3, ExampleReviews.json("ann", "legitimate", "lone")));

    /**
     * A part.
     *
     * @param postings how many there are up to its end
     * @param reviews how many there are up to its end
     * @param told what readers hold of some postings at its end, by identifier
     */
    record Part(int postings, int reviews, Map<String, Verdict> told) {}

    static final List<Part> PARTS = List.of(
            new Part(2, 0, Map.of("a1", Verdict.LIKELY_SCAM, "a2", Verdict.LIKELY_SCAM)),
            new Part(
                    12,
                    0,
                    Map.of(
                            "a3", Verdict.LIKELY_SCAM,
                            "a4", Verdict.LIKELY_SCAM,
                            "a5", Verdict.LIKELY_SCAM,
                            "b1", Verdict.LIKELY_SCAM,
                            "b2", Verdict.LIKELY_SCAM,
                            "lone", Verdict.LIKELY_SCAM)),
            new Part(
                    12,
                    4,
                    Map.of(
                            "h1", Verdict.LIKELY_SCAM,
                            "b1", Verdict.NO_SIGN_FOUND,
                            "b2", Verdict.NO_SIGN_FOUND,
                            "lone", Verdict.NO_SIGN_FOUND)),
            new Part(15, 4, Map.of("a6", Verdict.LIKELY_SCAM)));

    private CampaignStory() {}

    private static AssessedPosting unsure(String identifier, long time, String telegram) {
        return ExampleAssessed.assessed(identifier, Verdict.UNSURE, 0.4, "text of " + identifier, time, telegram);
    }

    private static long at(long minutes) {
        return NOON + minutes * MINUTE;
    }
}
