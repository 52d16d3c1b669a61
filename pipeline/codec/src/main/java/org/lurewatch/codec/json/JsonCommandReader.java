package org.lurewatch.codec.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lurewatch.detection.deployment.Action;
import org.lurewatch.detection.deployment.Command;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.JsonFields;
import org.lurewatch.intake.json.JsonTree;

/**
 * Reads one command about bundles from one JSON object, as a person may type it. {@code action} may be in lower case.
 * Fields with unknown names are ignored. Safe to share between threads.
 */
public final class JsonCommandReader {
    private final JsonTree tree;

    /** @param maxBytes limit on the size of one record */
    public JsonCommandReader(int maxBytes) {
        this.tree = JsonFields.parser(maxBytes);
    }

    /**
     * Reads the command from a record of UTF-8 bytes.
     *
     * @throws UnusablePostingException with the reason, if the record is not a command
     */
    public Command read(byte[] json) {
        JsonFields fields = JsonFields.of(tree, json, "a command");
        return new Command(
                fields.text("commandId"),
                action(fields.text("action")),
                fields.text("digest"),
                fields.text("uri"),
                share(fields.value("share")),
                fields.text("issuedBy"),
                fields.text("reason"),
                fields.time("issuedAt"));
    }

    private static Action action(@Nullable String text) {
        String name = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
        for (Action action : Action.values()) {
            if (action != Action.OTHER && action.name().equals(name)) {
                return action;
            }
        }
        throw new UnusablePostingException(
                RejectReason.WRONG_TYPE, "action is publish, champion, shadow, canary, rollback or withdraw");
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
