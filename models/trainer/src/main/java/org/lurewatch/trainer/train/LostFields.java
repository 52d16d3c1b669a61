package org.lurewatch.trainer.train;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/**
 * Drops fields of a posting at random, as scrapers do, so that training does not rely on any field. The same posting
 * loses the same fields in every run.
 * See RATIONALE.md, "Fields are lost in training, but mildly".
 *
 * @param rate chance of each field but the description to be lost
 */
record LostFields(double rate) {
    LostFields {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("a rate lies between 0 and 1, not at " + rate);
        }
    }

    /** What is left of a posting; nothing where no field was lost, or none would be left. */
    Optional<JobPosting> leftOf(JobPosting posting) {
        SplittableRandom random = new SplittableRandom(posting.identifier().hashCode());
        Map<PostingField, String> left = new EnumMap<>(PostingField.class);
        posting.texts().forEach((field, text) -> {
            boolean lost = random.nextDouble() < rate;
            if (!lost || field == PostingField.DESCRIPTION) {
                left.put(field, text);
            }
        });
        boolean same = left.size() == posting.texts().size();
        if (same || !left.containsKey(PostingField.DESCRIPTION)) {
            return Optional.empty();
        }
        return Optional.of(posting.withTexts(left));
    }
}
