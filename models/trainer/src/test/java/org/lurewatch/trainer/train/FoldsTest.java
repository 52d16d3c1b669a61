package org.lurewatch.trainer.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.SparseVector;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.trainer.data.Sample;

class FoldsTest {

    @Test
    void aGroupIsNeverSplit() {
        Folds folds = new Folds(5, 1);
        for (int group = 0; group < 200; group++) {
            String name = "group-" + group;
            List<Integer> dealt = IntStream.range(0, 4)
                    .map(i -> folds.of(example("p" + i, name)))
                    .distinct()
                    .boxed()
                    .toList();
            assertEquals(1, dealt.size(), name);
            assertTrue(dealt.get(0) >= 0 && dealt.get(0) < 5);
        }
    }

    @Test
    void groupsAreDealtAboutEvenly() {
        Folds folds = new Folds(5, 1);
        int[] counts = new int[5];
        for (int group = 0; group < 10_000; group++) {
            counts[folds.of(example("p", "written-en-" + group))]++;
        }
        for (int count : counts) {
            assertEquals(2_000, count, 200);
        }
    }

    @Test
    void theFoldOfAGroupIsTheSameInEveryRun() {
        Folds folds = new Folds(5, 1);
        List<Integer> dealt = IntStream.range(0, 8)
                .map(i -> folds.of(example("p", "written-en-00" + i)))
                .boxed()
                .toList();
        assertEquals(List.of(4, 4, 1, 4, 3, 4, 1, 1), dealt);
    }

    @Test
    void anotherSeedDealsAnew() {
        List<Integer> one = IntStream.range(0, 50)
                .mapToObj(i -> new Folds(5, 1).of(example("p", "g" + i)))
                .toList();
        List<Integer> two = IntStream.range(0, 50)
                .mapToObj(i -> new Folds(5, 2).of(example("p", "g" + i)))
                .toList();
        assertNotEquals(one, two);
    }

    @Test
    void oneFoldHoldsNothingOut() {
        assertThrows(IllegalArgumentException.class, () -> new Folds(1, 1));
    }

    private static Example example(String id, String group) {
        JobPosting posting = new JobPosting(id, "", Map.of(PostingField.TITLE, "cook"), null, null);
        LabelledPosting labelled = new LabelledPosting(posting, Label.LEGITIMATE, Optional.empty(), group, "", "");
        FeatureVector features = new FeatureVector(new SparseVector(new int[0], new float[0]), new double[0]);
        return new Example(new Sample(labelled, "file"), features, features);
    }
}
