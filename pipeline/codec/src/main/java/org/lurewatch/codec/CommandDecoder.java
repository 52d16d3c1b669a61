package org.lurewatch.codec;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.lurewatch.codec.json.JsonCommandReader;
import org.lurewatch.detection.deployment.Action;
import org.lurewatch.detection.deployment.Command;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.TrustedClasses;

/**
 * Reads one command about bundles from a record's bytes: Avro single-object encoding or JSON. For one thread at a time.
 */
public final class CommandDecoder {
    static {
        TrustedClasses.register();
    }

    private final AvroOrJson<ControlCommand, Command> records = new AvroOrJson<>(
            ControlCommand.class, CommandDecoder::toDomain, new JsonCommandReader(AvroOrJson.MAX_BYTES)::read);

    /**
     * Reads the command from a record's value.
     *
     * @param value the value, or null if the record has none
     * @param kafkaTime the record's own time in milliseconds, or null; used if the command does not say when it was
     *     given
     * @throws UnusablePostingException with the reason, if the record is not a command; nothing else is thrown
     */
    public ControlCommand decode(byte @Nullable [] value, @Nullable Long kafkaTime) {
        return toAvro(records.read(value), kafkaTime);
    }

    /**
     * The command in the domain's type.
     *
     * @throws UnusablePostingException if it lacks what its action needs
     */
    public static Command toDomain(ControlCommand command) {
        return new Command(
                command.getCommandId(),
                Action.valueOf(command.getAction().name()),
                command.getDigest(),
                command.getUri(),
                command.getShare(),
                command.getIssuedBy(),
                command.getReason(),
                command.getIssuedAt());
    }

    private static ControlCommand toAvro(Command command, @Nullable Long kafkaTime) {
        Instant received = kafkaTime == null ? null : Instant.ofEpochMilli(kafkaTime);
        Instant issuedAt = command.issuedAt() == null ? received : command.issuedAt();
        return new ControlCommand(
                command.commandId(),
                ControlAction.valueOf(command.action().name()),
                command.digest(),
                command.uri(),
                command.share(),
                command.issuedBy(),
                command.reason(),
                issuedAt == null ? null : issuedAt.truncatedTo(ChronoUnit.MILLIS));
    }
}
