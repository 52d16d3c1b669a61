package org.lurewatch.detection.assess;

import java.util.Objects;

/**
 * Names the model bundle that gave an assessment.
 *
 * @param version the analyst's name for it
 * @param digest SHA-256 over its manifest, in hex
 */
public record BundleId(String version, String digest) {
    public BundleId {
        Objects.requireNonNull(version);
        Objects.requireNonNull(digest);
    }
}
