package org.lurewatch.trainer.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.HonestScores;
import org.lurewatch.detection.assess.WarningPolicy;
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
    void withoutSitesEachFileCountsAsOne() {
        add("board", Label.LEGITIMATE, 20);
        add("mixed", Label.LEGITIMATE, 10);
        add("mixed", Label.SCAM, 2);
        double[] scores = new double[32];
        for (int i = 0; i < 30; i++) {
            scores[i] = i / 100.0;
        }
        scores[30] = .8;
        scores[31] = .9;
        ThresholdChoice thresholds = new ThresholdChoice(examples);
        assertEquals(Math.nextUp(.28), thresholds.honest(scores, 0.06), "one advert of ten is half of a tenth");
        assertEquals(Math.nextUp(.29), thresholds.honest(scores, 0.04));
        assertEquals(Math.nextUp(.19), thresholds.honest(scores, 0.51), "then those of the other file follow");
    }

    @Test
    void aLargeSiteCountsNoMoreThanASmallOne() {
        addSite("large", 100);
        addSite("small", 10);
        double[] scores = new double[110];
        Arrays.fill(scores, 0, 100, .1);
        Arrays.fill(scores, 0, 10, .9);
        Arrays.fill(scores, 100, 110, .2);
        ThresholdChoice thresholds = new ThresholdChoice(examples);
        assertEquals(Math.nextUp(.2), thresholds.honest(scores, 0.055), "a tenth of one site of two");
        assertEquals(Math.nextUp(.9), thresholds.honest(scores, 0.045));
    }

    @Test
    void tinySitesCountAsOneTogether() {
        addSite("large", 10);
        for (int i = 0; i < 10; i++) {
            addSite("tiny" + i, 1);
        }
        double[] scores = new double[20];
        Arrays.fill(scores, 0, 10, .1);
        Arrays.fill(scores, 10, 20, .2);
        scores[19] = .9;
        ThresholdChoice thresholds = new ThresholdChoice(examples);
        assertEquals(Math.nextUp(.2), thresholds.honest(scores, 0.055));
        assertEquals(Math.nextUp(.9), thresholds.honest(scores, 0.045));
    }

    @Test
    void onlyHonestAdvertsOfSitesDrawTheLineWhereThereAreSites() {
        addSite("site", 10);
        add("written", Label.LEGITIMATE, 10);
        add("written", Label.SCAM, 1);
        double[] scores = new double[21];
        Arrays.fill(scores, 0, 10, .1);
        Arrays.fill(scores, 10, 21, .9);
        assertEquals(Math.nextUp(.1), new ThresholdChoice(examples).honest(scores, 0.05));
    }

    @Test
    void aRateThatNothingExceedsDrawsNoLine() {
        addSite("site", 10);
        assertEquals(Double.NEGATIVE_INFINITY, new ThresholdChoice(examples).honest(new double[10], 1));
    }

    @Test
    void theTableSaysWhichScoreEachShareExceeds() {
        addSite("one", 128);
        addSite("other", 128);
        double[] logOdds = new double[256];
        for (int i = 0; i < 256; i++) {
            logOdds[i] = i;
        }
        HonestScores table = new ThresholdChoice(examples).honestScores(logOdds);
        assertEquals(
                List.of(
                        new HonestScores.Point(0.005, 254),
                        new HonestScores.Point(0.01, 253),
                        new HonestScores.Point(0.02, 250),
                        new HonestScores.Point(0.03, 248),
                        new HonestScores.Point(0.05, 243),
                        new HonestScores.Point(0.1, 230),
                        new HonestScores.Point(0.2, 204)),
                table.points(),
                "256 adverts say nothing of one in a thousand");
    }

    @Test
    void theTableAndTheLineOfAPolicyAreTheSame() {
        addSite("one", 300);
        addSite("other", 700);
        double[] logOdds =
                new Random(1).doubles(1000).map(share -> Math.log(share)).toArray();
        WarningPolicy open = new WarningPolicy(-1.3, 0.00067, 0.5, 0.5, 0.5);
        double[] scores = Arrays.stream(logOdds).map(open::score).toArray();
        ThresholdChoice choice = new ThresholdChoice(examples);
        for (HonestScores.Point point : choice.honestScores(logOdds).points()) {
            assertEquals(choice.honest(scores, point.share()), open.lineAbove(point.logOdds()));
        }
    }

    @Test
    void withoutHonestAdvertsTheTableIsEmpty() {
        add("mixed", Label.SCAM, 5);
        assertEquals(HonestScores.UNKNOWN, new ThresholdChoice(examples).honestScores(new double[5]));
    }

    @Test
    void nobodyExceedsAnyScoreWhereThereIsNobody() {
        add("mixed", Label.SCAM, 1);
        double[] scores = {.3};
        assertEquals(
                Double.NEGATIVE_INFINITY, new ThresholdChoice(examples).exceededBy(scores, Example::isAboutScams, 0.1));
    }

    private void addSite(String site, int times) {
        for (int i = 0; i < times; i++) {
            add(Label.LEGITIMATE, "boards", site);
        }
    }

    private void add(String file, Label label, int times) {
        for (int i = 0; i < times; i++) {
            add(label, file, file);
        }
    }

    private void add(Label label, String file, String site) {
        JobPosting posting = new JobPosting("p" + examples.size(), "", Map.of(PostingField.TITLE, "cook"), null, null);
        LabelledPosting labelled = new LabelledPosting(posting, label, Optional.empty(), posting.identifier(), "", "");
        FeatureVector features = new FeatureVector(new SparseVector(new int[0], new float[0]), new double[0]);
        examples.add(new Example(new Sample(labelled, file, site), features, features, Optional.empty()));
    }
}
