package org.lurewatch.trainer.bench;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lurewatch.trainer.bench.attack.Attack;
import org.lurewatch.trainer.bench.attack.Strength;
import org.lurewatch.trainer.bench.subject.Subject;
import org.lurewatch.trainer.measure.Bootstrap;
import org.lurewatch.trainer.measure.FigureTable;
import org.lurewatch.trainer.measure.FigureTables;
import org.lurewatch.trainer.measure.Proportion;

/** Every attack at every strength on lures, and at medium strength on honest adverts, which look odd at times too. */
final class AttackBench {
    private static final double TARGET = 0.9;
    private static final String NOTHING = "–";

    /**
     * One attack at one strength.
     *
     * @param attack what was done
     * @param strength how hard
     * @param lures what became of lures that people met, or of all scams where there are none
     * @param impossible those lures on which it was not possible, by language
     * @param byFile what became of the scams of each file
     * @param honest what became of honest adverts; none where it was not tried
     */
    private record Row(
            Attack attack,
            Strength strength,
            Tally lures,
            SortedMap<String, Long> impossible,
            SortedMap<String, Tally> byFile,
            Optional<Tally> honest) {
        boolean isMedium() {
            return strength == Strength.MEDIUM;
        }

        long impossibleLures() {
            return impossible.values().stream().mapToLong(Long::longValue).sum();
        }

        String touched() {
            return FigureTables.percent(attack.shares().get(strength)) + " of " + attack.touches();
        }
    }

    private final Clean clean;
    private final long seed;
    private final Bootstrap bootstrap;
    private final List<Row> rows = new ArrayList<>();

    /**
     * Runs attacks.
     *
     * @param lures those that the headline is stated for, a part of the scams
     * @param scams told by file
     */
    AttackBench(
            Clean clean,
            List<Subject> lures,
            List<Subject> scams,
            List<Subject> honest,
            List<Attack> attacks,
            long seed,
            Bootstrap bootstrap) {
        this.clean = clean;
        this.seed = seed;
        this.bootstrap = bootstrap;
        for (Attack attack : attacks) {
            for (Strength strength : Strength.values()) {
                if (attack.shares().containsKey(strength)) {
                    rows.add(row(attack, strength, lures, scams, honest));
                }
            }
        }
    }

    private Row row(Attack attack, Strength strength, List<Subject> lures, List<Subject> scams, List<Subject> honest) {
        Map<Subject, Trial> onScams = trials(scams, attack, strength);
        SortedMap<String, Tally> byFile = new TreeMap<>();
        scams.stream()
                .collect(groupingBy(Subject::file))
                .forEach((file, subjects) -> byFile.put(file, tally(subjects, onScams)));
        return new Row(
                attack,
                strength,
                tally(lures, onScams),
                lures.stream()
                        .filter(lure -> !onScams.containsKey(lure))
                        .collect(groupingBy(
                                lure -> lure.language().isEmpty() ? "unknown" : lure.language(),
                                TreeMap::new,
                                counting())),
                byFile,
                strength == Strength.MEDIUM
                        ? Optional.of(tally(honest, trials(honest, attack, strength)))
                        : Optional.empty());
    }

    /** Without those subjects on which the attack is not possible. */
    private Map<Subject, Trial> trials(List<Subject> subjects, Attack attack, Strength strength) {
        Map<Subject, Trial> trials = new IdentityHashMap<>();
        subjects.parallelStream()
                .flatMap(subject -> attack
                        .on(subject, strength, seed)
                        .map(changed -> Trial.of(subject, attack.name(), clean.of(subject), changed))
                        .stream())
                .toList()
                .forEach(trial -> trials.put(trial.subject(), trial));
        return trials;
    }

    private Tally tally(List<Subject> subjects, Map<Subject, Trial> trials) {
        return Tally.of(
                subjects.stream().filter(trials::containsKey).map(trials::get).toList(), clean.line(), bootstrap);
    }

    List<FigureTable> tables() {
        return List.of(kept(), honest(), byFile());
    }

