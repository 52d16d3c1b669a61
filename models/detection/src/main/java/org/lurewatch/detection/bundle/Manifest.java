package org.lurewatch.detection.bundle;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.SortedMap;
import org.lurewatch.detection.assess.WarningPolicy;

/**
 * The first file of a bundle, as JSON.
 *
 * @param format layout of the bundle
 * @param version the analyst's name for it
 * @param features version of the features that the model was trained on
 * @param policy thresholds
 * @param files SHA-256 in hex by file name
 * @param training how it was trained
 */
record Manifest(
        @JsonProperty(required = true) int format,
        @JsonProperty(required = true) String version,
        @JsonProperty(required = true) int features,
        @JsonProperty(required = true) WarningPolicy policy,
        @JsonProperty(required = true) SortedMap<String, String> files,
        SortedMap<String, String> training) {

    static final int FORMAT = 1;
}
