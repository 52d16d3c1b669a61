package org.lurewatch.cli.lists;

import java.time.Duration;
import org.lurewatch.desk.control.ControlTopics;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who changes a list, why, and how long to wait for the job's answer; a mixin. */
final class ListIssueOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private ListTopicOptions topics;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who says so; readers see it.")
    private String by;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; readers see it.")
    private String reason;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait for the job's answer, 0 for not at all; default ${DEFAULT-VALUE}.")
    private int seconds;

    ControlTopics topics() {
        return topics.topics();
    }

    String by() {
        return by;
    }

    String reason() {
        return reason;
    }

    Duration longestWait() {
        if (seconds < 0) {
            throw misuse("--wait is 0 or more seconds, not " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }

    /** Ends the command with its usage. */
    ParameterException misuse(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
