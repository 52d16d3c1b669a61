package org.lurewatch.codec;

import org.lurewatch.schemas.ScamWarning;

/** What a warning rests on. */
public final class WarningGrounds {
    private WarningGrounds() {}

    /** Whether the posting itself has decided, and neither other postings nor reviewers. */
    public static boolean isPostingAlone(ScamWarning warning) {
        boolean scoreIsItsOwn =
                warning.getOwnScore() == null || warning.getOwnScore().equals(warning.getScore());
        return scoreIsItsOwn
                && warning.getEvidence().stream()
                        .noneMatch(evidence -> evidence.getField().isEmpty());
    }
}
