package org.lurewatch.web.api;

import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.posting.JobPosting;

/** What is known of a posting besides what it says: its campaign, reviews, lists. Called by several threads at once. */
@FunctionalInterface
public interface PostingMemory {
    /** Where nothing is remembered. */
    PostingMemory NOTHING = (posting, assessment) -> new Known(assessment, Optional.empty());

    /**
     * What is known. It is asked for within a request, so it must not take long; where it fails, the posting is answered
     * without it, and marked as degraded.
     *
     * @param assessment by the posting alone
     */
    Known recall(JobPosting posting, Assessment assessment);

    /**
     * An assessment with what is known.
     *
     * @param assessment with evidence of what is known, and with another verdict where that decides
     * @param campaignId the campaign that the posting belongs to
     */
    record Known(Assessment assessment, Optional<String> campaignId) {
        public Known {
            Objects.requireNonNull(assessment);
            Objects.requireNonNull(campaignId);
        }
    }
}
