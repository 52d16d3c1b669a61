package org.lurewatch.cli.options;

import java.util.Map;
import org.lurewatch.desk.control.ControlTopics;
import picocli.CommandLine.Option;

/** The names of the topics of commands about bundles and of the job's answers; a mixin. */
public final class ControlTopicOptions {
    @Option(
            names = "--control-topic",
            paramLabel = "TOPIC",
            defaultValue = "control",
            description = "Where commands about bundles go; default ${DEFAULT-VALUE}.")
    private String control;

    @Option(
            names = "--status-topic",
            paramLabel = "TOPIC",
            defaultValue = "control-status",
            description = "Where the job answers them; default ${DEFAULT-VALUE}.")
    private String status;

    /** The topics, which may be missing. */
    public ControlTopics of(Map<String, String> settings) {
        return new ControlTopics(settings, control, status);
    }
}
