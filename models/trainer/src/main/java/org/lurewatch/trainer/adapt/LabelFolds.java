package org.lurewatch.trainer.adapt;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.train.Example;

/**
 * A few labels, dealt into folds by whole groups, each fold with its share of the groups that hold lures. Labels whose
 * wording is the same but for contacts, places and digits are of one group, since people seldom name the groups of their
 * own labels.
 */
final class LabelFolds {
    static final int COUNT = 5;

    private final List<Example> labels;
    private final Map<String, Integer> foldOf = new HashMap<>();

    LabelFolds(List<Example> given) {
        labels = joined(given);
        Map<String, Boolean> groups = new LinkedHashMap<>();
        labels.forEach(label -> groups.merge(label.group(), label.isScam(), Boolean::logicalOr));
        int luring = 0;
        int others = 0;
        for (Map.Entry<String, Boolean> group : groups.entrySet()) {
            // The others are dealt from the last fold on, so that the folds are of about one size.
            int fold = group.getValue() ? luring++ % COUNT : COUNT - 1 - others++ % COUNT;
            foldOf.put(group.getKey(), fold);
        }
    }

    /** The labels with the groups that they were joined into. */
    List<Example> labels() {
        return labels;
    }

    int of(Sample sample) {
        return foldOf.get(sample.labelled().group());
    }

    List<Example> without(int fold) {
        return labels.stream().filter(label -> of(label.sample()) != fold).toList();
    }

    private static List<Example> joined(List<Example> given) {
        int[] first = IntStream.range(0, given.size()).toArray();
        Map<Object, Integer> seen = new HashMap<>();
        for (int i = 0; i < first.length; i++) {
            Example label = given.get(i);
            join(first, i, seen.putIfAbsent(label.group(), i));
            IntBuffer wording = IntBuffer.wrap(label.features().wording().indices());
            if (wording.hasRemaining()) {
                join(first, i, seen.putIfAbsent(wording, i));
            }
        }
        List<Example> joined = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            joined.add(inGroup(given.get(i), given.get(root(first, i)).group()));
        }
        return joined;
    }

    private static void join(int[] first, int one, Integer other) {
        if (other != null) {
            int a = root(first, one);
            int b = root(first, other);
            first[Math.max(a, b)] = Math.min(a, b);
        }
    }

    private static int root(int[] first, int of) {
        int root = of;
        while (first[root] != root) {
            root = first[root];
        }
        return root;
    }

    private static Example inGroup(Example label, String group) {
        LabelledPosting labelled = label.sample().labelled();
        Sample sample = new Sample(
                new LabelledPosting(
                        labelled.posting(),
                        labelled.label(),
                        labelled.scamType(),
                        group,
                        labelled.dataset(),
                        labelled.set()),
                label.sample().file(),
                label.sample().site());
        return new Example(sample, label.features(), label.thinned(), label.spoken());
    }
}
