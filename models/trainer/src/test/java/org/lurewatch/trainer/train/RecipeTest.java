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
        int[] copies = Recipe.DEFAULT.copies(examples);
        assertArrayEquals(new int[] {2, 1, 1, 1, 1}, Arrays.copyOf(copies, 5));
        assertEquals(20, Arrays.stream(copies).skip(5).sum());
    }

    @Test
    void everyThirdCopyHasLostFields() {
        List<Example> examples = new ArrayList<>();
        addGroup(examples, "quoted_ads", "alone", 1);
        List<Example> repeated = Recipe.DEFAULT.repeated(examples);
        assertEquals(6, repeated.size());
        assertEquals(
                2,
                repeated.stream()
                        .filter(example -> example.features() == examples.get(0).thinned())
                        .count());
    }

    private static void addGroup(List<Example> examples, String group, int size) {
        addGroup(examples, "file", group, size);
    }

    private static void addGroup(List<Example> examples, String file, String group, int size) {
        for (int i = 0; i < size; i++) {
            JobPosting posting = new JobPosting(group + i, "", Map.of(PostingField.TITLE, "cook"), null, null);
            LabelledPosting labelled = new LabelledPosting(posting, Label.LEGITIMATE, Optional.empty(), group, "", "");
            examples.add(new Example(new Sample(labelled, file), nothing(), nothing()));
        }
    }

    private static FeatureVector nothing() {
        return new FeatureVector(new SparseVector(new int[0], new float[0]), new double[0]);
    }
}
