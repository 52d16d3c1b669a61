package org.lurewatch.local;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a running job is told which bundle decides; a mixin. */
final class ControlOptions {
    @Mixin
    private KafkaOptions kafka;

    @Option(
            names = "--control-topic",
            paramLabel = "TOPIC",
            defaultValue = "control",
            description = "Where commands go; default ${DEFAULT-VALUE}.")
    private String control;

    @Option(
            names = "--status-topic",
            paramLabel = "TOPIC",
            defaultValue = "control-status",
            description = "Where the job tells what became of them; default ${DEFAULT-VALUE}.")
    private String status;

    /**
     * Both topics, which are there.
     *
     * @throws CommandFailure where one is missing, or the broker does not answer
     */
    ControlTopics topics() {
        ControlTopics topics = new ControlTopics(kafka.clientSettings(), control, status);
        topics.require();
        return topics;
    }
}
