package org.lurewatch.trainer.train;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lurewatch.trainer.data.Sample;

/**
 * Assigns whole sites to folds, and groups where a file is of one source, so that what is learnt of a site or of
 * near-duplicates is never measured on them. The fold depends only on the name of the site or group and on the seed.
 *
 * @param count how many folds
 * @param seed another seed gives another assignment
 */
public record Folds(int count, long seed) {
    public Folds {
        if (count < 2) {
            throw new IllegalArgumentException("at least 2 folds are needed, not " + count);
        }
    }

    /** The number of the fold, from 0. */
    public int of(Example example) {
        return of(example.sample());
    }

    /** The number of the fold, from 0. */
    public int of(Sample sample) {
        return of(sample.isOfSite() ? sample.site() : sample.labelled().group());
    }

    /** The number of the fold of whatever has this name, from 0. */
    public int of(String name) {
        long mixed = (name.hashCode() + seed * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return (int) Long.remainderUnsigned(mixed ^ mixed >>> 31, count);
    }

    /**
     * What may be learnt from when a fold is to be measured: no example of it, and none of a group that reaches into
     * it.
     */
    List<Example> without(int fold, List<Example> examples) {
        Set<String> groups = examples.stream()
                .filter(example -> of(example) == fold)
                .map(Example::group)
                .collect(Collectors.toSet());
        return examples.stream()
                .filter(example -> of(example) != fold && !groups.contains(example.group()))
                .toList();
    }
}
