package org.lurewatch.cli.lists;

import org.lurewatch.cli.options.ControlTopicOptions;
import org.lurewatch.cli.options.KafkaOptions;
import org.lurewatch.desk.control.ControlTopics;
import picocli.CommandLine.Mixin;

/** The topics by which lists are read and changed; a mixin. */
final class ListTopicOptions {
    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private ControlTopicOptions names;

    /**
     * Both topics, which are there.
     *
     * @throws org.lurewatch.desk.DeskException where one is missing, or the broker does not answer
     */
    ControlTopics topics() {
        ControlTopics topics = names.of(kafka.clientSettings());
        topics.require();
        return topics;
    }
}
