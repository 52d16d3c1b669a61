package org.lurewatch.detection.assess;

import java.util.Objects;

/**
 * What becomes of a verdict without its decisive evidence: the fewest of the strongest reasons that the posting would
 * have to leave out to get a milder verdict. It was tried: the posting without them was assessed again.
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
