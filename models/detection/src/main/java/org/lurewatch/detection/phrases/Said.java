package org.lurewatch.detection.phrases;

/**
 * Tokens that say something, whose stance is asked for.
 *
 * @param firstToken index of the first
 * @param endToken one past the last
 * @param manner how it may be denied and reported
 */
public record Said(int firstToken, int endToken, Manner manner) {

    /** What else the tokens do to what is said beside them. */
    public enum Role {
        NONE,
        /** "not a scam": the scam in it makes no report of what stands beside it. */
        REASSURES,
        /** The "experience" of "no experience needed": a denial next to it is about it and about nothing farther off. */
        WAIVED,
        /** Papers of an applicant, which are no sign where they stay with their owner. */
        PAPERS,
        /** "we never charge": its denial is also about what stands beside it. */
        OPEN,
        /** "no", "not needed": denies what stands next to it, as a cue does. */
        DENIES
    }

    /**
     * How something said may be denied and reported.
     *
     * @param least words that a denial reaches at least, unless it is one of what stands next to it
     * @param most words that a denial reaches at most
     * @param reported whether it may be what others say
     */
    public record Manner(int least, int most, boolean reported, Role role) {
        private static final int NEXT_TO = 1;

        int reach(int ofCue) {
            return Math.min(most, ofCue <= NEXT_TO ? ofCue : Math.max(least, ofCue));
        }
    }
}
