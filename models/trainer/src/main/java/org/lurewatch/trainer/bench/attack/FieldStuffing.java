package org.lurewatch.trainer.bench.attack;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.trainer.bench.subject.PostingTexts;
import org.lurewatch.trainer.bench.subject.Subject;

/**
 * Honest text in each empty side field: in all that is read as prose or as a category, besides title and description.
 * Names, places, pay and contacts are left, since text is no answer there.
 */
final class FieldStuffing implements Attack.Change {
    private static final int LENGTH = 600;

    private final Donors donors;

    FieldStuffing(Donors donors) {
        this.donors = donors;
    }

    @Override
    public Optional<JobPosting> of(Subject subject, double share, SplittableRandom chance) {
        Map<PostingField, String> texts = PostingTexts.copy(subject.posting());
        int length = (int) (share * LENGTH);
        for (PostingField field : PostingField.values()) {
            if (length > 0 && isSide(field) && !texts.containsKey(field)) {
                Optional<String> text = donors.text(subject, length, chance);
                if (text.isEmpty()) {
                    return Optional.empty();
                }
                texts.put(field, text.get());
            }
        }
        return Optional.of(subject.posting().withTexts(texts));
    }

    private static boolean isSide(PostingField field) {
        return switch (field.kind()) {
            case PROSE -> field != PostingField.TITLE && field != PostingField.DESCRIPTION;
            case LABEL -> true;
            default -> false;
        };
    }
}
