package org.lurewatch.detection.assess;

import java.util.Objects;
import java.util.Optional;

/**
 * What a posting scores before any line is drawn.
 *
 * @param logOdds of a scam, as they were learnt; infinite where a saying warns wherever the line is
 * @param language code of the likeliest language by its words; empty where none of them tells
 */
public record RawScore(double logOdds, Optional<String> language) {
    public RawScore {
        Objects.requireNonNull(language);
    }
}
