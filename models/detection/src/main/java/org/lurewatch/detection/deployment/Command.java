package org.lurewatch.detection.deployment;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

/**
 * One command about bundles. Its form is checked here; whether it can be carried out depends on the {@link Deployment}.
 *
 * @param commandId the writer's name for it, different for each
 * @param action what is to be done
 * @param digest SHA-256 of the bundle's manifest in hex; empty for WITHDRAW, and for a ROLLBACK of champion and canary
 * @param uri folder of the bundle; only for PUBLISH, else empty
 * @param share share of a canary; only for CANARY, else 0
 * @param issuedBy who says it, or the empty string
 * @param reason why, or the empty string
 * @param issuedAt when it was said, or null
 */
public record Command(
        String commandId,
        Action action,
        String digest,
        String uri,
        double share,
        String issuedBy,
        String reason,
        Instant issuedAt) {
    /** Longest id, name or digest, in UTF-16 units. */
    public static final int MOST_NAME_CHARS = 200;

    /** Longest reason or place, in UTF-16 units. */
    public static final int MOST_TEXT_CHARS = 1_000;

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** @throws UnusablePostingException where the command has no id, a wrong digest, or a text that is too long */
    public Command {
        Objects.requireNonNull(action);
        require(commandId != null && !commandId.isBlank(), RejectReason.MISSING_IDENTIFIER, "a command needs an id");
        digest = orEmpty(digest).toLowerCase(Locale.ROOT);
        uri = orEmpty(uri);
        issuedBy = orEmpty(issuedBy);
        reason = orEmpty(reason);
        limit("commandId", commandId, MOST_NAME_CHARS);
        limit("issuedBy", issuedBy, MOST_NAME_CHARS);
        limit("uri", uri, MOST_TEXT_CHARS);
        limit("reason", reason, MOST_TEXT_CHARS);
        require(
                digest.isEmpty() || DIGEST.matcher(digest).matches(),
                RejectReason.WRONG_TYPE,
                "a digest has 64 hex digits");
        boolean needsDigest = action == Action.PUBLISH
                || action == Action.CHAMPION
                || action == Action.SHADOW
                || action == Action.CANARY;
        require(!needsDigest || !digest.isEmpty(), RejectReason.WRONG_TYPE, action + " needs a digest");
        require(action != Action.PUBLISH || !uri.isBlank(), RejectReason.WRONG_TYPE, "PUBLISH needs a uri");
    }

    private static void limit(String name, String text, int most) {
        require(text.length() <= most, RejectReason.FIELD_TOO_LONG, name + " is longer than " + most + " UTF-16 units");
    }

    private static void require(boolean holds, RejectReason reason, String message) {
        if (!holds) {
            throw new UnusablePostingException(reason, message);
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
