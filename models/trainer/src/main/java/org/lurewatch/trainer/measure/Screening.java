package org.lurewatch.trainer.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.trainer.data.PostingLanguage;
import org.lurewatch.trainer.data.Sample;

/** Lets detectors judge labelled postings. */
public final class Screening {
    private Screening() {}

    /** Judges the postings as they are. */
    public static List<JudgedSample> of(List<Sample> samples, Function<Sample, Detector> detectors) {
        return samples.parallelStream()
                .map(sample -> outcome(sample, sample.labelled().posting(), detectors))
                .toList();
    }

    /** Judges title and description alone; postings that have neither are left out. */
    public static List<JudgedSample> ofTextOnly(List<Sample> samples, Function<Sample, Detector> detectors) {
        return samples.parallelStream()
                .flatMap(sample ->
                        only(sample.labelled().posting(), Set.of(PostingField.TITLE, PostingField.DESCRIPTION))
                                .map(posting -> outcome(sample, posting, detectors))
                                .stream())
                .toList();
    }

    /** Judges the description alone; postings that have none are left out. */
    public static List<JudgedSample> ofDescription(List<Sample> samples, Function<Sample, Detector> detectors) {
        return samples.parallelStream()
                .flatMap(sample -> only(sample.labelled().posting(), Set.of(PostingField.DESCRIPTION))
                        .map(posting -> outcome(sample, posting, detectors))
                        .stream())
                .toList();
    }

    /** Judges the postings as if they did not name their language. */
    public static List<JudgedSample> withoutLanguage(List<Sample> samples, Function<Sample, Detector> detectors) {
        return samples.parallelStream()
                .map(sample -> {
                    JobPosting posting = sample.labelled().posting();
                    Map<PostingField, String> texts = new EnumMap<>(PostingField.class);
                    texts.putAll(posting.texts());
                    texts.remove(PostingField.IN_LANGUAGE);
                    return outcome(sample, posting.withTexts(texts), detectors);
                })
                .toList();
    }

    /** Samples that were only ranked and have no verdict. */
    public static List<JudgedSample> ofScores(List<Sample> samples, double[] scores) {
        List<JudgedSample> outcomes = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            Sample sample = samples.get(i);
            outcomes.add(new JudgedSample(
                    sample, PostingLanguage.of(sample.labelled().posting()), scores[i], Optional.empty()));
        }
        return outcomes;
    }

    private static JudgedSample outcome(Sample sample, JobPosting judged, Function<Sample, Detector> detectors) {
        Assessment assessment = detectors.apply(sample).assess(judged);
        return new JudgedSample(
                sample,
                PostingLanguage.of(sample.labelled().posting()),
                assessment.score(),
                Optional.of(assessment.verdict()),
                Stream.concat(assessment.scamType().stream(), assessment.otherScamType().stream())
                        .toList());
    }

    private static Optional<JobPosting> only(JobPosting posting, Set<PostingField> fields) {
        Map<PostingField, String> texts = new EnumMap<>(PostingField.class);
        fields.forEach(field -> posting.text(field).ifPresent(text -> texts.put(field, text)));
        return texts.isEmpty() ? Optional.empty() : Optional.of(posting.withTexts(texts));
    }
}
