package org.lurewatch.trainer.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
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

class RecipeTest {
    @Test
    void aGroupCountsByTheRootOfItsSize() {
        List<Example> examples = new ArrayList<>();
        addGroup(examples, "alone", 1);
        addGroup(examples, "four", 4);
        addGroup(examples, "hundred", 100);
        double[] weights = Recipe.DEFAULT.weights(examples);
        assertEquals(2, weights[0]);
        assertEquals(4, Arrays.stream(weights, 1, 5).sum(), 1e-9);
        assertEquals(20, Arrays.stream(weights, 5, 105).sum(), 1e-9);
    }

    @Test
    void aFileCountsAsOftenAsTheRecipeSays() {
        List<Example> examples = new ArrayList<>();
        addGroup(examples, "file", "one", 1);
        addGroup(examples, "quoted_ads", "two", 1);
        addGroup(examples, "orfd_zh", "three", 1);
        Map<String, Double> weights = Recipe.DEFAULT.fileWeights();
        assertArrayEquals(
                new double[] {2, 2 * weights.get("quoted_ads"), 2 * weights.get("orfd_zh")},
                Recipe.DEFAULT.weights(examples),
                1e-9);
    }

    @Test
    void groupsOfTheSameNameInTwoFilesAreTwoGroups() {
        List<Example> examples = new ArrayList<>();
        addGroup(examples, "one", "group", 1);
        addGroup(examples, "other", "group", 1);
        assertArrayEquals(new double[] {2, 2}, Recipe.DEFAULT.weights(examples), 1e-9);
    }

    @Test
    void aLargeSiteCountsByTheRootOfItsSizeBeyondTheCap() {
        List<Example> examples = new ArrayList<>();
        addSite(examples, "small", 100);
        addSite(examples, "large", 400);
        double[] weights = Recipe.DEFAULT.weights(examples);
        assertEquals(2 * 100, Arrays.stream(weights, 0, 100).sum(), 1e-9);
        assertEquals(2 * 200, Arrays.stream(weights, 100, 500).sum(), 1e-9);
    }

    @Test
    void aFileOfOneSourceIsNoSiteHoweverLarge() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            addGroup(examples, "file", "g" + i, 1);
        }
        assertEquals(800, Arrays.stream(Recipe.DEFAULT.weights(examples)).sum(), 1e-9);
    }

    private static void addSite(List<Example> examples, String site, int size) {
        for (int i = 0; i < size; i++) {
            examples.add(example(new Sample(labelled(site + i, site + i), "boards", site)));
        }
    }

    private static void addGroup(List<Example> examples, String group, int size) {
        addGroup(examples, "file", group, size);
    }

    private static void addGroup(List<Example> examples, String file, String group, int size) {
        for (int i = 0; i < size; i++) {
            examples.add(example(new Sample(labelled(group + i, group), file)));
        }
    }

    private static Example example(Sample sample) {
        return new Example(sample, nothing(), nothing(), Optional.empty());
    }

    private static LabelledPosting labelled(String id, String group) {
        JobPosting posting = new JobPosting(id, "", Map.of(PostingField.TITLE, "cook"), null, null);
        return new LabelledPosting(posting, Label.LEGITIMATE, Optional.empty(), group, "", "");
    }

    private static FeatureVector nothing() {
        return new FeatureVector(new SparseVector(new int[0], new float[0]), new double[0]);
    }
}
