package org.lurewatch.cli.control;

import org.lurewatch.cli.options.ControlTopicOptions;
import org.lurewatch.cli.options.KafkaOptions;
import org.lurewatch.desk.control.ControlTopics;
import picocli.CommandLine.Mixin;

/** The topics of commands about bundles and of the job's answers; a mixin. */
final class ControlOptions {
    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private ControlTopicOptions names;

    /**
     * Both topics, which are there.
     *
     * @throws CommandFailure where one is missing, or the broker does not answer
     */
    ControlTopics topics() {
        ControlTopics topics = names.of(kafka.clientSettings());
        topics.require();
        return topics;
    }
}
