package org.lurewatch.detection.bundle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.SortedMap;
import org.lurewatch.detection.assess.BundleVersion;
import org.lurewatch.detection.assess.LanguageCoverage;
import org.lurewatch.detection.assess.Policies;

/**
 * The first file of a bundle, as JSON.
 *
 * @param format layout of the bundle
 * @param version the analyst's name for it
 * @param features version of the features that the model was trained on
 * @param policies thresholds
 * @param languages how many postings of each language it was trained and measured on
 * @param files SHA-256 in hex by file name
 * @param training how it was trained
 */
record Manifest(
        @JsonProperty(required = true) int format,
        @JsonProperty(required = true) String version,
        @JsonProperty(required = true) int features,
        @JsonProperty(required = true) Policies policies,
        @JsonProperty(required = true) SortedMap<String, LanguageCoverage.Rows> languages,
        @JsonProperty(required = true) SortedMap<String, String> files,
        SortedMap<String, String> training) {

    /** What a manifest of any format says of its versions. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Versions(
            @JsonProperty(required = true) int format,
            @JsonProperty(required = true) int features) {

        /** What the bundle was made for. */
        BundleVersion made() {
            return new BundleVersion(format, features);
        }
    }

    /** What a manifest of any format says of its name. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Name(@JsonProperty(required = true) String version) {}
}
