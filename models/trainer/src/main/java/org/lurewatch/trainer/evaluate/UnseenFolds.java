package org.lurewatch.trainer.evaluate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.Outcomes;
import org.lurewatch.trainer.train.Folds;

/**
 * Deals whole sites or languages to folds. What is measured in a fold is judged by a detector that saw none of its
 * sites, none of its languages and no posting of a group of which a posting is measured.
 */
public final class UnseenFolds {
    /** With fewer kinds of scams, kinds cannot be learnt. */
    private static final int FEWEST_KINDS = 3;

    private final LeftOut leftOut;
    private final Folds folds;
    private final List<Part> parts = new ArrayList<>();

    /**
     * A fold.
     *
     * @param number from 1
     * @param measured what is judged
     * @param seen what may be learnt from
     */
    record Part(int number, List<Sample> measured, List<Sample> seen) {}

    /** Learns from samples and then judges others. Safe to use from several threads. */
    @FunctionalInterface
    interface Judge {
        Outcomes judge(List<Sample> measured, List<Sample> seen);
    }

    /** @param seed another seed deals anew */
    public UnseenFolds(List<Sample> samples, LeftOut leftOut, long seed) {
        this.leftOut = leftOut;
        this.folds = new Folds(leftOut.folds(), seed);
        List<Dealt> dealt = samples.stream().map(this::dealt).toList();
        for (int fold = 0; fold < folds.count(); fold++) {
            Part part = part(fold, dealt);
            if (!part.measured().isEmpty()) {
                parts.add(part);
            }
        }
    }

    /** A sample with the folds of all that it is of, the one that it is measured in first. */
    private record Dealt(Sample sample, List<Integer> folds) {
        String group() {
            return sample.labelled().group();
        }
    }

    private Dealt dealt(Sample sample) {
        return new Dealt(sample, leftOut.names(sample).stream().map(folds::of).toList());
    }

    private static Part part(int fold, List<Dealt> dealt) {
        List<Dealt> measured =
                dealt.stream().filter(each -> each.folds().get(0) == fold).toList();
        Set<String> groups = measured.stream().map(Dealt::group).collect(Collectors.toSet());
        return new Part(
                fold + 1,
                measured.stream().map(Dealt::sample).toList(),
                dealt.stream()
                        .filter(each -> !each.folds().contains(fold) && !groups.contains(each.group()))
                        .map(Dealt::sample)
                        .toList());
    }

    /** What is left out. */
    public LeftOut leftOut() {
        return leftOut;
    }

    List<Part> parts() {
        return parts;
    }

    /** Why folds cannot be learnt without, one sentence for each; empty if all can. */
    public List<String> problems() {
        return parts.stream()
                .filter(part -> !isEnough(part.seen()))
                .map(this::problem)
                .toList();
    }

    private String problem(Part part) {
        return "of the " + leftOut.code() + ", without fold " + part.number() + " of " + folds.count()
                + " too little is left to learn from: " + count(part.seen(), Sample::isScam) + " scams, "
                + count(part.seen(), Sample::isLegitimate) + " honest postings";
    }

    private static long count(List<Sample> samples, Predicate<Sample> of) {
        return samples.stream().filter(of).count();
    }

    private static boolean isEnough(List<Sample> seen) {
        long kinds = seen.stream()
                .filter(Sample::isScam)
                .flatMap(sample -> sample.labelled().scamType().stream())
                .distinct()
                .count();
        return kinds >= FEWEST_KINDS && seen.stream().anyMatch(Sample::isLegitimate);
    }

    /**
     * Judges every sample, in as many folds at a time as there are processors.
     *
     * @param progress receives a line for each fold, from any thread
     */
    Outcomes outcomes(Judge judge, Consumer<String> progress) {
        return Outcomes.together(ofEach(part -> judge.judge(part.measured(), part.seen()), "judged", progress));
    }

    /**
     * The detector that each sample is to be judged by, by identity.
     *
     * @param learn from samples; safe to use from several threads
     * @param progress receives a line for each fold, from any thread
     */
    Map<Sample, Detector> detectors(Function<List<Sample>, Detector> learn, Consumer<String> progress) {
        List<Detector> learnt = ofEach(part -> learn.apply(part.seen()), "learnt without", progress);
        Map<Sample, Detector> detectors = new IdentityHashMap<>();
        for (int i = 0; i < learnt.size(); i++) {
            Detector detector = learnt.get(i);
            parts.get(i).measured().forEach(sample -> detectors.put(sample, detector));
        }
        return detectors;
    }

    private <T> List<T> ofEach(Function<Part, T> result, String done, Consumer<String> progress) {
        return parts.parallelStream()
                .map(part -> {
                    T each = result.apply(part);
                    progress.accept(done + " fold " + part.number() + " of " + folds.count() + " of the "
                            + leftOut.code() + ": " + part.measured().size() + " postings");
                    return each;
                })
                .toList();
    }
}
