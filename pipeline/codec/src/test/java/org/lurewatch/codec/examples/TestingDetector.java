package org.lurewatch.codec.examples;

import java.util.List;
import java.util.Optional;
import org.lurewatch.detection.assess.AdvertLanguage;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.Evidence;
import org.lurewatch.detection.assess.Flip;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.assess.Thresholds;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.links.Footprint;
import org.lurewatch.detection.posting.IntakeNotes;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/** Takes the word "deposit" in a description for a scam, and breaks on the word "breaks". */
public final class TestingDetector implements Detector {
    private static final String WORD = "deposit";
    private static final BundleId BUNDLE = new BundleId("testing", "0");
    private static final Thresholds THRESHOLDS = new Thresholds(0.5, 0.3, 0.6);

    @Override
    public Assessment assess(JobPosting posting) {
        String description = posting.text(PostingField.DESCRIPTION).orElse("");
        if (description.contains("breaks")) {
            throw new IllegalStateException(description);
        }
        int start = description.indexOf(WORD);
        return start < 0 ? clean(posting) : scam(posting, start);
    }

    private static Assessment clean(JobPosting posting) {
        return new Assessment(
                posting.identifier(),
                posting.source(),
                0.0,
                Verdict.NO_SIGN_FOUND,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                BUNDLE,
                PolicyChoice.DEFAULT,
                THRESHOLDS,
                AdvertLanguage.UNKNOWN,
                Footprint.NONE,
                IntakeNotes.NONE);
    }

    private static Assessment scam(JobPosting posting, int start) {
        Evidence evidence = new Evidence(
                "fee_deposit",
                "O01",
                "FTC",
                PostingField.DESCRIPTION,
                start,
                start + WORD.length(),
                WORD,
                WORD,
                "en",
                0,
                2.5,
                true);
        return new Assessment(
                posting.identifier(),
                posting.source(),
                0.9,
                Verdict.LIKELY_SCAM,
                Optional.of(ScamType.ADVANCE_FEE),
                Optional.empty(),
                List.of(evidence),
                Optional.of(new Flip(Verdict.UNSURE, 0)),
                List.of(),
                BUNDLE,
                PolicyChoice.DEFAULT,
                THRESHOLDS,
                new AdvertLanguage(Optional.of("en"), true),
                Footprint.NONE,
                IntakeNotes.NONE);
    }
}
