package org.lurewatch.job.config;

import java.util.List;

/**
 * The topics' names.
 *
 * @param postings where scraped postings come in
 * @param warnings where warnings go out
 * @param rejects where records go that could not be assessed
 */
public record TopicsConfig(String postings, String warnings, String rejects) {

    static TopicsConfig read(ConfigSection section) {
        try (section) {
            TopicsConfig topics = new TopicsConfig(
                    section.text("postings", "postings"),
                    section.text("warnings", "warnings"),
                    section.text("rejects", "postings-rejected"));
            if (topics.all().stream().distinct().count() < topics.all().size()) {
                section.problem("postings, warnings and rejects", "must be three different topics: " + topics.all());
            }
            return topics;
        }
    }

    /** All of them. */
    public List<String> all() {
        return List.of(postings, warnings, rejects);
    }
}
