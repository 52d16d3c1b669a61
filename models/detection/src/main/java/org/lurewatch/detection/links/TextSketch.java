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
    /** The sketch of a text that is too short to be distinguished from others. */
    public static final TextSketch NONE = new TextSketch(List.of(), "");

    /** Two hashes that differ share their byte by chance. */
    private static final double BY_CHANCE = 1.0 / 256;

    public TextSketch {
        bands = List.copyOf(bands);
        Objects.requireNonNull(signature);
    }

    /**
     * About how much of two texts is the same, from their signatures.
     *
     * @return share of the pieces of both that both have, 0 to 1; 0 where either is empty or of another length
     */
    public static double similarity(String signature, String other) {
        int length = signature.length();
        if (length == 0 || other.length() != length) {
            return 0;
        }
        int same = 0;
        for (int i = 0; i < length; i++) {
            if (signature.charAt(i) == other.charAt(i)) {
                same++;
            }
        }
        double share = (double) same / length;
        return Math.max(0, (share - BY_CHANCE) / (1 - BY_CHANCE));
    }
}
