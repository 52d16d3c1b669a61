package org.lurewatch.detection.bundle;

import java.util.Map;
import java.util.Objects;
import org.lurewatch.detection.assess.Policies;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.ScamModel;
import org.lurewatch.detection.assess.WarningPolicy;

/**
 * What goes into a bundle.
 *
 * @param version the analyst's name for it
 * @param model the trained parts
 * @param policies thresholds and the prior that the scores are calibrated to
 * @param lexicon lines of the lexicon, header included
 * @param places lines of place names in the lexicon's form, header included
 * @param facts free notes on how it was trained, by name
 */
public record BundleContents(
        String version, ScamModel model, Policies policies, String lexicon, String places, Map<String, String> facts) {

    public BundleContents {
        Objects.requireNonNull(version);
        Objects.requireNonNull(model);
        Objects.requireNonNull(policies);
        Objects.requireNonNull(lexicon);
        Objects.requireNonNull(places);
        facts = Map.copyOf(facts);
    }

    /** The policy that decides where no other is asked for. */
    public WarningPolicy policy() {
        return policies.choose(PolicyChoice.DEFAULT);
    }
}
