package org.lurewatch.trainer.train;

import java.util.ArrayList;
import java.util.List;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.ModelDetector;
import org.lurewatch.detection.assess.WarningPolicy;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.trainer.data.Sample;

/**
 * Complete detectors for postings that take part in training: each posting is given to the one that saw no posting of
 * its group. They share the policy and the calibration, which rest on held-out scores of all.
 */
public final class FoldDetectors {
    private final Folds folds;
    private final List<Detector> detectors = new ArrayList<>();

    /** For the base rate that the bundle was made for. */
    public FoldDetectors(BundleTrainer.Trained trained, Folds folds, PostingReader reader) {
        this(trained, folds, reader, trained.contents().policy().baseRate());
    }

    /** @param baseRate share of scams in the stream to be screened */
    public FoldDetectors(BundleTrainer.Trained trained, Folds folds, PostingReader reader, double baseRate) {
        this.folds = folds;
        WarningPolicy policy = trained.contents().policy().withBaseRate(baseRate);
        for (int fold = 0; fold < folds.count(); fold++) {
            BundleId id = new BundleId(trained.contents().version() + ", without fold " + fold, "");
            detectors.add(new ModelDetector(reader, trained.foldModels().get(fold), policy, id));
        }
    }

    /** The detector that did not see this sample's group. */
    public Detector of(Sample sample) {
        return detectors.get(folds.of(sample));
    }
}
