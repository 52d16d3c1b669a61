package org.lurewatch.job.config;

import java.util.List;

/**
 * How the values of each topic are written. Commands on the control topic are always Avro, for the job itself reads them.
 *
 * @param warnings of the topic of warnings
 * @param rejects of the topic of rejects
 * @param campaigns of the topic of campaigns
 * @param trends of the topic of trends
 * @param controlStatus of the topic of answers to commands
 * @param shadowScores of the topic of the scores of a bundle on trial
 */
public record OutputConfig(
        TopicFormat warnings,
        TopicFormat rejects,
        TopicFormat campaigns,
        TopicFormat trends,
        TopicFormat controlStatus,
        TopicFormat shadowScores) {

    static OutputConfig read(ConfigSection section) {
        try (section) {
            return read(section.section("topics"), section.choice("format", TopicFormat.AVRO));
        }
    }

    private static OutputConfig read(ConfigSection topics, TopicFormat all) {
        try (topics) {
            return new OutputConfig(
                    topics.choice("warnings", all),
                    topics.choice("rejects", all),
                    topics.choice("campaigns", all),
                    topics.choice("trends", all),
                    topics.choice("controlStatus", all),
                    topics.choice("shadowScores", all));
        }
    }

    /** Whether any topic is written so. */
    boolean asks(TopicFormat format) {
        return List.of(warnings, rejects, campaigns, trends, controlStatus, shadowScores)
                .contains(format);
    }
}
