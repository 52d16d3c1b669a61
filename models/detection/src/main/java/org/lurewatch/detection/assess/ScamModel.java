package org.lurewatch.detection.assess;

import java.util.Objects;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.classify.TypeHead;

/**
 * The trained parts of a bundle.
 *
 * @param scam is it a fake offer?
 * @param about is it a text about scams?
 * @param type which kind of fake offer?
 */
public record ScamModel(LinearHead scam, LinearHead about, TypeHead type) {
    public ScamModel {
        Objects.requireNonNull(scam);
        Objects.requireNonNull(about);
        Objects.requireNonNull(type);
    }
}
