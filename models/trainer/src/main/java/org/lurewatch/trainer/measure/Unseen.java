package org.lurewatch.trainer.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.lurewatch.intake.labels.Label;

/**
 * How detectors do on sites, on sources of lures and in languages that nothing was learnt from: verdicts at the lines
 * that each detector chose, and how many lures lie over lines that few honest adverts of an average site reach.
 *
 * <p>Sites are what a file without scams gathers several of; sources, what a file with scams gathers several of. Where
 * no file gathers sites, all honest postings are taken, and each file or source counts as a site.
 * See RATIONALE.md, "What counts is where nothing was learnt".
 *
 * @param name what was left out
 * @param ofSites whether a file gathers sites
 * @param sites honest adverts by site
 * @param languages the same adverts by the language that they state
 * @param messages honest postings of the files that gather lures of several sources, by source
 * @param brief honest adverts of sites whose description has fewer than 40 words between blanks, all counting alike
 * @param lines scores that few honest adverts of an average site lie over
 * @param files the postings of each file with scams, by label
 * @param parts adverts and lures by what they are like and by what was read of them
 */
public record Unseen(
        String name,
        boolean ofSites,
        Averaged sites,
        Averaged languages,
        Averaged messages,
        Share brief,
        List<Line> lines,
        List<Caught> files,
        List<Part> parts) {
    private static final int NAMED = 5;

    public Unseen {
        lines = List.copyOf(lines);
        files = List.copyOf(files);
        parts = List.copyOf(parts);
    }

    /**
     * How honest postings were judged.
     *
     * @param rows how many there are
     * @param likely share with the verdict LIKELY_SCAM; NaN where there are none
     * @param unsure share with the verdict UNSURE; NaN where there are none
     */
    public record Share(String name, int rows, double likely, double unsure) {
        static Share of(String name, List<JudgedSample> outcomes) {
            return new Share(
                    name,
                    outcomes.size(),
                    Pooled.share(outcomes, JudgedSample::isWarned),
                    Pooled.share(outcomes, JudgedSample::isAsked));
        }
    }

    /**
     * How honest postings were judged in groups that count alike.
     *
     * @param rows how many there are
     * @param groups the worst first
     */
    public record Averaged(int rows, List<Share> groups) {
        public Averaged {
            groups = List.copyOf(groups);
        }

        static Averaged of(List<JudgedSample> outcomes, Function<JudgedSample, String> groupOf) {
            List<Share> groups = new ArrayList<>();
            Pooled.of(outcomes, groupOf).groups().forEach((name, group) -> groups.add(Share.of(name, group)));
            groups.sort(Comparator.comparingDouble(Share::likely)
                    .thenComparingDouble(Share::unsure)
                    .reversed()
                    .thenComparing(Share::name));
            return new Averaged(outcomes.size(), groups);
        }

        /** Average share with the verdict LIKELY_SCAM; NaN where there are no postings. */
        public double likely() {
            return average(groups.stream().mapToDouble(Share::likely));
        }

        /** Average share with the verdict UNSURE; NaN where there are no postings. */
        public double unsure() {
            return average(groups.stream().mapToDouble(Share::unsure));
        }

        private static double average(DoubleStream shares) {
            return shares.average().orElse(Double.NaN);
        }

        /** The five groups with the largest shares; those with no warning and no question are not among them. */
        List<Share> worst() {
            return groups.stream()
                    .filter(group -> group.likely() + group.unsure() > 0)
                    .limit(NAMED)
                    .toList();
        }
    }

    /**
     * A score that few honest adverts of an average site lie over.
     *
     * @param rate share of them
     */
    public record Line(double rate, double score) {}

    /**
     * Which share of some postings lies over a line.
     *
     * @param rows of all of them
     * @param bySource averaged over their sources
     * @param byLanguage averaged over the languages that they state
     */
    public record Over(double rows, double bySource, double byLanguage) {}

    /**
     * How postings of one label were judged; shares are NaN where there are none.
     *
     * @param name their file
     * @param rows how many there are
     * @param sources how many sources they have
     * @param languages how many languages they have
     * @param likely share with the verdict LIKELY_SCAM
     * @param unsure share with the verdict UNSURE
     * @param named how many have a kind by their label and were told one
     * @param right which share of those was told the label's kind; NaN where there are none
     * @param over one for each line
     */
    public record Caught(
            String name,
            Label label,
            int rows,
            int sources,
            int languages,
            double likely,
            double unsure,
            int named,
            double right,
            List<Over> over) {
        public Caught {
            over = List.copyOf(over);
        }

        static Caught of(String name, Label label, List<JudgedSample> outcomes, List<Line> lines) {
            Pooled sources = Pooled.of(outcomes, UnseenMeter::site);
            Pooled languages = Pooled.of(outcomes, UnseenMeter::language);
            List<Over> over = new ArrayList<>();
            for (Line line : lines) {
                Predicate<JudgedSample> isOver = outcome -> outcome.score() > line.score();
                over.add(
                        new Over(Pooled.share(outcomes, isOver), sources.averaged(isOver), languages.averaged(isOver)));
            }
            List<JudgedSample> named =
                    outcomes.stream().filter(JudgedSample::isNamed).toList();
            return new Caught(
                    name,
                    label,
                    outcomes.size(),
                    sources.groups().size(),
                    languages.groups().size(),
                    Pooled.share(outcomes, JudgedSample::isWarned),
                    Pooled.share(outcomes, JudgedSample::isAsked),
                    named.size(),
                    Pooled.share(named, JudgedSample::isNamedRight),
                    over);
        }
    }

    /**
     * Honest adverts of sites and real lures that have something in common.
     *
     * @param by what tells them from others
     * @param name what they have in common
     * @param honest by site
     * @param lures scams of several sources, or all scams where no file with scams has several
     */
    public record Part(String by, String name, Averaged honest, Caught lures) {}

    /** Measures what was judged. */
    public static Unseen of(String name, Outcomes outcomes) {
        return new UnseenMeter(outcomes).measured(name);
    }
}
