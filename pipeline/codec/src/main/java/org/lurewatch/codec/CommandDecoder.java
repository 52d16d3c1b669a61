package org.lurewatch.codec;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lurewatch.codec.json.JsonCommandReader;
import org.lurewatch.detection.deployment.Action;
import org.lurewatch.detection.deployment.Command;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.TrustedClasses;

/**
 * Reads one command, about bundles or about lists, from a record's bytes: Avro single-object encoding or JSON. For one thread at a time.
 */
public final class CommandDecoder {
    static {
        TrustedClasses.register();
    }

    private final AvroOrJson<ControlCommand, ControlCommand> records = new AvroOrJson<>(
            ControlCommand.class, command -> command, new JsonCommandReader(AvroOrJson.MAX_BYTES)::read);

    /**
     * Reads the command from a record's value.
     *
     * @param value the value, or null if the record has none
     * @param kafkaTime the record's own time in milliseconds, or null; used if the command does not say when it was
     *     given
     * @throws UnusablePostingException with the reason, if the record is not a command; nothing else is thrown
     */
    public ControlCommand decode(byte @Nullable [] value, @Nullable Long kafkaTime) {
        ControlCommand command = records.read(value);
        ControlCommand checked = ListRecords.isOfLists(command) ? checkedOfLists(command) : toAvro(toDomain(command));
        Instant received = kafkaTime == null ? null : Instant.ofEpochMilli(kafkaTime);
        Instant issuedAt = checked.getIssuedAt() == null ? received : checked.getIssuedAt();
        checked.setIssuedAt(ListRecords.millis(issuedAt));
        return checked;
    }

    /**
     * Checks that a command can be read where it is carried out.
     *
     * @throws UnusablePostingException if it cannot
     */
    public static void check(ControlCommand command) {
        if (ListRecords.isOfLists(command)) {
            ListRecords.toDomain(command);
        } else {
            toDomain(command);
        }
    }

    /**
     * A command about bundles in the domain's type.
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

    private static ControlCommand checkedOfLists(ControlCommand command) {
        ListRecords.toDomain(command);
        command.setUntil(ListRecords.millis(command.getUntil()));
        return command;
    }

    private static ControlCommand toAvro(Command command) {
        return ControlCommand.newBuilder()
                .setCommandId(command.commandId())
                .setAction(ControlAction.valueOf(command.action().name()))
                .setDigest(command.digest())
                .setUri(command.uri())
                .setShare(command.share())
                .setIssuedBy(command.issuedBy())
                .setReason(command.reason())
                .setIssuedAt(command.issuedAt())
                .build();
    }
}
