package org.lurewatch.trainer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.ModelDetector;
import org.lurewatch.detection.assess.ScamModel;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.features.PostingReader;

/**
 * Judges each language or source by a detector whose scam head saw none of it, nor any posting of a group that reaches
 * into it. The other heads, the calibration and the policy are those of the whole: the question is what the wording
 * learnt elsewhere is worth.
 */
final class LeaveOut {
    /** A slice with fewer scams or fewer honest postings, though it has some, teaches nothing by itself. */
    private static final int FEWEST = 20;

    private static final String SMALL = "the small ones";

    private final List<Example> examples;
    private final HeadTrainer trainer;
    private final BundleTrainer.Trained whole;
    private final PostingReader reader;

    LeaveOut(List<Example> examples, Recipe recipe, BundleTrainer.Trained whole, PostingReader reader) {
        this.examples = examples;
        this.trainer = new HeadTrainer(recipe, Example::isScam);
        this.whole = whole;
        this.reader = reader;
    }

    /** Names of the slices that are left out together because each is small. */
    List<String> small(Cut cut) {
        return slices(cut).entrySet().stream()
                .filter(slice -> isSmall(slice.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Every posting judged without its slice.
     *
     * @throws IllegalArgumentException where nothing to learn from is left
     */
    List<Outcome> outcomes(Cut cut, double baseRate) {
        List<String> small = small(cut);
        Function<Sample, String> leftOut = sample -> small.contains(cut.nameOf(sample)) ? SMALL : cut.nameOf(sample);
        List<String> names = examples.stream().map(Example::sample).map(leftOut).toList();
        Map<String, Detector> detectors = names.stream().distinct().toList().parallelStream()
                .collect(Collectors.toConcurrentMap(name -> name, name -> without(name, names, baseRate)));
        return Screening.of(
                examples.stream().map(Example::sample).toList(), sample -> detectors.get(leftOut.apply(sample)));
    }

    private Detector without(String name, List<String> names, double baseRate) {
        Set<String> groups = IntStream.range(0, names.size())
                .filter(i -> names.get(i).equals(name))
                .mapToObj(i -> examples.get(i).group())
                .collect(Collectors.toSet());
        List<Example> seen = examples.stream()
                .filter(example -> !groups.contains(example.group()))
                .toList();
        if (seen.stream().map(Example::isScam).distinct().count() < 2) {
            throw new IllegalArgumentException("without " + name + " nothing is left to learn scams from");
        }
        ScamModel model = whole.contents().model();
        LinearHead scam = trainer.fit(seen, model.scam());
        return new ModelDetector(
                reader,
                new ScamModel(scam, model.about(), model.type()),
                whole.contents().policy().withBaseRate(baseRate),
                new BundleId("without " + name, ""));
    }

    private SortedMap<String, List<Sample>> slices(Cut cut) {
        return examples.stream()
                .map(Example::sample)
                .collect(Collectors.groupingBy(cut::nameOf, TreeMap::new, Collectors.toList()));
    }

    private static boolean isSmall(Collection<Sample> slice) {
        long scams = slice.stream().filter(Sample::isScam).count();
        long honest = slice.stream().filter(Sample::isLegitimate).count();
        return scams + honest < FEWEST || isFew(scams) || isFew(honest);
    }

    private static boolean isFew(long count) {
        return count > 0 && count < FEWEST;
    }
}
