package org.lurewatch.detection.campaign;

import java.util.Objects;

/**
 * Something of a posting that others may share.
 *
 * @param key the same for all that share it
 * @param kind what it is
 */
public record Link(String key, LinkKind kind) {
    public Link {
        Objects.requireNonNull(key);
        Objects.requireNonNull(kind);
    }
}
