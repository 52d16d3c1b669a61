package org.lurewatch.detection.links;

import java.util.List;
import java.util.Objects;

/**
 * A short image of a text by which near-same ones are found.
 *
 * @param bands keys that near-same texts are likely to share; none where the text is too short
 * @param signature smallest hashes, one byte each, as Latin-1 units; empty where the text is too short
 */
public record TextSketch(List<Long> bands, String signature) {
    /** Of a text too short to be told from others. */
    public static final TextSketch NONE = new TextSketch(List.of(), "");

    public TextSketch {
        bands = List.copyOf(bands);
        Objects.requireNonNull(signature);
    }
}
