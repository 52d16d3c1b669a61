package org.lurewatch.detection.deployment;

import java.util.Objects;

/**
 * A bundle that was found sound.
 *
 * @param digest SHA-256 of its manifest in hex
 * @param uri its folder
 * @param version the analyst's name for it
 */
public record Published(String digest, String uri, String version) {
    public Published {
        Objects.requireNonNull(digest);
        Objects.requireNonNull(uri);
        Objects.requireNonNull(version);
    }
}
