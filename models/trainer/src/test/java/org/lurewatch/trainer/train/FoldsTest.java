package org.lurewatch.trainer.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
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
    void aSiteIsNeverSplit() {
        Folds folds = new Folds(5, 1);
        List<Integer> dealt = IntStream.range(0, 100)
                .map(i -> folds.of(example("p" + i, "g" + i, "board-a")))
                .distinct()
                .boxed()
                .toList();
        assertEquals(List.of(folds.of("board-a")), dealt);
    }

    @Property(tries = 100)
    void noGroupStandsOnBothSides(@ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> codes) {
        Folds folds = new Folds(3, 1);
        List<Example> examples = IntStream.range(0, codes.size())
                .mapToObj(i -> example("p" + i, "g" + codes.get(i) % 8, "site" + codes.get(i) / 8))
                .toList();
        for (int fold = 0; fold < folds.count(); fold++) {
            int heldOut = fold;
            List<Example> measured = examples.stream()
                    .filter(example -> folds.of(example) == heldOut)
                    .toList();
            List<Example> learnt = folds.without(fold, examples);
            Set<String> groups = groups(measured);
            assertTrue(Collections.disjoint(groups, groups(learnt)));
            assertTrue(learnt.stream().noneMatch(example -> folds.of(example) == heldOut));
            List<Example> left = examples.stream()
                    .filter(example -> !measured.contains(example) && !groups.contains(example.group()))
                    .toList();
            assertEquals(left, learnt, "nothing else is left out");
        }
    }

    @Test
    void aGroupThatReachesIntoAFoldIsNotLearntFromEither() {
        Folds folds = new Folds(2, 1);
        List<String> sites = IntStream.range(0, 20).mapToObj(i -> "site" + i).toList();
        String here =
                sites.stream().filter(site -> folds.of(site) == 0).findFirst().orElseThrow();
        String there =
                sites.stream().filter(site -> folds.of(site) == 1).findFirst().orElseThrow();
        Example measured = example("p1", "same text", here);
        Example copy = example("p2", "same text", there);
        Example other = example("p3", "another", there);
        assertEquals(List.of(other), folds.without(0, List.of(measured, copy, other)));
        assertEquals(List.of(), folds.without(1, List.of(measured, copy, other)));
    }

    @Test
    void oneFoldHoldsNothingOut() {
        assertThrows(IllegalArgumentException.class, () -> new Folds(1, 1));
    }

    private static Set<String> groups(List<Example> examples) {
        return examples.stream().map(Example::group).collect(Collectors.toSet());
    }

    private static Example example(String id, String group) {
        return example(id, group, "file");
    }

    /** The site of an example is its file where that is of one source. */
    private static Example example(String id, String group, String site) {
        JobPosting posting = new JobPosting(id, "", Map.of(PostingField.TITLE, "cook"), null, null);
        LabelledPosting labelled = new LabelledPosting(posting, Label.LEGITIMATE, Optional.empty(), group, "", "");
        FeatureVector features = new FeatureVector(new SparseVector(new int[0], new float[0]), new double[0]);
        return new Example(new Sample(labelled, "file", site), features, features, Optional.empty());
    }
}
