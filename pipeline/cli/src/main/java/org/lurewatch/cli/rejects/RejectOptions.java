package org.lurewatch.cli.rejects;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lurewatch.cli.options.KafkaOptions;
import org.lurewatch.schemas.RejectReason;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which rejects are meant; a mixin. */
final class RejectOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private KafkaOptions kafka;

    @Option(
            names = "--rejects-topic",
            paramLabel = "TOPIC",
            defaultValue = "postings-rejected",
            description = "Where the job sends them; default ${DEFAULT-VALUE}.")
    private String topic;

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            split = ",",
            description = {"Only those with this reason, such as UNKNOWN_SCHEMA.", "Separate several with commas."})
    private List<RejectReason> reasons = List.of();

    Map<String, String> clientSettings() {
        return kafka.clientSettings();
    }

    String topic() {
        return topic;
    }

    /** Whether the person named reasons. */
    boolean namesReasons() {
        return !reasons.isEmpty();
    }

    /** The reasons that are meant: all, where none is named. */
    Set<RejectReason> reasons() {
        return reasons.isEmpty() ? EnumSet.copyOf(Arrays.asList(RejectReason.values())) : EnumSet.copyOf(reasons);
    }

    /** Ends the command with its usage. */
    ParameterException misuse(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
