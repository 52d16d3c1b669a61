package org.lurewatch.trainer.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.trainer.bench.place.Gazetteer;
import org.lurewatch.trainer.bench.place.PlaceSwap;
import org.lurewatch.trainer.bench.subject.Subject;
import org.lurewatch.trainer.measure.FigureTable;

/** Postings moved to other places, which must not move a verdict. */
final class PlaceBench {
    private static final int MOVES = 10;
    private static final int MOST_CASES = 200;

    /**
     * All moves of one posting.
     *
     * @param subject the posting
     * @param named whether it named a place by itself; otherwise its first new place is what the others are held against
     * @param trials one for each other place
     */
    private record Journey(Subject subject, boolean named, List<Trial> trials) {
        boolean isMoved() {
            return trials.stream().anyMatch(Trial::isMoved);
        }
    }

    /**
     * Postings of one kind.
     *
     * @param label what a person said of them
     * @param named whether they name a place by themselves
     * @param file where they come from
     */
    private record Key(Label label, boolean named, String file) {
        String what() {
            return label.code() + (named ? ", places swapped" : ", a place added");
        }
    }

    private final List<Journey> journeys;

    PlaceBench(Clean clean, List<Subject> subjects, long seed) {
        PlaceSwap swap = new PlaceSwap(new Gazetteer());
        journeys = subjects.parallelStream()
                .map(subject -> journey(clean, subject, swap, seed))
                .toList();
    }

    private static Journey journey(Clean clean, Subject subject, PlaceSwap swap, long seed) {
        boolean named = swap.namesPlace(subject);
        List<PlaceSwap.Moved> moved = swap.moved(subject, named ? MOVES : MOVES + 1, seed);
        BenchVerdict before = named
                ? clean.of(subject)
                : BenchVerdict.of(subject.detector(), moved.get(0).posting());
        List<Trial> trials = moved.subList(named ? 0 : 1, moved.size()).stream()
                .map(to -> Trial.of(subject, to.place().name(), before, to.posting()))
                .toList();
        return new Journey(subject, named, trials);
    }

    FigureTable table() {
        List<List<String>> rows = new ArrayList<>();
        byKey().forEach((key, group) -> {
            List<Trial> trials = trials(group);
            rows.add(List.of(
                    key.what(),
                    key.file,
                    "" + group.size(),
                    "" + trials.size(),
                    "" + moved(trials),
                    "" + group.stream().filter(Journey::isMoved).count(),
                    "" + trials.stream().filter(trial -> drift(trial) > 0).count(),
                    String.format(
                            Locale.ROOT,
                            "%.3f",
                            trials.stream().mapToDouble(PlaceBench::drift).max().orElse(0)),
                    String.format(
                            Locale.ROOT,
                            "%.4f",
                            trials.stream()
                                    .mapToDouble(PlaceBench::drift)
                                    .average()
                                    .orElse(0))));
        });
        return new FigureTable(
                "Places, countries and nationalities swapped throughout a posting, " + MOVES + " times each",
                List.of(
                        "postings",
                        "file",
                        "postings",
                        "swaps",
                        "verdicts moved",
                        "postings moved",
                        "unlike score",
                        "greatest drift",
                        "mean drift (log-odds)"),
                rows);
    }

    /** What a reader of the table must know. */
    List<String> notes() {
        long honest = moved(trials(journeys.stream()
                .filter(journey -> journey.subject.labelled().label() == Label.LEGITIMATE)
                .toList()));
        return List.of(
                "verdicts moved by the place that a posting went to first: " + byPlace(),
                "target: no verdict on an honest advert moves: "
                        + (honest == 0 ? "met" : "missed, " + honest + " moved"));
    }

    /** Which names move verdicts most: those are names that the classifier is not blind to. */
    private String byPlace() {
        Map<String, Long> moved = trials(journeys).stream()
                .filter(Trial::isMoved)
                .collect(Collectors.groupingBy(Trial::note, TreeMap::new, Collectors.counting()));
        return moved.isEmpty()
                ? "none"
                : moved.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(place -> place.getKey() + " " + place.getValue())
                        .collect(Collectors.joining(", "));
    }

    private Map<Key, List<Journey>> byKey() {
        return journeys.stream()
                .collect(Collectors.groupingBy(
                        journey -> new Key(journey.subject.labelled().label(), journey.named, journey.subject.file()),
                        () -> new TreeMap<>(Comparator.comparing(Key::what).thenComparing(Key::file)),
                        Collectors.toList()));
    }

    private static List<Trial> trials(List<Journey> journeys) {
        return journeys.stream().flatMap(journey -> journey.trials.stream()).toList();
    }

    private static long moved(List<Trial> trials) {
        return trials.stream().filter(Trial::isMoved).count();
    }

    private static double drift(Trial trial) {
        return trial.before().drift(trial.after());
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        List<Object> groups = new ArrayList<>();
        byKey().forEach((key, group) -> {
            List<Trial> trials = trials(group);
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("label", key.label.code());
            node.put("namesPlace", key.named);
            node.put("file", key.file);
            node.put("postings", group.size());
            node.put("swaps", trials.size());
            node.put("moved", moved(trials));
            node.put("postingsMoved", group.stream().filter(Journey::isMoved).count());
            node.put(
                    "maxDrift",
                    trials.stream().mapToDouble(PlaceBench::drift).max().orElse(0));
            node.put(
                    "meanDrift",
                    trials.stream().mapToDouble(PlaceBench::drift).average().orElse(0));
            groups.add(node);
        });
        tree.put("groups", groups);
        tree.put(
                "moved",
                trials(journeys).stream()
                        .filter(Trial::isMoved)
                        .limit(MOST_CASES)
                        .map(PlaceBench::caseNode)
                        .toList());
        return tree;
    }

    private static Map<String, Object> caseNode(Trial trial) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("file", trial.subject().file());
        node.put("identifier", trial.subject().posting().identifier());
        node.put("place", trial.note());
        node.put("from", trial.before().verdict().name());
        node.put("to", trial.after().verdict().name());
        node.put("score", trial.before().score());
        node.put("scoreAfter", trial.after().score());
        return node;
    }
}
