package org.lurewatch.detection.facts;

import java.util.Objects;
import org.lurewatch.detection.posting.PostingField;

/**
 * A fact and the field whose comparable text its span counts in.
 *
 * @param field where it was read
 * @param fact what was read
 */
public record Placed<T>(PostingField field, T fact) {

    public Placed {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(fact, "fact");
    }
}
