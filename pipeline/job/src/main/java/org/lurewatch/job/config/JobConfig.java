package org.lurewatch.job.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.lurewatch.detection.posting.PostingLimits;

/**
 * All settings of the job.
 *
 * @param kafka how to reach Kafka, and what to read and write there
 * @param delivery what happens to warnings and rejects when the job is killed
 * @param checkpoint when the job's state is saved, and where
 * @param detection which model bundle decides, and by which of its lines
 * @param control whether commands say which bundle decides
 * @param campaigns what is remembered about postings
 * @param trends counts by hour and day
 * @param output how what goes out is written
 * @param registry the schema registry, if there is one
 * @param limits how much of a hostile record is read
 * @param extraSchemas folder of additional Avro schemas in which postings may be written
 * @param parallelism how many postings are assessed at once; without it the cluster's own setting applies
 */
public record JobConfig(
        KafkaConfig kafka,
        Delivery delivery,
        CheckpointConfig checkpoint,
        DetectionConfig detection,
        ControlConfig control,
        CampaignsConfig campaigns,
        TrendsConfig trends,
        OutputConfig output,
        RegistryConfig registry,
        PostingLimits limits,
        Optional<Path> extraSchemas,
        Optional<Integer> parallelism) {

    static JobConfig read(ConfigSection section) {
        try (section) {
            ControlConfig control = ControlConfig.read(section.section("control"));
            JobConfig config = new JobConfig(
                    KafkaConfig.read(section.section("kafka")),
                    section.choice("delivery", Delivery.EXACTLY_ONCE),
                    CheckpointConfig.read(section.section("checkpoint")),
                    DetectionConfig.read(section.section("detection"), !control.enabled()),
                    control,
                    CampaignsConfig.read(section.section("campaigns")),
                    TrendsConfig.read(section.section("trends")),
                    OutputConfig.read(section.section("output")),
                    RegistryConfig.read(section.section("registry")),
                    limits(section.section("limits")),
                    section.path("extraSchemas"),
                    section.positive("parallelism"));
            if (config.output().asks(TopicFormat.CONFLUENT)
                    && config.registry().url().isEmpty()) {
                section.problem("registry.url", "is needed where output is written as confluent");
            }
            Duration timeout = config.kafka().transactionTimeout();
            if (config.delivery() == Delivery.EXACTLY_ONCE
                    && timeout.compareTo(config.checkpoint().interval()) <= 0) {
                section.problem(
                        "kafka.transactionTimeout",
                        "must be longer than checkpoint.interval: what a transaction holds is lost when it times out"
                                + " before the checkpoint that commits it");
            }
            return config;
        }
    }

    private static PostingLimits limits(ConfigSection section) {
        try (section) {
            PostingLimits defaults = PostingLimits.DEFAULT;
            return new PostingLimits(
                    section.integer("maxPostingBytes", defaults.maxPostingBytes(), 1),
                    section.integer("maxFieldChars", defaults.maxFieldChars(), 1));
        }
    }
}
