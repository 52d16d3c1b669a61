package org.lurewatch.trainer.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.SparseVector;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.train.Example;

/** Groups stay whole, copies are of one group, and each fold has its share of lures. */
class LabelFoldsTest {
    @Test
    void eachFoldHasItsShareOfGroupsOfEachKind() {
        List<Example> labels = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            labels.add(label("g" + i, i < 10, i));
        }
        LabelFolds folds = new LabelFolds(labels);
        for (int fold = 0; fold < LabelFolds.COUNT; fold++) {
            assertEquals(2, in(fold, folds, Sample::isScam));
            assertEquals(10, in(fold, folds, Sample::isLegitimate));
        }
    }

    @Test
    void aGroupIsNeverLearntFromWhereItIsJudged() {
        List<Example> labels = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            labels.add(label("g" + i % 30, i % 30 < 10, i));
        }
        LabelFolds folds = new LabelFolds(labels);
        for (int fold = 0; fold < LabelFolds.COUNT; fold++) {
            List<String> learnt =
                    folds.without(fold).stream().map(Example::group).distinct().toList();
            int judged = fold;
            assertTrue(folds.labels().stream()
                    .filter(label -> folds.of(label.sample()) == judged)
                    .noneMatch(label -> learnt.contains(label.group())));
            assertEquals(72, folds.without(fold).size());
        }
        assertEquals(90, folds.without(LabelFolds.COUNT).size(), "all, where no fold is left out");
    }

    @Test
    void labelsOfTheSameWordingAreOfOneGroupAndSoAreTheirGroups() {
        LabelFolds folds = new LabelFolds(List.of(
                label("a", true, 1),
                label("b", true, 2),
                label("b", true, 1),
                label("c", true, 2),
                label("d", true, 3)));
        assertEquals(
                List.of("a", "a", "a", "a", "d"),
                folds.labels().stream().map(Example::group).toList());
    }

    @Test
    void labelsWithoutAnyWordingAreNotTakenForCopies() {
        LabelFolds folds = new LabelFolds(List.of(label("a", true), label("b", true)));
        assertEquals(
                List.of("a", "b"), folds.labels().stream().map(Example::group).toList());
    }

    private static long in(int fold, LabelFolds folds, Predicate<Sample> of) {
        return folds.labels().stream()
                .map(Example::sample)
                .filter(sample -> folds.of(sample) == fold && of.test(sample))
                .count();
    }

    private static Example label(String group, boolean lure, int... buckets) {
        JobPosting posting = new JobPosting(group, "", Map.of(PostingField.TITLE, "cook"), null, null);
        Sample sample = new Sample(
                new LabelledPosting(posting, lure ? Label.SCAM : Label.LEGITIMATE, Optional.empty(), group, "", ""),
                "ours");
        float[] values = new float[buckets.length];
        IntStream.range(0, values.length).forEach(i -> values[i] = 1);
        FeatureVector features = new FeatureVector(new SparseVector(buckets, values), new double[0]);
        return new Example(sample, features, features, Optional.empty());
    }
}
