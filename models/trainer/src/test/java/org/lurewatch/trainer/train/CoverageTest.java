package org.lurewatch.trainer.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.LanguageCoverage;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.SparseVector;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.trainer.data.Sample;

/** A bundle says of a language only what real postings in it have shown. */
class CoverageTest {
    private final List<Example> examples = new ArrayList<>();

    @Test
    void honestAdvertsAndLuresAreCountedByTheLanguageOfTheirWords() {
        add("boards", Label.LEGITIMATE, "de", "", 30);
        add("chats", Label.SCAM, "de", "de-CH", 3);
        add("chats", Label.SCAM, "bn", "", 40);
        add("chats", Label.ABOUT_SCAMS, "th", "", 5);
        add("boards", Label.LEGITIMATE, "vi", "vi,en", 31);
        LanguageCoverage coverage = BundleTrainer.coverage(examples);
        assertEquals(
                Map.of(
                        "de",
                        new LanguageCoverage.Rows(30, 3),
                        "bn",
                        new LanguageCoverage.Rows(0, 40),
                        "vi",
                        new LanguageCoverage.Rows(31, 0)),
                coverage.rows());
        assertTrue(coverage.isMeasured("de"));
        assertTrue(coverage.isMeasured("bn"), "real lures measure a language, too");
        assertFalse(coverage.isMeasured("pl"));
    }

    @Test
    void ourOwnWritingMeasuresNothing() {
        add("written", Label.LEGITIMATE, "th", "th", 50);
        add("pairs", Label.LEGITIMATE, "th", "th", 50);
        assertEquals(Map.of(), BundleTrainer.coverage(examples).rows());
    }

    @Test
    void aPostingThatStatesAnotherLanguageCountsForNeither() {
        add("boards", Label.LEGITIMATE, "it", "en", 40);
        add("boards", Label.LEGITIMATE, "ro", "vi,en", 40);
        add("boards", Label.LEGITIMATE, null, "en", 40);
        assertEquals(Map.of(), BundleTrainer.coverage(examples).rows());
    }

    private void add(String file, Label label, String spoken, String stated, int times) {
        for (int i = 0; i < times; i++) {
            Map<PostingField, String> texts = stated.isEmpty()
                    ? Map.of(PostingField.TITLE, "x")
                    : Map.of(PostingField.TITLE, "x", PostingField.IN_LANGUAGE, stated);
            JobPosting posting = new JobPosting("p" + examples.size(), "", texts, null, null);
            LabelledPosting labelled =
                    new LabelledPosting(posting, label, Optional.empty(), posting.identifier(), "", "");
            FeatureVector nothing = new FeatureVector(new SparseVector(new int[0], new float[0]), new double[0]);
            examples.add(new Example(new Sample(labelled, file), nothing, nothing, Optional.ofNullable(spoken)));
        }
    }
}
