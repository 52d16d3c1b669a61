package org.lurewatch.trainer.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.trainer.data.Sample;

/** Written outcomes. */
public final class JudgedSamples {
    static final double LINE = 0.5;

    private JudgedSamples() {}

    /**
     * For example {@code 0.9s 0.8h 0.7a}: a scam with score 0.9, an honest posting with 0.8, a text about scams with
     * 0.7, each a group of its own; a warning from 0.5.
     */
    static List<JudgedSample> of(String file, String language, String text) {
        List<JudgedSample> outcomes = new ArrayList<>();
        for (String each : List.of(text.split(" ", -1))) {
            Label label =
                    switch (each.charAt(each.length() - 1)) {
                        case 's' -> Label.SCAM;
                        case 'h' -> Label.LEGITIMATE;
                        default -> Label.ABOUT_SCAMS;
                    };
            double score = Double.parseDouble(each.substring(0, each.length() - 1));
            outcomes.add(outcome(file, language, file + language + outcomes.size(), label, score));
        }
        return outcomes;
    }

    public static JudgedSample outcome(String file, String language, String group, Label label, double score) {
        return outcome("cook", file, language, group, label, score);
    }

    /** An English one of this title. */
    static JudgedSample saying(String title, String group, Label label, double score) {
        return outcome(title, "file", "en", group, label, score);
    }

    private static JudgedSample outcome(
            String title, String file, String language, String group, Label label, double score) {
        JobPosting posting = new JobPosting(
                group, "", Map.of(PostingField.TITLE, title, PostingField.IN_LANGUAGE, language), null, null);
        LabelledPosting labelled = new LabelledPosting(posting, label, Optional.empty(), group, "", "");
        Verdict verdict = score >= LINE ? Verdict.LIKELY_SCAM : Verdict.NO_SIGN_FOUND;
        return new JudgedSample(new Sample(labelled, file), language, score, Optional.of(verdict));
    }
}
