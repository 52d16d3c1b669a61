package org.lurewatch.detection.assess;

import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.features.Wording;

/**
 * What was read and what it scores.
 *
 * @param reading a posting, or a part of one
 * @param wording its words
 * @param features what the model saw of it
 * @param head what added up to the log-odds: the model, less the discount of a part, with the lift of a saying
 * @param logit log-odds of a scam
 */
record Scored(Reading reading, Wording wording, FeatureVector features, LinearHead head, double logit) {

    /** The log-odds taken apart. */
    Attribution attribution() {
        return Attribution.of(reading, wording, features, head);
    }
}
