package org.lurewatch.detection.warning;

import java.util.Objects;
import java.util.Optional;

/**
 * What follows for a posting from what came for it.
 *
 * @param known what is known of it now
 * @param current its warning as it stands now; empty where nothing changed, or where it was never assessed
 * @param isSent whether that warning is sent
 * @param leftCampaign the campaign that became part of the one the posting belongs to now
 * @param change what is counted
 */
public record WarningStep(
        KnownPosting known,
        Optional<CurrentWarning> current,
        boolean isSent,
        Optional<String> leftCampaign,
        Optional<WarningChange> change) {
    public WarningStep {
        Objects.requireNonNull(known);
        Objects.requireNonNull(current);
        Objects.requireNonNull(leftCampaign);
        Objects.requireNonNull(change);
    }

    static WarningStep nothingNew(KnownPosting known, Optional<WarningChange> change) {
        return new WarningStep(known, Optional.empty(), false, Optional.empty(), change);
    }
}
