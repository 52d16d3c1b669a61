package org.lurewatch.detection.assess;

import java.util.Objects;
import java.util.Optional;

/**
 * The language that a posting is written in.
 *
 * @param code of the likeliest one by its words; empty where none of them tells
 * @param measured whether the model was measured in it
 */
public record AdvertLanguage(Optional<String> code, boolean measured) {
    /** Of a posting whose words do not tell. */
    public static final AdvertLanguage UNKNOWN = new AdvertLanguage(Optional.empty(), false);

    public AdvertLanguage {
        Objects.requireNonNull(code);
    }
}