    private FigureTable kept() {
        return new FigureTable(
                "Kept under attack: of the lures warned of before, those that still are",
                List.of(
                        "attack",
                        "strength",
                        "touched",
                        "not possible",
                        "lures",
                        "changed",
                        "warned of before",
                        "still",
                        "kept",
                        "kept, warned of or asked about",
                        "kept over the 0.1 % line"),
                rows.stream()
                        .map(row -> List.of(
                                row.attack.name(),
                                row.strength.word(),
                                row.touched(),
                                "" + row.impossibleLures(),
                                "" + row.lures.postings(),
                                "" + row.lures.changed(),
                                "" + row.lures.warnedKept().cases(),
                                "" + row.lures.warnedKept().hits(),
                                row.lures.warnedKept().words(),
                                row.lures.caughtKept().words(),
                                row.lures.overKept().words()))
                        .toList());
    }

    private FigureTable honest() {
        List<List<String>> cells = new ArrayList<>();
        rows.forEach(row -> row.honest.ifPresent(honest -> cells.add(List.of(
                row.attack.name(),
                "" + honest.postings(),
                "" + honest.changed(),
                "" + honest.caught(),
                "" + honest.caughtAfter(),
                "" + honest.moved().hits(),
                honest.moved().words()))));
        return new FigureTable(
                "Honest adverts under attack at medium strength: verdicts that moved",
                List.of("attack", "adverts", "changed", "warned of or asked about before", "after", "moved", "share"),
                cells);
    }

    private FigureTable byFile() {
        List<String> files = rows.stream()
                .flatMap(row -> row.byFile.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        List<String> header = new ArrayList<>(List.of("attack"));
        header.addAll(files);
        List<List<String>> cells = new ArrayList<>();
        rows.stream().filter(Row::isMedium).forEach(row -> {
            List<String> line = new ArrayList<>(List.of(row.attack.name()));
            files.forEach(file -> line.add(Optional.ofNullable(row.byFile.get(file))
                    .map(tally -> words(tally.warnedKept()))
                    .orElse(NOTHING)));
            cells.add(line);
        });
        return new FigureTable("Kept at medium strength, by file", header, cells);
    }

    private static String words(Proportion kept) {
        return kept.cases() == 0 ? NOTHING : kept.words() + " of " + kept.cases();
    }

    /** What a reader of the tables must know. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        rows.stream()
                .filter(row -> row.isMedium() && !row.impossible.isEmpty())
                .map(row -> row.attack.name() + " was not possible on " + row.impossibleLures()
                        + " lures, which are left out: "
                        + row.impossible.entrySet().stream()
                                .map(language -> language.getKey() + " " + language.getValue())
                                .collect(joining(", ")))
                .forEach(notes::add);
        notes.add(target());
        return notes;
    }

    private String target() {
        String target = "target: under each attack at medium strength at least 90 % of the warnings are kept: ";
        if (rows.stream().allMatch(row -> row.lures.warnedKept().cases() == 0)) {
            return target + "unknown, since no lure was warned of";
        }
        List<String> missed = new ArrayList<>();
        for (Row row : rows) {
            row.lures
                    .warnedKept()
                    .interval()
                    .filter(kept -> row.isMedium() && kept.estimate() < TARGET)
                    .ifPresent(kept -> missed.add(
                            String.format(Locale.ROOT, "%s %.1f %%", row.attack.name(), 100 * kept.estimate())));
        }
        return target + (missed.isEmpty() ? "met" : "missed by " + String.join(", ", missed));
    }

    List<Object> tree() {
        List<Object> tree = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("attack", row.attack.name());
            node.put("strength", row.strength.word());
            node.put("share", row.attack.shares().get(row.strength));
            node.put("of", row.attack.touches());
            node.put("kept", row.lures.warnedKept().tree());
            node.put("notPossible", row.impossible);
            node.put("lures", row.lures.tree());
            Map<String, Object> files = new LinkedHashMap<>();
            row.byFile.forEach((file, tally) -> files.put(file, tally.tree()));
            node.put("byFile", files);
            node.put("honest", row.honest.map(Tally::tree).orElse(null));
            tree.add(node);
        }
        return tree;
    }
}
