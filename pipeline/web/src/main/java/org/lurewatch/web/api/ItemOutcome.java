package org.lurewatch.web.api;

import java.util.Optional;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.RejectReason;

/** What became of one posting of a request. */
sealed interface ItemOutcome {
    /** As it is counted: the verdict, or why there is none. */
    String counted();

    /**
     * It was assessed.
     *
     * @param campaignId the campaign that is known to be its
     * @param memoryFailed whether what is known of it could not be found out
     * @param nanos how long the assessment took
     */
    record Assessed(
            JobPosting posting, Assessment assessment, Optional<String> campaignId, boolean memoryFailed, long nanos)
            implements ItemOutcome {
        @Override
        public String counted() {
            return assessment.verdict().name();
        }
    }

    /** It cannot be assessed. */
    record Unusable(RejectReason reason, String detail) implements ItemOutcome {
        @Override
        public String counted() {
            return "REJECTED";
        }
    }

    /** It was not assessed in time. */
    record Late(JobPosting posting) implements ItemOutcome {
        @Override
        public String counted() {
            return "DEGRADED";
        }
    }
}
