package org.lurewatch.trainer.bench.attack;

import java.util.Optional;
import java.util.SplittableRandom;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.trainer.bench.subject.PostingTexts;
import org.lurewatch.trainer.bench.subject.Subject;

/**
 * Text of honest adverts behind the description: as many times the posting's own prose as the share says.
 * See RATIONALE.md, "Honest words outweigh lures in a bag of words".
 */
final class HonestPadding implements Attack.Change {
    private static final String BREAK = "\n\n";

    private final Donors donors;

    HonestPadding(Donors donors) {
        this.donors = donors;
    }

    @Override
    public Optional<JobPosting> of(Subject subject, double share, SplittableRandom chance) {
        JobPosting posting = subject.posting();
        String description = posting.text(PostingField.DESCRIPTION).orElse("");
        return donors.text(subject, (int) (share * PostingTexts.proseLength(posting)), chance)
                .map(padding -> padding.isEmpty()
                        ? posting
                        : PostingTexts.with(posting, PostingField.DESCRIPTION, description + BREAK + padding));
    }
}
