package org.lurewatch.trainer.bench.attack;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.trainer.bench.subject.Subject;

/** Nothing left but the description, as in a message; not possible where there is none. */
final class DescriptionOnly implements Attack.Change {
    @Override
    public Optional<JobPosting> of(Subject subject, double share, SplittableRandom chance) {
        JobPosting posting = subject.posting();
        return posting.text(PostingField.DESCRIPTION)
                .map(description -> posting.withTexts(Map.of(PostingField.DESCRIPTION, description)));
    }
}
