package org.lurewatch.detection.campaign;

import java.util.List;
import java.util.Objects;

/**
 * A place in a template where postings differ.
 *
 * @param kind what stands there: pay, phone, handle, city, name, date, number or other
 * @param examples what stood there, each once
 */
public record Slot(String kind, List<String> examples) {
    public Slot {
        Objects.requireNonNull(kind);
        examples = List.copyOf(examples);
    }
}
