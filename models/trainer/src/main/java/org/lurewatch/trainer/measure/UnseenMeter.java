package org.lurewatch.trainer.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.trainer.data.PostingLanguage;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.Unseen.Averaged;
import org.lurewatch.trainer.measure.Unseen.Caught;
import org.lurewatch.trainer.measure.Unseen.Line;
import org.lurewatch.trainer.measure.Unseen.Part;
import org.lurewatch.trainer.measure.Unseen.Share;

/** Chooses adverts of sites and lures of sources out of judged samples, and measures them. */
public final class UnseenMeter {
    /** Fewer postings are no site, source or language of their own. */
    public static final int FEWEST_OF_GROUP = Pooled.FEWEST;

    private static final double ONE_PERCENT = 0.01;
    private static final double FEW = 0.003;

    private final Outcomes outcomes;
    private final Set<String> luringFiles;
    private final boolean ofSites;
    private final boolean ofSources;
    private final List<JudgedSample> honest;
    private final List<JudgedSample> lures;
    private final Pooled sites;

    public UnseenMeter(Outcomes outcomes) {
        this.outcomes = outcomes;
        List<JudgedSample> whole = outcomes.whole();
        this.luringFiles = whole.stream()
                .filter(JudgedSample::isScam)
                .map(outcome -> outcome.sample().file())
                .collect(Collectors.toSet());
        this.ofSites = whole.stream().anyMatch(this::isOfSite);
        this.ofSources = whole.stream()
                .anyMatch(outcome -> outcome.isScam() && outcome.sample().isOfSite());
        this.honest = honest(whole);
        this.lures = lures(whole);
        this.sites = Pooled.of(honest, UnseenMeter::site);
    }

    /** The site or source, and the file where it is of one. */
    static String site(JudgedSample outcome) {
        return outcome.sample().site();
    }

    /** The language that the posting states. */
    static String language(JudgedSample outcome) {
        return PostingLanguage.stated(outcome.sample().labelled().posting());
    }

    private boolean isOfSite(JudgedSample outcome) {
        return outcome.isHonest()
                && outcome.sample().isOfSite()
                && !luringFiles.contains(outcome.sample().file());
    }

    private List<JudgedSample> honest(List<JudgedSample> among) {
        return among.stream()
                .filter(ofSites ? this::isOfSite : JudgedSample::isHonest)
                .toList();
    }

    private List<JudgedSample> lures(List<JudgedSample> among) {
        return among.stream()
                .filter(outcome ->
                        outcome.isScam() && (!ofSources || outcome.sample().isOfSite()))
                .toList();
    }

    /** All figures. */
    Unseen measured(String name) {
        List<Line> lines = lines(honest);
        List<JudgedSample> messages = outcomes.whole().stream()
                .filter(outcome -> outcome.isHonest()
                        && outcome.sample().isOfSite()
                        && luringFiles.contains(outcome.sample().file()))
                .toList();
        Map<JudgedSample, PostingTraits> traits = traits();
        List<JudgedSample> brief =
                honest.stream().filter(outcome -> traits.get(outcome).brief()).toList();
        return new Unseen(
                name,
                ofSites,
                Averaged.of(honest, UnseenMeter::site),
                Averaged.of(honest, UnseenMeter::language),
                Averaged.of(messages, UnseenMeter::site),
                Share.of("description of fewer than 40 words", brief),
                lines,
                files(lines),
                Stream.concat(partsByReading().stream(), partsByTrait(traits, lines).stream())
                        .toList());
    }

    /** The figures that can be computed. */
    public Map<UnseenFigure, Double> figures() {
        Map<UnseenFigure, Double> figures = new EnumMap<>(UnseenFigure.class);
        for (UnseenFigure figure : UnseenFigure.values()) {
            Counted counted = counted(figure);
            double share = counted.share(counted.once());
            if (!Double.isNaN(share)) {
                figures.put(figure, share);
            }
        }
        return figures;
    }

    /**
     * How much larger the figures of another meter are, with intervals of the differences. Lines stay as they are.
     *
     * @param other of the same samples in the same order
     */
    public Map<UnseenFigure, Interval> differences(UnseenMeter other, Bootstrap bootstrap) {
        if (!samples().equals(other.samples())) {
            throw new IllegalArgumentException("only outcomes of the same samples can be paired");
        }
        Map<UnseenFigure, Interval> differences = new EnumMap<>(UnseenFigure.class);
        for (UnseenFigure figure : UnseenFigure.values()) {
            Counted mine = counted(figure);
            Counted others = other.counted(figure);
            bootstrap
                    .intervals(mine.groups(), times -> new double[] {others.share(times) - mine.share(times)})
                    .get(0)
                    .ifPresent(interval -> differences.put(figure, interval));
        }
        return differences;
    }

    /** How many postings a figure is measured on. */
    public int rows(UnseenFigure figure) {
        return counted(figure).counts.length;
    }

    private List<Sample> samples() {
        return outcomes.whole().stream().map(JudgedSample::sample).toList();
    }

    private Counted counted(UnseenFigure figure) {
        Pooled all = Pooled.of(lures, lure -> "");
        Pooled comparable = honest.isEmpty() ? sites : all;
        return switch (figure) {
            case HONEST_WARNED -> new Counted(sites, JudgedSample::isWarned);
            case HONEST_ASKED -> new Counted(sites, JudgedSample::isAsked);
            case LURES_WARNED -> new Counted(all, JudgedSample::isWarned);
            case LURES_OVER_1_PERCENT -> new Counted(comparable, over(ONE_PERCENT));
            case LURES_OVER_03_PERCENT -> new Counted(comparable, over(FEW));
        };
    }

