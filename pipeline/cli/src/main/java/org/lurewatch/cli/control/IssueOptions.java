package org.lurewatch.cli.control;

import java.time.Duration;
import org.lurewatch.desk.control.ControlTopics;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who gives a command about bundles, why, and how long to wait for what becomes of it; a mixin. */
final class IssueOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private ControlOptions control;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who gives the command.")
    private String by;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why.")
    private String reason;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait for the job's answer, 0 for not at all; default ${DEFAULT-VALUE}.")
    private int seconds;

    ControlTopics topics() {
        return control.topics();
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
