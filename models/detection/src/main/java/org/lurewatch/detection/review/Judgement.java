package org.lurewatch.detection.review;

import org.lurewatch.detection.campaign.Standing;

/** What a reviewer says. */
public enum Judgement {
    SCAM(Standing.CONFIRMED),
    LEGITIMATE(Standing.CLEARED),
    ABOUT_SCAMS(Standing.ABOUT_SCAMS),
    /** In doubt: the posting raises at most questions until reviewers agree on something else. */
    DISPUTED(Standing.DISPUTED);

    private final Standing standing;

    Judgement(Standing standing) {
        this.standing = standing;
    }

    Standing standing() {
        return standing;
    }
}
