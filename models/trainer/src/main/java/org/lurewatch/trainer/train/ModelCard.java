package org.lurewatch.trainer.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lurewatch.detection.assess.WarningPolicy;
import org.lurewatch.detection.bundle.BundleContents;
import org.lurewatch.trainer.measure.Measurement;
import org.lurewatch.trainer.measure.TextScorecard;

/** Writes what a reader must know before trusting a bundle. Every figure comes from the run that trained it. */
final class ModelCard {
    private ModelCard() {}

    /**
     * The card.
     *
     * @param secondSteps a table of what other classifiers make of score, signals and facts; empty where none was tried
     */
    static String of(BundleTrainer.Trained trained, Measurement measurement, List<String> secondSteps) {
        BundleContents contents = trained.contents();
        WarningPolicy policy = contents.policy();
        List<String> lines = new ArrayList<>();
        lines.add("# Model card of bundle " + contents.version());
        lines.add("");
        lines.add("Written by `lurewatch train`; do not edit by hand.");
        lines.add("");
        lines.add(
                "**What it is for.** It estimates whether a job posting is a fake offer, and points at the words that say"
                        + " so. It is an aid for people who review postings; \"no sign found\" never means that an offer is safe.");
        lines.add("");
        lines.add(
                "**How it decides.** Two of Smile's logistic regressions, one over hashed words, pairs of words, letters by threes and"
                        + " character runs scaled by rarity, one scaled by contrast too, each together with named signals and facts;"
                        + " their weighted mean is calibrated by Platt's scaling on held-out groups. Names of places, countries, languages, contacts and"
                        + " all digits are masked before the wording is looked at.");
        lines.add("");
        lines.add("## Trained on");
        lines.add("| what | value |");
        lines.add("|---|---|");
        contents.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fact -> lines.add("| " + fact.getKey() + " | " + fact.getValue() + " |"));
        lines.add("");
        lines.add("## Measured");
        lines.add("Each posting is scored by a model that saw no posting of its group. Files named `written`"
                + " hold examples written for Lurewatch: their figures say how well the model learns our own writing,"
                + " not how well it finds real lures.");
        lines.add("");
        lines.addAll(TextScorecard.notes(measurement));
        measurement.views().forEach(view -> lines.addAll(TextScorecard.lines(view, measurement.terms())));
        lines.add("");
        if (!secondSteps.isEmpty()) {
            lines.add("## Other classifiers");
            lines.add(
                    "Average precision where another of Smile's classifiers decides by the held-out score, the signals and"
                            + " the facts, by group-wise folds. The bundle decides by the score as it is.");
            lines.add("");
            lines.addAll(secondSteps);
            lines.add("");
        }
        lines.add("## Thresholds");
        lines.add(String.format(
                Locale.ROOT,
                "Scores are probabilities at a base rate of %.3f %%. A warning is sent from %.6f, questions are asked from"
                        + " %.6f.",
                100 * policy.baseRate(),
                policy.likely(),
                policy.unsure()));
        lines.add("");
        lines.add("## Limits");
        lines.add(
                "- Most labelled postings are English or Chinese; for other languages the examples are our own writing.");
        lines.add("- It cannot see pictures, comments, profiles or what a recruiter writes in a chat.");
        lines.add("- A copy of an honest advert with another contact reads like the honest advert.");
        lines.add("");
        return String.join("\n", lines);
    }
}
