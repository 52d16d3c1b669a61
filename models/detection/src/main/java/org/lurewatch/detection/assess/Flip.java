package org.lurewatch.detection.assess;

import java.util.Objects;

/**
 * What becomes of a verdict without its decisive evidence: so many of the strongest reasons that the posting gets a
 * milder verdict without them. It was tried: the posting without them was assessed again. They are few, but not proven
 * to be the fewest.
 *
 * @param verdict the milder verdict
 * @param unlisted how many more reasons would have to go than are listed
 */
public record Flip(Verdict verdict, int unlisted) {
    public Flip {
        Objects.requireNonNull(verdict);
        if (unlisted < 0) {
            throw new IllegalArgumentException("there cannot be " + unlisted + " reasons");
        }
    }
}
