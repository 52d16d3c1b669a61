package org.lurewatch.detection.deployment;

import java.util.Objects;
import org.lurewatch.detection.assess.BundleVersion;

/**
 * A bundle that was found sound, or one of another version of Lurewatch that only such a version can look into.
 *
 * @param digest SHA-256 of its manifest in hex
 * @param uri its folder
 * @param version the analyst's name for it
 * @param made what it was made for
 */
public record Published(String digest, String uri, String version, BundleVersion made) {
    public Published {
        Objects.requireNonNull(digest);
        Objects.requireNonNull(uri);
        Objects.requireNonNull(version);
        Objects.requireNonNull(made);
    }

    /** Whether this version of Lurewatch can use it. */
    public boolean isUsable() {
        return made.isCurrent();
    }

    /** Why this version of Lurewatch cannot use it, in one sentence. */
    public String mismatch() {
        return DeploymentRule.name(digest) + " " + made.mismatch();
    }
}
