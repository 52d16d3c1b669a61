package org.lurewatch.codec;

import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SweepOutcome;
import org.lurewatch.schemas.SweptPosting;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.Verdict;

/**
 * What a history sweep sends: a first warning of what is a likely scam now and was never warned of, and a next revision
 * where the verdict that was told is another one now. Sweeping again with the same bundle therefore sends nothing.
 *
 * <p>A warning that rests on a campaign or on reviews stays as it is: a sweep assesses each posting by itself and knows
 * less than what was told.
 */
public final class SweepRule {
    static {
        TrustedClasses.register();
    }

    private SweepRule() {}

    /**
     * Decides of one posting.
     *
     * @param told the last warning of it, or null
     */
    public static SweptPosting sweep(AssessedPosting assessed, ScamWarning told) {
        ScamWarning now = assessed.getWarning();
        SweepOutcome outcome = outcome(now.getVerdict(), told);
        boolean isSent = outcome == SweepOutcome.WARNED || outcome == SweepOutcome.CHANGED;
        return SweptPosting.newBuilder()
                .setSource(now.getSource())
                .setPostingId(now.getPostingId())
                .setLanguage(assessed.getFootprint().getLanguage())
                .setOutcome(outcome)
                .setBefore(told == null ? null : told.getVerdict())
                .setAfter(now.getVerdict())
                .setWarning(isSent ? next(now, told) : null)
                .build();
    }

    /** Of a record that cannot be assessed. */
    public static SweptPosting sweep(RejectedPosting unusable) {
        return SweptPosting.newBuilder().setOutcome(SweepOutcome.REJECTED).build();
    }

    private static SweepOutcome outcome(Verdict now, ScamWarning told) {
        if (told == null) {
            return now == Verdict.LIKELY_SCAM ? SweepOutcome.WARNED : SweepOutcome.UNCHANGED;
        }
        if (told.getVerdict() == now) {
            return SweepOutcome.UNCHANGED;
        }
        return WarningGrounds.isPostingAlone(told) ? SweepOutcome.CHANGED : SweepOutcome.KEPT;
    }

    private static ScamWarning next(ScamWarning now, ScamWarning told) {
        return ScamWarning.newBuilder(now)
                .setRevision(told == null ? 1 : told.getRevision() + 1)
                .setRevisionReason(
                        "history sweep with bundle " + now.getBundle().getVersion() + ", digest "
                                + now.getBundle().getDigest())
                .setCampaignId(told == null ? null : told.getCampaignId())
                .build();
    }
}