    private Predicate<JudgedSample> over(double rate) {
        double line = sites.line(rate);
        return outcome -> outcome.score() > line;
    }

    /** Rows of sites that count alike, and whether each counts. */
    private static final class Counted {
        private final int[] site;
        private final int[] group;
        private final boolean[] counts;
        private final int sites;
        private final int groups;

        Counted(Pooled pooled, Predicate<JudgedSample> of) {
            List<List<JudgedSample>> pools = List.copyOf(pooled.groups().values());
            List<JudgedSample> rows = pools.stream().flatMap(List::stream).toList();
            Map<String, Integer> numbers = new HashMap<>();
            sites = pools.size();
            site = IntStream.range(0, sites)
                    .flatMap(i -> pools.get(i).stream().mapToInt(outcome -> i))
                    .toArray();
            group = rows.stream()
                    .mapToInt(outcome -> numbers.computeIfAbsent(outcome.group(), name -> numbers.size()))
                    .toArray();
            groups = numbers.size();
            counts = new boolean[rows.size()];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = of.test(rows.get(i));
            }
        }

        int groups() {
            return groups;
        }

        int[] once() {
            int[] times = new int[groups];
            Arrays.fill(times, 1);
            return times;
        }

        /** The share that counts, averaged over the sites of which a row is drawn; NaN where there are none. */
        double share(int[] times) {
            int[] count = new int[sites];
            int[] all = new int[sites];
            for (int i = 0; i < counts.length; i++) {
                all[site[i]] += times[group[i]];
                count[site[i]] += counts[i] ? times[group[i]] : 0;
            }
            return IntStream.range(0, sites)
                    .filter(i -> all[i] > 0)
                    .mapToDouble(i -> (double) count[i] / all[i])
                    .average()
                    .orElse(Double.NaN);
        }
    }

    /** None where there is nothing to draw them by. */
    private static List<Line> lines(List<JudgedSample> honest) {
        Pooled sites = Pooled.of(honest, UnseenMeter::site);
        return honest.isEmpty()
                ? List.of()
                : Stream.of(ONE_PERCENT, FEW)
                        .map(rate -> new Line(rate, sites.line(rate)))
                        .toList();
    }

    private List<Caught> files(List<Line> lines) {
        List<Caught> files = new ArrayList<>();
        Cut.FILE.slices(outcomes.whole()).forEach((file, all) -> {
            if (luringFiles.contains(file)) {
                for (Label label : List.of(Label.SCAM, Label.LEGITIMATE, Label.ABOUT_SCAMS)) {
                    List<JudgedSample> labelled = all.stream()
                            .filter(outcome -> outcome.sample().labelled().label() == label)
                            .toList();
                    if (!labelled.isEmpty()) {
                        files.add(Caught.of(file, label, labelled, lines));
                    }
                }
            }
        });
        return files;
    }

    private List<Part> partsByReading() {
        Map<String, List<JudgedSample>> readings = new LinkedHashMap<>();
        readings.put("all fields", outcomes.whole());
        readings.put("description only", outcomes.described());
        readings.put("without its language", outcomes.unstated());
        List<Part> parts = new ArrayList<>();
        readings.forEach((name, judged) -> {
            if (!judged.isEmpty()) {
                List<JudgedSample> read = honest(judged);
                parts.add(part("read", name, read, lures(judged), lines(read)));
            }
        });
        return parts;
    }

    private List<Part> partsByTrait(Map<JudgedSample, PostingTraits> traits, List<Line> lines) {
        List<Part> parts = new ArrayList<>();
        for (PostingTraits.Length length : PostingTraits.Length.values()) {
            add(
                    "length",
                    length.code(),
                    lines,
                    parts,
                    outcome -> traits.get(outcome).length() == length);
        }
        traits.values().stream()
                .map(PostingTraits::script)
                .distinct()
                .sorted()
                .forEach(script -> add("script", script, lines, parts, outcome -> traits.get(outcome)
                        .script()
                        .equals(script)));
        addBoth("contact", traits, PostingTraits::contact, lines, parts);
        addBoth("pay", traits, PostingTraits::pay, lines, parts);
        addBoth("labels", traits, PostingTraits::labelled, lines, parts);
        addBoth("inLanguage", traits, PostingTraits::languageStated, lines, parts);
        return parts;
    }

    private void addBoth(
            String by,
            Map<JudgedSample, PostingTraits> traits,
            Predicate<PostingTraits> has,
            List<Line> lines,
            List<Part> parts) {
        add(by, "with", lines, parts, outcome -> has.test(traits.get(outcome)));
        add(by, "without", lines, parts, outcome -> !has.test(traits.get(outcome)));
    }

    private void add(String by, String name, List<Line> lines, List<Part> parts, Predicate<JudgedSample> of) {
        List<JudgedSample> adverts = honest.stream().filter(of).toList();
        List<JudgedSample> scams = lures.stream().filter(of).toList();
        if (!adverts.isEmpty() || !scams.isEmpty()) {
            parts.add(part(by, name, adverts, scams, lines));
        }
    }

    private static Part part(
            String by, String name, List<JudgedSample> adverts, List<JudgedSample> scams, List<Line> lines) {
        return new Part(by, name, Averaged.of(adverts, UnseenMeter::site), Caught.of(name, Label.SCAM, scams, lines));
    }

    private Map<JudgedSample, PostingTraits> traits() {
        return Stream.concat(honest.stream(), lures.stream())
                .parallel()
                .collect(Collectors.toMap(
                        Function.identity(),
                        outcome -> PostingTraits.of(outcome.sample().labelled().posting()),
                        (one, other) -> one,
                        IdentityHashMap::new));
    }
}
