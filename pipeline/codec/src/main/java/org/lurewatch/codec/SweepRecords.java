package org.lurewatch.codec;

import org.jspecify.annotations.Nullable;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.warning.RecordPlace;
import org.lurewatch.detection.warning.SweepRule;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.Bundle;
import org.lurewatch.schemas.RecordPosition;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SweepOutcome;
import org.lurewatch.schemas.SweptPosting;
import org.lurewatch.schemas.TrustedClasses;

/** What a history sweep reads and finds out about a posting, converted between Avro and the domain's types. */
public final class SweepRecords {
    static {
        TrustedClasses.register();
    }

    private SweepRecords() {}

    /** The bundle that assessed the posting. */
    public static BundleId bundle(AssessedPosting assessed) {
        Bundle bundle = assessed.getAssessment().getBundle();
        return new BundleId(bundle.getVersion(), bundle.getDigest());
    }

    /** Where the posting was read. */
    public static RecordPlace place(AssessedPosting assessed) {
        RecordPosition position = assessed.getAssessment().getRecord();
        return new RecordPlace(position.getPartition(), position.getOffset(), assessed.getEventTime());
    }

    /**
     * The result of the sweep for a posting.
     *
     * @param earlier the last warning of it, or null
     */
    public static SweptPosting toAvro(SweepRule.Swept swept, AssessedPosting assessed, @Nullable ScamWarning earlier) {
        ScamWarning now = assessed.getAssessment();
        return SweptPosting.newBuilder()
                .setSource(now.getSource())
                .setPostingId(now.getPostingId())
                .setLanguage(assessed.getFootprint().getLanguage())
                .setOutcome(SweepOutcome.valueOf(swept.outcome().name()))
                .setBefore(earlier == null ? null : earlier.getVerdict())
                .setAfter(now.getVerdict())
                .setSent(swept.revision().map(revision -> toAvro(revision, now)).orElse(null))
                .build();
    }

    /** The result of the sweep for a record that cannot be assessed. */
    public static SweptPosting rejected(RejectedPosting unusable) {
        return SweptPosting.newBuilder().setOutcome(SweepOutcome.REJECTED).build();
    }

    private static ScamWarning toAvro(SweepRule.Revision revision, ScamWarning now) {
        return ScamWarning.newBuilder(now)
                .setRevision(revision.number())
                .setRevisionReason(revision.reason())
                .setCampaignId(revision.campaign().orElse(null))
                .build();
    }
}
