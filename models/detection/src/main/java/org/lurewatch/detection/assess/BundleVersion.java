package org.lurewatch.detection.assess;

import org.lurewatch.detection.features.TextFeatures;

/**
 * What a bundle was made for. Only a program of the same version can use it: its files are read otherwise by another one,
 * and with other features its weights mean something else.
 *
 * @param format layout of its files
 * @param features version of the features that its model was trained on
 */
public record BundleVersion(int format, int features) {
    /** Of the bundles that this program writes and reads. */
    public static final BundleVersion CURRENT = new BundleVersion(2, TextFeatures.VERSION);

    /** Whether this program can use a bundle of this version. */
    public boolean isCurrent() {
        return equals(CURRENT);
    }

    /** Why this program cannot use it: the rest of a sentence that begins with the bundle. */
    public String mismatch() {
        return "has format " + format + " and feature version " + features
                + ", but this version of Lurewatch needs format " + CURRENT.format + " and feature version "
                + CURRENT.features;
    }
}
