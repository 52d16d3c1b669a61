package org.lurewatch.web;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The stream that a console is connected to.
 *
 * @param kafka settings of the Kafka client, with {@code bootstrap.servers}
 * @param topics their names
 * @param view the file in which what comes over them is kept; made where it is missing
 */
public record StreamSettings(Map<String, String> kafka, Topics topics, Path view) {
    /**
     * Names of topics.
     *
     * @param control of commands about bundles and lists, where the job obeys them
     * @param audit where it is written down who did and saw what; kept for ever
     */
    public record Topics(
            String postings,
            String warnings,
            String campaigns,
            String trends,
            String reviews,
            Optional<Control> control,
            String audit) {
        public Topics {
            Objects.requireNonNull(postings);
            Objects.requireNonNull(warnings);
            Objects.requireNonNull(campaigns);
            Objects.requireNonNull(trends);
            Objects.requireNonNull(reviews);
            Objects.requireNonNull(control);
            Objects.requireNonNull(audit);
        }
    }

    /** Names of the topics of commands and of the job's answers. */
    public record Control(String commands, String status) {
        public Control {
            Objects.requireNonNull(commands);
            Objects.requireNonNull(status);
        }
    }

    public StreamSettings {
        kafka = Map.copyOf(kafka);
        Objects.requireNonNull(topics);
        Objects.requireNonNull(view);
    }

    /** Without the settings, among which may be passwords. */
    @Override
    public String toString() {
        return kafka.get("bootstrap.servers") + " " + topics;
    }
}
