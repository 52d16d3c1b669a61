package org.lurewatch.trainer.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.ModelDetector;
import org.lurewatch.detection.assess.ScamModel;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.trainer.measure.JudgedSample;
import org.lurewatch.trainer.measure.Screening;
import org.lurewatch.trainer.train.BundleTrainer;
import org.lurewatch.trainer.train.Example;
import org.lurewatch.trainer.train.HeadTrainer;
import org.lurewatch.trainer.train.Recipe;

/**
 * Judges each language or source by a detector whose scam head saw none of it, nor any posting of a group that reaches
 * into it. The other heads, the calibration and the policy are those of the whole: the question is what the wording
 * learnt elsewhere is worth.
 */
final class LeaveOut {
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

    /** Every posting judged without its slice. The slices are of the samples behind the examples, and have no problem. */
    List<JudgedSample> outcomes(LeftOutSlices slices, double baseRate) {
        Map<String, Detector> detectors = slices.names().parallelStream()
                .collect(
                        Collectors.toConcurrentMap(name -> name, name -> without(name, slices.groups(name), baseRate)));
        return Screening.of(
                examples.stream().map(Example::sample).toList(), sample -> detectors.get(slices.nameOf(sample)));
    }

    private Detector without(String name, Set<String> groups, double baseRate) {
        List<Example> seen = examples.stream()
                .filter(example -> !groups.contains(example.group()))
                .toList();
        ScamModel model = whole.contents().model();
        LinearHead scam = trainer.fit(seen, model.scam());
        return new ModelDetector(
                reader,
                new ScamModel(scam, model.about(), model.type()),
                whole.contents().policy().withBaseRate(baseRate),
                new BundleId("without " + name, ""));
    }
}
