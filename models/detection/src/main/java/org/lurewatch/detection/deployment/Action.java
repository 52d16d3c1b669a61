package org.lurewatch.detection.deployment;

/** What a command asks for. */
public enum Action {
    /** An action that this version does not know; it is refused. */
    OTHER,
    /** Makes a bundle known, after it was found sound. */
    PUBLISH,
    /** Lets a bundle decide. */
    CHAMPION,
    /** Lets a bundle score beside the one that decides. */
    SHADOW,
    /** Lets a bundle decide for a share of the postings. */
    CANARY,
    /** Goes back to the champion before and ends a canary; of a bundle that is named, only its own part is taken back. */
    ROLLBACK,
    /** Ends the shadow and the canary. */
    WITHDRAW
}
