package org.lurewatch.codec.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.JsonFields;
import org.lurewatch.intake.json.JsonTree;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.TrustedClasses;

/**
 * Reads one command from one JSON object, as a person may type it. {@code action} may be in lower case.
 * Fields with unknown names are ignored. Safe to share between threads.
 */
public final class JsonCommandReader {
    static {
        TrustedClasses.register();
    }

    private final JsonTree tree;

    /** @param maxBytes limit on the size of one record */
    public JsonCommandReader(int maxBytes) {
        this.tree = JsonFields.parser(maxBytes);
    }

    /**
     * Reads the command from a record of UTF-8 bytes. Whether it can be carried out is not checked.
     *
     * @throws UnusablePostingException with the reason, if the record is not a command
     */
    public ControlCommand read(byte[] json) {
        JsonFields fields = JsonFields.of(tree, json, "a command");
        return ControlCommand.newBuilder()
                .setCommandId(orEmpty(fields.text("commandId")))
                .setAction(action(fields.text("action")))
                .setDigest(orEmpty(fields.text("digest")))
                .setUri(orEmpty(fields.text("uri")))
                .setShare(share(fields.value("share")))
                .setIssuedBy(orEmpty(fields.text("issuedBy")))
                .setReason(orEmpty(fields.text("reason")))
                .setIssuedAt(fields.time("issuedAt"))
                .setListKind(orEmpty(fields.text("listKind")))
                .setListValue(orEmpty(fields.text("listValue")))
                .setUntil(fields.time("until"))
                .build();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static ControlAction action(@Nullable String text) {
        String name = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
        for (ControlAction action : ControlAction.values()) {
            if (action != ControlAction.OTHER && action.name().equals(name)) {
                return action;
            }
        }
        throw new UnusablePostingException(
                RejectReason.WRONG_TYPE,
                "action is publish, champion, shadow, canary, rollback, withdraw, allow, block or unlist");
    }

    private static double share(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        if (!value.isNumber()) {
            throw new UnusablePostingException(RejectReason.WRONG_TYPE, "share is no number");
        }
        return value.asDouble();
    }
}
