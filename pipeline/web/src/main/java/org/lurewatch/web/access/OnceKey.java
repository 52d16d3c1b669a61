package org.lurewatch.web.access;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.lurewatch.detection.posting.Sha256;

/**
 * Tells a request that comes again from a new one.
 *
 * @param id digest of who sends it, to which route, and the key that he gave it
 * @param content digest of what it says
 */
public record OnceKey(String id, String content) {
    /** Characters of a key. */
    public static final int LONGEST = 200;

    public OnceKey {
        Objects.requireNonNull(id);
        Objects.requireNonNull(content);
    }

    /** @param key as the caller gave it; nobody else's is meant by it */
    public static OnceKey of(Caller caller, String route, String key, byte[] body) {
        return new OnceKey(
                Sha256.hex((caller.name() + '\0' + route + '\0' + key).getBytes(StandardCharsets.UTF_8)),
                Sha256.hex(body));
    }
}
