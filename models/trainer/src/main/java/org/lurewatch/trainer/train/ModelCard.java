package org.lurewatch.trainer.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.lurewatch.detection.assess.HonestScores;
import org.lurewatch.detection.assess.LanguageCoverage;
import org.lurewatch.detection.assess.Policies;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.WarningPolicy;
import org.lurewatch.detection.bundle.BundleContents;
import org.lurewatch.trainer.measure.Measurement;
import org.lurewatch.trainer.measure.TextScorecard;

/** Writes what a reader must know before trusting a bundle. Every figure comes from the run that trained it. */
public final class ModelCard {
    private ModelCard() {}

    /**
     * The card.
     *
     * @param secondSteps a table of what other classifiers make of score, signals and facts; empty where none was tried
     */
    static String of(BundleTrainer.Trained trained, Measurement measurement, List<String> secondSteps) {
        List<String> measured = new ArrayList<>();
        measured.add("## Measured");
        measured.add("Each posting is scored by a model that saw no posting of its group. Files named `written`"
                + " hold examples written for Lurewatch: their figures say how well the model learns our own writing,"
                + " not how well it finds real lures.");
        measured.add("");
        measured.addAll(TextScorecard.notes(measurement));
        measurement.views().forEach(view -> measured.addAll(TextScorecard.lines(view, measurement.terms())));
        measured.add("");
        if (!secondSteps.isEmpty()) {
            measured.add("## Other classifiers");
            measured.add(
                    "Average precision where another of Smile's classifiers decides by the held-out score, the signals and"
                            + " the facts, by group-wise folds. The bundle decides by the score as it is.");
            measured.add("");
            measured.addAll(secondSteps);
            measured.add("");
        }
        return card(trained.contents(), measured);
    }

    /**
     * The card of a bundle that was adapted from another.
     *
     * @param measured what the labels show
     */
    public static String ofAdapted(BundleContents contents, List<String> measured) {
        List<String> section = new ArrayList<>();
        section.add("## Adapted");
        section.add(
                "A trained bundle, moved by the labels of one user and without the data that it was trained on. The"
                        + " table above names it by its digest; its own card has its figures, which are not those of this one.");
        section.add("");
        section.addAll(measured);
        section.add("");
        return card(contents, section);
    }

    private static String card(BundleContents contents, List<String> measured) {
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
                "**How it decides.** A penalised logistic regression over hashed words, pairs of words, letters by threes and"
                        + " character runs scaled by rarity, concepts of 49 languages and pairs of them, and named signals, sayings"
                        + " and facts, fitted by Smile's BFGS. Each language has an intercept that is dropped. Scores are calibrated by"
                        + " Platt's scaling on held-out sites and groups. Names of places, countries, languages, contacts and"
                        + " all digits are masked before the wording is looked at.");
        lines.add("");
        lines.add("## Trained on");
        lines.add("| what | value |");
        lines.add("|---|---|");
        contents.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fact -> lines.add("| " + fact.getKey() + " | " + fact.getValue() + " |"));
        lines.add("");
        lines.addAll(measured);
        lines.add("## Thresholds");
        lines.addAll(thresholds(contents.policies()));
        lines.add("");
        lines.add("## Languages");
        lines.addAll(languages(contents.model().languages()));
        lines.add("");
        lines.add("## Limits");
        lines.add(
                "- Most labelled postings are English or Chinese; for other languages the examples are our own writing.");
        lines.add("- It cannot see pictures, comments, profiles or what a recruiter writes in a chat.");
        lines.add("- A copy of an honest advert with another contact reads like the honest advert.");
        lines.add("");
        return String.join("\n", lines);
    }

    private static List<String> thresholds(Policies policies) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "Scores are probabilities at a base rate of %.3f %%. Each line is the lowest that no larger share of the"
                        + " honest adverts of an average unseen site reaches.",
                100 * policies.baseRate()));
        lines.add("");
        lines.add("| policy | warns from | of honest adverts | asks from | of honest adverts, with those warned of |"
                + " unmeasured language |");
        lines.add("|---|---|---|---|---|---|");
        policies.lines()
                .forEach((name, drawn) -> lines.add(String.format(
                        Locale.ROOT,
                        "| %s | %.6f | %.1f %% | %.6f | %.1f %% | %s |",
                        name,
                        drawn.likely(),
                        100 * drawn.alarmShare(),
                        drawn.unsure(),
                        100 * drawn.questionShare(),
                        drawn.askOnlyWhereUnmeasured() ? "only asks" : "as others")));
        WarningPolicy policy = policies.choose(PolicyChoice.DEFAULT);
        if (!policies.honest().points().isEmpty()) {
            lines.add("");
            lines.add("| alarms per 1,000 honest adverts of an average unseen site | warns from |");
            lines.add("|---|---|");
            policies.honest()
                    .points()
                    .forEach(point -> lines.add(String.format(
                            Locale.ROOT,
                            "| %s | %.6f |",
                            HonestScores.alarms(point.share()),
                            policy.lineAbove(point.logOdds()))));
        }
        return lines;
    }

    /** Which languages count as measured, with their honest adverts and lures, and which do not. */
    private static List<String> languages(LanguageCoverage languages) {
        return List.of(
                "Measured (honest adverts, lures): " + rows(languages, true) + ".",
                "Met, but not measured: " + rows(languages, false)
                        + ". Neither was any language that is not named here.");
    }

    private static String rows(LanguageCoverage languages, boolean measured) {
        String rows = languages.rows().entrySet().stream()
                .filter(language -> languages.isMeasured(language.getKey()) == measured)
                .map(language -> language.getKey() + " (" + language.getValue().honest() + ", "
                        + language.getValue().lures() + ")")
                .collect(Collectors.joining(", "));
        return rows.isEmpty() ? "none" : rows;
    }
}
