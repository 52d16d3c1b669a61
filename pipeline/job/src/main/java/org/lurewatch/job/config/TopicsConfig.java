package org.lurewatch.job.config;

import java.util.List;

/**
 * The names of the topics.
 *
 * @param postings where scraped postings come in
 * @param warnings where warnings go out
 * @param rejects where records go out that could not be assessed
 * @param campaigns where campaigns go out; the newest record of each is kept
 * @param reviews where analysts' judgements come in
 * @param trends where counts by hour and day go out; the newest record of each is kept
 * @param control where commands about bundles come in; all of them are kept
 * @param controlStatus where the job reports what became of the commands
 * @param shadowScores where the scores of a bundle on trial go out
 */
public record TopicsConfig(
        String postings,
        String warnings,
        String rejects,
        String campaigns,
        String reviews,
        String trends,
        String control,
        String controlStatus,
        String shadowScores) {

    static TopicsConfig read(ConfigSection section) {
        try (section) {
            TopicsConfig topics = new TopicsConfig(
                    section.text("postings", "postings"),
                    section.text("warnings", "warnings"),
                    section.text("rejects", "postings-rejected"),
                    section.text("campaigns", "campaigns"),
                    section.text("reviews", "reviews"),
                    section.text("trends", "trends"),
                    section.text("control", "control"),
                    section.text("controlStatus", "control-status"),
                    section.text("shadowScores", "shadow-scores"));
            List<String> all = topics.all();
            if (all.stream().distinct().count() < all.size()) {
                section.problem("*", "must be different topics: " + all);
            }
            return topics;
        }
    }

    private List<String> all() {
        return List.of(postings, warnings, rejects, campaigns, reviews, trends, control, controlStatus, shadowScores);
    }
}
