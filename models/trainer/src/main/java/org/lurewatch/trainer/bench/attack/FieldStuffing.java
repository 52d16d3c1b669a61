package org.lurewatch.trainer.bench.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.trainer.bench.subject.PostingTexts;
import org.lurewatch.trainer.bench.subject.Subject;

/** Empty fields filled with what honest adverts have there. */
final class FieldStuffing implements Attack.Change {
    private static final List<PostingField> FIELDS = List.of(
            PostingField.EMPLOYER_OVERVIEW,
            PostingField.QUALIFICATIONS,
            PostingField.JOB_BENEFITS,
            PostingField.INDUSTRY,
            PostingField.OCCUPATIONAL_CATEGORY,
            PostingField.EMPLOYMENT_TYPE,
            PostingField.EXPERIENCE_REQUIREMENTS,
            PostingField.EDUCATION_REQUIREMENTS,
            PostingField.ORGANIZATION_NAME,
            PostingField.ORGANIZATION_DEPARTMENT,
            PostingField.ORGANIZATION_LOGO);

    private final Donors donors;

    FieldStuffing(Donors donors) {
        this.donors = donors;
    }

    @Override
    public JobPosting of(Subject subject, double share, SplittableRandom chance) {
        Map<PostingField, String> texts = PostingTexts.copy(subject.posting());
        List<PostingField> empty = new ArrayList<>(FIELDS);
        empty.removeAll(texts.keySet());
        int wanted = (int) Math.ceil(share * empty.size());
        for (int filled = 0; filled < wanted; filled++) {
            PostingField field = empty.remove(chance.nextInt(empty.size()));
            donors.text(subject, field, chance).ifPresent(text -> texts.put(field, text));
        }
        return subject.posting().withTexts(texts);
    }
}
