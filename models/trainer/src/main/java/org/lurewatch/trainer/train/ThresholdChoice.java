package org.lurewatch.trainer.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lurewatch.detection.assess.HonestScores;

/** Chooses the lines of a policy from held-out scores. See RATIONALE.md, "A line is drawn for an average unseen site". */
final class ThresholdChoice {
    /** Sites with fewer honest adverts count as one, so that a single advert is no site. */
    private static final int FEWEST_OF_SITE = 10;

    private static final String SMALL = "";

    /** One of so many sites is set aside, the one with the largest share over the line of {@link #SET_ASIDE_RATE}. */
    private static final int SITES_FOR_ONE_SET_ASIDE = 40;

    private static final double SET_ASIDE_RATE = 0.01;

    private final List<Example> examples;

    ThresholdChoice(List<Example> examples) {
        this.examples = examples;
    }

    /**
     * The lowest score that no larger share of the honest adverts of an average site exceeds. Where no file gathers
     * sites, each file counts as one. Of many sites the few that would alarm most are set aside: their scores are of a
     * model that never saw their kind, and the one that is drawn the line for has seen it.
     *
     * @param scores one for each example
     * @param rate share allowed
     */
    double honest(double[] scores, double rate) {
        OptionalDouble exceeded = exceeded(honest(scores), rate);
        return exceeded.isPresent() ? Math.nextUp(exceeded.getAsDouble()) : Double.NEGATIVE_INFINITY;
    }

    /**
     * How high the honest adverts of an average site score, as far as there are enough of them to tell.
     *
     * @param logOdds one for each example
     */
    HonestScores honestScores(double[] logOdds) {
        List<Weighed> honest = honest(logOdds);
        List<HonestScores.Point> points = new ArrayList<>();
        for (double share : HonestScores.SHARES) {
            OptionalDouble exceeded = exceeded(honest, share);
            if (exceeded.isPresent() && honest.get(0).weight() <= share) {
                points.add(new HonestScores.Point(share, exceeded.getAsDouble()));
            }
        }
        return new HonestScores(points);
    }

    /** An honest advert's score, and its share of the average site. */
    private record Weighed(double score, double weight) {}

    /** The honest adverts that count, the highest score first. */
    private List<Weighed> honest(double[] scores) {
        boolean anySite = examples.stream().anyMatch(example -> example.isOfSite() && isHonest(example));
        Map<String, List<Integer>> sites = IntStream.range(0, scores.length)
                .boxed()
                .filter(i -> isHonest(examples.get(i)) && examples.get(i).isOfSite() == anySite)
                .collect(Collectors.groupingBy(i -> examples.get(i).site(), TreeMap::new, Collectors.toList()));
        List<Integer> small = new ArrayList<>();
        sites.values().removeIf(rows -> rows.size() < FEWEST_OF_SITE && small.addAll(rows));
        if (!small.isEmpty()) {
            sites.put(SMALL, small);
        }
        List<List<Integer>> all = new ArrayList<>(sites.values());
        int setAside = all.size() / SITES_FOR_ONE_SET_ASIDE;
        if (setAside == 0) {
            return weighed(all, scores);
        }
        double line = exceeded(weighed(all, scores), SET_ASIDE_RATE).orElse(Double.NEGATIVE_INFINITY);
        all.sort(Comparator.comparingDouble((List<Integer> rows) -> -shareOver(rows, scores, line)));
        return weighed(all.subList(setAside, all.size()), scores);
    }

    private static double shareOver(List<Integer> rows, double[] scores, double line) {
        return rows.stream().filter(i -> scores[i] > line).count() / (double) rows.size();
    }

    private static List<Weighed> weighed(List<List<Integer>> sites, double[] scores) {
        List<Weighed> honest = new ArrayList<>();
        sites.forEach(rows -> rows.forEach(i -> honest.add(new Weighed(scores[i], 1.0 / rows.size() / sites.size()))));
        honest.sort(Comparator.comparingDouble(Weighed::score).reversed());
        return honest;
    }

    /** The highest score that only this share exceeds; nothing where even all together are no more. */
    private static OptionalDouble exceeded(List<Weighed> honest, double rate) {
        double over = 0;
        for (Weighed advert : honest) {
            over += advert.weight();
            if (over > rate) {
                return OptionalDouble.of(advert.score());
            }
        }
        return OptionalDouble.empty();
    }

    private static boolean isHonest(Example example) {
        return example.sample().isLegitimate();
    }

    /** The lowest score that at most this share of the examples exceeds; minus infinity where there are none. */
    double exceededBy(double[] scores, Predicate<Example> of, double rate) {
        double[] sorted = IntStream.range(0, scores.length)
                .filter(i -> of.test(examples.get(i)))
                .mapToDouble(i -> scores[i])
                .sorted()
                .toArray();
        int allowed = (int) Math.floor(rate * sorted.length);
        return allowed >= sorted.length ? Double.NEGATIVE_INFINITY : Math.nextUp(sorted[sorted.length - 1 - allowed]);
    }
}
