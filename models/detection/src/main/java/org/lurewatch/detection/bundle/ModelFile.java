package org.lurewatch.detection.bundle;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * The named numbers of a model, as JSON.
 *
 * @param scam the head that finds fake offers
 * @param about the head that finds texts about scams
 * @param types codes of the kinds of fake offer, in the order of the type weights
 * @param carriesAlone codes of the sayings that warn by themselves
 */
record ModelFile(
        @JsonProperty(required = true) Head scam,
        @JsonProperty(required = true) Head about,
        @JsonProperty(required = true) List<String> types,
        @JsonProperty(required = true) List<String> carriesAlone) {

    /**
     * One head's second step.
     *
     * @param wordingBias added to the wording score
     * @param wording coefficient of the wording score
     * @param signals coefficient of each named signal
     * @param intercept added at the end
     */
    record Head(
            @JsonProperty(required = true) double wordingBias,
            @JsonProperty(required = true) double wording,
            @JsonProperty(required = true) Map<String, Double> signals,
            @JsonProperty(required = true) double intercept) {}
}
