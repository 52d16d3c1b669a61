package org.lurewatch.trainer.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.SparseVector;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.trainer.data.Sample;

class ThresholdChoiceTest {
    private final List<Example> examples = new ArrayList<>();

    @Test
    void everydayAdvertsAndLookAlikesHaveTheirOwnRates() {
        add("board", Label.LEGITIMATE, 10);
        add("mixed", Label.LEGITIMATE, 4);
        add("mixed", Label.SCAM, 2);
        double[] scores = {.10, .11, .12, .13, .14, .15, .16, .17, .18, .19, .3, .4, .5, .6, .8, .9};
        ThresholdChoice thresholds = new ThresholdChoice(examples);
        assertEquals(Math.nextUp(.18), thresholds.honest(scores, 0.1, 1), "one of ten everyday adverts may be over");
        assertEquals(Math.nextUp(.5), thresholds.honest(scores, 0.1, 0.25), "one of four look-alikes may be over");
        assertEquals(Math.nextUp(.6), thresholds.honest(scores, 0.1, 0.24));
    }

    @Test
    void withoutAScamFreeFileAllHonestAdvertsAreEverydayOnes() {
        add("mixed", Label.LEGITIMATE, 4);
        add("mixed", Label.SCAM, 2);
        double[] scores = {.3, .4, .5, .6, .8, .9};
        assertEquals(Math.nextUp(.6), new ThresholdChoice(examples).honest(scores, 0.01, 1));
        assertEquals(Math.nextUp(.4), new ThresholdChoice(examples).honest(scores, 0.5, 1));
    }

    @Test
    void nobodyExceedsAnyScoreWhereThereIsNobody() {
        add("mixed", Label.SCAM, 1);
        double[] scores = {.3};
        assertEquals(
                Double.NEGATIVE_INFINITY, new ThresholdChoice(examples).exceededBy(scores, Example::isAboutScams, 0.1));
    }

    private void add(String file, Label label, int times) {
        for (int i = 0; i < times; i++) {
            JobPosting posting =
                    new JobPosting("p" + examples.size(), "", Map.of(PostingField.TITLE, "cook"), null, null);
            LabelledPosting labelled =
                    new LabelledPosting(posting, label, Optional.empty(), posting.identifier(), "", "");
            FeatureVector features = new FeatureVector(new SparseVector(new int[0], new float[0]), new double[0]);
            examples.add(new Example(new Sample(labelled, file), features, features));
        }
    }
}
