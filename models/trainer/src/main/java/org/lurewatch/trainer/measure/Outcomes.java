package org.lurewatch.trainer.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.trainer.data.Sample;

/**
 * The same postings as they were judged with more and with less of their fields, all with verdicts.
 *
 * @param whole as they are
 * @param described by their description alone; those that have one
 * @param unstated as if they did not name their language
 */
public record Outcomes(List<JudgedSample> whole, List<JudgedSample> described, List<JudgedSample> unstated) {
    public Outcomes {
        whole = List.copyOf(whole);
        described = List.copyOf(described);
        unstated = List.copyOf(unstated);
    }

    /** Postings that were judged as they are, and in no other way. */
    public static Outcomes of(List<JudgedSample> whole) {
        return new Outcomes(whole, List.of(), List.of());
    }

    /** Lets a detector judge postings in every way. */
    public static Outcomes of(List<Sample> samples, Detector detector) {
        Function<Sample, Detector> detectors = sample -> detector;
        return new Outcomes(
                Screening.of(samples, detectors),
                Screening.ofDescription(samples, detectors),
                Screening.withoutLanguage(samples, detectors));
    }

    /** The outcomes of different postings together. */
    public static Outcomes together(List<Outcomes> parts) {
        return new Outcomes(
                all(parts, Outcomes::whole), all(parts, Outcomes::described), all(parts, Outcomes::unstated));
    }

    private static List<JudgedSample> all(List<Outcomes> parts, Function<Outcomes, List<JudgedSample>> of) {
        List<JudgedSample> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(of.apply(part)));
        return all;
    }
}
