package org.lurewatch.detection.campaign;

import java.util.List;
import java.util.Objects;

/**
 * What postings of a campaign have in common.
 *
 * @param text the common words, with {@code {kind}} where the postings differ
 * @param slots those places, in order
 */
public record Template(String text, List<Slot> slots) {
    public Template {
        Objects.requireNonNull(text);
        slots = List.copyOf(slots);
    }
}
