package org.lurewatch.detection.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import org.lurewatch.detection.deployment.Action;
import org.lurewatch.detection.deployment.Command;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.PostingTimes;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

/**
 * Reads one command about bundles from one JSON object, as a person may type it. {@code action} may be in small letters.
 * Fields of unknown name are left out. Safe to share between threads.
 */
public final class JsonCommandReader {
    private final JsonTree tree;

    /** @param maxBytes of one record */
    public JsonCommandReader(int maxBytes) {
        this.tree = new JsonTree(new PostingLimits(maxBytes, maxBytes));
    }

    /**
     * The command in a record of UTF-8 bytes.
     *
     * @throws UnusablePostingException with the reason, where the record is no command
     */
    public Command read(byte[] json) {
        JsonNode node = tree.parse(json);
        if (!node.isObject()) {
            throw new UnusablePostingException(RejectReason.WRONG_TYPE, "a command is one JSON object");
        }
        return new Command(
                text(node, "commandId"),
                action(text(node, "action")),
                text(node, "digest"),
                text(node, "uri"),
                share(node.path("share")),
                text(node, "issuedBy"),
                text(node, "reason"),
                time(text(node, "issuedAt")));
    }

    private static Action action(String text) {
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

    private static Instant time(String text) {
        return text == null
                ? null
                : PostingTimes.parse(text)
                        .orElseThrow(() ->
                                new UnusablePostingException(RejectReason.WRONG_TYPE, "issuedAt is no date or time"));
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw new UnusablePostingException(RejectReason.WRONG_TYPE, name + " is no text");
        }
        return value.asText();
    }
}
