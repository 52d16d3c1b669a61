package org.lurewatch.trainer.bench.subject;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lurewatch.detection.assess.AdvertLanguage;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.Thresholds;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.links.Footprint;
import org.lurewatch.detection.posting.IntakeNotes;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.intake.labels.LabelledPosting;

/** Makes subjects for tests. */
public final class Subjects {
    private Subjects() {}

    /** A detector that warns of descriptions that hold a word. */
    public static Detector warnsOf(String word) {
        return posting -> {
            boolean found = posting.text(PostingField.DESCRIPTION).orElse("").contains(word);
            return new Assessment(
                    posting.identifier(),
                    posting.source(),
                    found ? 0.9 : 0.1,
                    found ? Verdict.LIKELY_SCAM : Verdict.NO_SIGN_FOUND,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    new BundleId("test", ""),
                    PolicyChoice.DEFAULT,
                    new Thresholds(0.5, 0.4, 0.8),
                    AdvertLanguage.UNKNOWN,
                    Footprint.NONE,
                    IntakeNotes.NONE);
        };
    }

    public static Subject of(String id, Label label, String file, Detector detector, Map<PostingField, String> texts) {
        JobPosting posting = new JobPosting(id, "test", texts, null, null);
        return new Subject(new LabelledPosting(posting, label, Optional.empty(), id, file, ""), file, detector);
    }

    public static Subject describedAs(String description, String language) {
        Map<PostingField, String> texts = new EnumMap<>(PostingField.class);
        texts.put(PostingField.TITLE, "a");
        texts.put(PostingField.DESCRIPTION, description);
        texts.put(PostingField.IN_LANGUAGE, language);
        return of("one", Label.SCAM, "file", warnsOf("nothing"), texts);
    }
}
