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
    public JobPosting of(Subject subject, double share, SplittableRandom chance) {
        JobPosting posting = subject.posting();
        int wanted = (int) (share * PostingTexts.proseLength(posting));
        StringBuilder padding = new StringBuilder();
        while (padding.length() < wanted) {
            Optional<String> text = donors.text(subject, PostingField.DESCRIPTION, chance);
            if (text.isEmpty()) {
                break;
            }
            padding.append(BREAK).append(text.get());
        }
        if (padding.isEmpty()) {
            return posting;
        }
        int end = Math.min(padding.length(), BREAK.length() + wanted);
        String description = posting.text(PostingField.DESCRIPTION).orElse("");
        return PostingTexts.with(posting, PostingField.DESCRIPTION, description + padding.substring(0, end));
    }
}
