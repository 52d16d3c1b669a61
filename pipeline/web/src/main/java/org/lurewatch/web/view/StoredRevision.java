package org.lurewatch.web.view;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a warning said at one time.
 *
 * @param revision from 1
 * @param at when it was assessed
 * @param verdict as on the wire
 * @param reason why it was sent after the posting was read, in English; cut where it is very long
 */
public record StoredRevision(
        int revision,
        Instant at,
        String verdict,
        double score,
        Optional<String> scamType,
        Optional<String> campaignId,
        Optional<String> reason) {
    /** What may differ between two revisions. */
    public enum Part {
        VERDICT,
        SCAM_TYPE,
        CAMPAIGN,
        SCORE
    }

    /** What it says otherwise than an earlier one. */
    public Set<Part> changesSince(StoredRevision before) {
        Set<Part> changes = EnumSet.noneOf(Part.class);
        if (!verdict.equals(before.verdict)) {
            changes.add(Part.VERDICT);
        }
        if (!scamType.equals(before.scamType)) {
            changes.add(Part.SCAM_TYPE);
        }
        if (!campaignId.equals(before.campaignId)) {
            changes.add(Part.CAMPAIGN);
        }
        if (Double.compare(score, before.score) != 0) {
            changes.add(Part.SCORE);
        }
        return changes;
    }
}
