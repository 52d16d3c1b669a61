package org.lurewatch.detection.bundle;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lurewatch.detection.assess.HonestScores;
import org.lurewatch.detection.assess.LanguageCoverage;
import org.lurewatch.detection.assess.Policies;
import org.lurewatch.detection.assess.ScamModel;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.classify.TypeHead;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.features.TextFeatures;

/** A small bundle with weights set by hand, so that tests can say what every assessment must be. */
public final class TestingBundle {
    public static final String LEXICON_HEADER = "signal\tlanguage\tphrase\tuse\tsources\n";

    /** English was measured, Polish too little. */
    public static final LanguageCoverage LANGUAGES = new LanguageCoverage(
            new TreeMap<>(Map.of("en", new LanguageCoverage.Rows(30, 10), "pl", new LanguageCoverage.Rows(19, 10))));

    /** One of 1,000 honest adverts scores over an even chance, ten over a score of one in four. */
    public static final HonestScores HONEST =
            new HonestScores(List.of(new HonestScores.Point(0.001, 0), new HonestScores.Point(0.01, -Math.log(3))));

    private TestingBundle() {}

    /** Strong signals add 4, useful ones 2, weak ones 3; a warning context makes a text one about scams. */
    public static BundleContents contents() {
        LinearHead scam = head(
                -4,
                Map.of(
                        "fee_deposit", 4.0,
                        "no_skill", 2.0,
                        "high_pay_easy", 2.0,
                        "urgency", 3.0,
                        "travel_lodging_bundle", 3.0,
                        "decoy_role", 3.0,
                        "age_sex_limit", 3.0,
                        "kinds.four", 8.0,
                        "contact.telegram", 1.0));
        LinearHead about = head(-3, Map.of("warning_context", 6.0));
        TypeHead type = new TypeHead(
                List.of("advance_fee", "compound_trafficking", "task_scam"), new double[2][TypeHead.INPUTS + 1]);
        return new BundleContents(
                "testing-1",
                new ScamModel(scam, about, type, Collections.emptySortedSet(), LANGUAGES),
                new Policies(
                        0,
                        0.5,
                        0.5,
                        new TreeMap<>(Map.of(
                                "platform", new Policies.Lines(0.003, 0.05, 0.8, 0.3, false),
                                "campaign", new Policies.Lines(0.01, 0.1, 0.6, 0.2, false),
                                "careful", new Policies.Lines(0.003, 0.05, 0.8, 0.3, true))),
                        HONEST),
                LEXICON_HEADER
                        + "fee_deposit\ten\tregistration fee\tany\ttest\n"
                        + "no_skill\ten\tno experience needed\tany\ttest\n"
                        + "no_skill\tzh-Hans\t无需经验\tany\ttest\n"
                        + "high_pay_easy\ten\thigh salary\tany\ttest\n"
                        + "urgency\ten\turgently hiring\tany\ttest\n"
                        + "travel_lodging_bundle\ten\tfree accommodation\tany\ttest\n"
                        + "decoy_role\ten\tcustomer service\tany\ttest\n"
                        + "age_sex_limit\ten\tyoung and energetic\tany\ttest\n"
                        + "warning_context\ten\tpolice warn\tany\ttest\n",
                LEXICON_HEADER + "place\tmul\tSihanoukville\tany\ttest\n" + "place\tmul\tLyon\tany\ttest\n",
                Map.of("made", "by hand"));
    }

    private static LinearHead head(double intercept, Map<String, Double> signals) {
        double[] coefficients = new double[SignalFeatures.NAMES.size() + 2];
        coefficients[0] = 1;
        signals.forEach((name, value) -> coefficients[SignalFeatures.indexOf(name) + 1] = value);
        coefficients[coefficients.length - 1] = intercept;
        return new LinearHead(new float[TextFeatures.BUCKETS], 0, coefficients);
    }
}
