package org.lurewatch.detection.bundle;

import java.util.Objects;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.LanguageCoverage;
import org.lurewatch.detection.assess.ModelDetector;
import org.lurewatch.detection.assess.Policies;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.ScamModel;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.posting.JobPosting;

/** A bundle in memory. Its detectors share the model, so that one for other lines costs next to nothing. */
public final class LoadedBundle {
    private final PostingReader reader;
    private final ScamModel model;
    private final Policies policies;
    private final LanguageCoverage languages;
    private final BundleId id;

    LoadedBundle(PostingReader reader, ScamModel model, Policies policies, LanguageCoverage languages, BundleId id) {
        this.reader = Objects.requireNonNull(reader);
        this.model = Objects.requireNonNull(model);
        this.policies = Objects.requireNonNull(policies);
        this.languages = Objects.requireNonNull(languages);
        this.id = Objects.requireNonNull(id);
    }

    /** Which bundle it is. */
    public BundleId id() {
        return id;
    }

    /** Where its policies draw their lines. */
    public Policies policies() {
        return policies;
    }

    /** The languages that it was trained and measured in. */
    public LanguageCoverage languages() {
        return languages;
    }

    /** What a posting says, as its detectors read it. */
    public Reading read(JobPosting posting) {
        return reader.read(posting);
    }

    /**
     * What decides by some of its lines.
     *
     * @throws BundleException where the bundle cannot decide by these lines
     */
    public ModelDetector detector(PolicyChoice choice) {
        return new ModelDetector(reader, model, BundleLoader.chosen(policies, choice), id);
    }
}
