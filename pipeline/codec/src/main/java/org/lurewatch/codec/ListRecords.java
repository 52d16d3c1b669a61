package org.lurewatch.codec;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lurewatch.detection.deployment.Command;
import org.lurewatch.detection.lists.ListChange;
import org.lurewatch.detection.lists.ListEntry;
import org.lurewatch.detection.lists.ListName;
import org.lurewatch.detection.lists.ListedKind;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.TrustedClasses;

/** Commands about allow and block lists, converted between Avro and the domain's types. */
public final class ListRecords {
    private static final String KEYS = "list/";

    static {
        TrustedClasses.register();
    }

    private ListRecords() {}

    /** Whether a command is about lists, and not about bundles. */
    public static boolean isOfLists(ControlCommand command) {
        return switch (command.getAction()) {
            case ALLOW, BLOCK, UNLIST -> true;
            case OTHER, PUBLISH, CHAMPION, SHADOW, CANARY, ROLLBACK, WITHDRAW -> false;
        };
    }

    /**
     * The change that a command about lists asks for.
     *
     * @throws UnusablePostingException where it has no id, or names nothing that can be listed
     */
    public static ListChange toDomain(ControlCommand command) {
        require(!command.getCommandId().isBlank(), RejectReason.MISSING_IDENTIFIER, "a command needs an id");
        require(
                command.getCommandId().length() <= Command.MOST_NAME_CHARS,
                RejectReason.FIELD_TOO_LONG,
                "commandId is longer than " + Command.MOST_NAME_CHARS + " UTF-16 units");
        ListedKind kind = ListedKind.ofWord(command.getListKind())
                .orElseThrow(() -> new UnusablePostingException(
                        RejectReason.WRONG_TYPE, "listKind is employer, domain or handle"));
        if (command.getAction() == ControlAction.UNLIST) {
            return ListChange.remove(kind, command.getListValue());
        }
        return ListChange.put(ListEntry.of(
                kind,
                command.getListValue(),
                command.getAction() == ControlAction.ALLOW ? ListName.ALLOW : ListName.BLOCK,
                command.getReason(),
                command.getIssuedBy(),
                command.getIssuedAt() == null ? Instant.EPOCH : command.getIssuedAt(),
                Optional.ofNullable(command.getUntil())));
    }

    /** The change, as far as this version can carry it out: a list of an earlier version may hold what it refuses. */
    public static Optional<ListChange> kept(ControlCommand command) {
        try {
            return Optional.of(toDomain(command));
        } catch (UnusablePostingException e) {
            return Optional.empty();
        }
    }

    /** The command that puts an entry on its list. */
    public static ControlCommand put(String commandId, ListEntry entry) {
        return ControlCommand.newBuilder()
                .setCommandId(commandId)
                .setAction(entry.list() == ListName.ALLOW ? ControlAction.ALLOW : ControlAction.BLOCK)
                .setIssuedBy(entry.author())
                .setReason(entry.reason())
                .setIssuedAt(entry.since().truncatedTo(ChronoUnit.MILLIS))
                .setListKind(entry.kind().word())
                .setListValue(entry.value())
                .setUntil(millis(entry.until().orElse(null)))
                .build();
    }

    /** The command that takes a value off both lists. */
    public static ControlCommand remove(
            String commandId, ListedKind kind, String value, String reason, String author, Instant at) {
        return ControlCommand.newBuilder()
                .setCommandId(commandId)
                .setAction(ControlAction.UNLIST)
                .setIssuedBy(author)
                .setReason(reason)
                .setIssuedAt(at.truncatedTo(ChronoUnit.MILLIS))
                .setListKind(kind.word())
                .setListValue(value)
                .build();
    }

    /**
     * The key of a command on Kafka. A compacted topic keeps every command about bundles, and of those about one entry of a
     * list the newest.
     *
     * @throws UnusablePostingException where it is about lists and cannot be carried out
     */
    public static String key(ControlCommand command) {
        return isOfLists(command) ? KEYS + toDomain(command).id() : command.getCommandId();
    }

    static @Nullable Instant millis(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static void require(boolean holds, RejectReason reason, String message) {
        if (!holds) {
            throw new UnusablePostingException(reason, message);
        }
    }
}
