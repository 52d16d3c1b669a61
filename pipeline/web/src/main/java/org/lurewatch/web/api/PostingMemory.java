package org.lurewatch.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Evidence;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/** What is known of a posting besides what it says: its campaign and reviews. Called by several threads at once. */
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
     * @param recollections the same as the evidence that was added, for whoever tells it in another language
     */
    record Known(Assessment assessment, Optional<String> campaignId, List<Recollection> recollections) {
        public Known {
            Objects.requireNonNull(assessment);
            Objects.requireNonNull(campaignId);
            recollections = List.copyOf(recollections);
        }

        public Known(Assessment assessment, Optional<String> campaignId) {
            this(assessment, campaignId, List.of());
        }

        /** What adds nothing to the score. @param assessment by the posting alone */
        static Known of(
                JobPosting posting,
                Assessment assessment,
                Optional<String> campaignId,
                List<Recollection> recollections) {
            // What is known stands in no field; the first one is named because evidence names one.
            PostingField field = posting.texts().keySet().stream().findFirst().orElse(PostingField.DESCRIPTION);
            List<Evidence> known =
                    recollections.stream().map(each -> each.evidence(field)).toList();
            return new Known(known.isEmpty() ? assessment : with(assessment, known), campaignId, recollections);
        }

        private static Assessment with(Assessment assessment, List<Evidence> known) {
            List<Evidence> all = new ArrayList<>(assessment.evidence());
            all.addAll(known);
            return new Assessment(
                    assessment.postingId(),
                    assessment.source(),
                    assessment.score(),
                    assessment.verdict(),
                    assessment.scamType(),
                    assessment.otherScamType(),
                    all,
                    assessment.flip(),
                    assessment.questions(),
                    assessment.bundle(),
                    assessment.policy(),
                    assessment.thresholds(),
                    assessment.language(),
                    assessment.footprint(),
                    assessment.notes(),
                    assessment.alone(),
                    assessment.unlisted());
        }
    }
}
