package org.lurewatch.trainer.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.trainer.bench.attack.Attack;
import org.lurewatch.trainer.bench.attack.Strength;
import org.lurewatch.trainer.bench.subject.Subject;

/** Every attack at every strength on scams, and at medium strength on honest adverts, which look odd at times too. */
final class AttackBench {
    private static final double TARGET = 0.9;

    /**
     * One attack at one strength. Only postings that the attack could change are counted.
     *
     * @param attack what was done
     * @param strength how hard
     * @param scams counts over all scams
     * @param byFile the same by file
     * @param honest counts over honest adverts; of none where it was not tried
     */
    record Row(Attack attack, Strength strength, Tally scams, Map<String, Tally> byFile, Tally honest) {}

    private final List<Row> rows = new ArrayList<>();

    AttackBench(Clean clean, List<Subject> scams, List<Subject> honest, List<Attack> attacks, long seed) {
        for (Attack attack : attacks) {
            for (Strength strength : Strength.values()) {
                List<Trial> onScams = trials(clean, scams, attack, strength, seed);
                List<Trial> onHonest =
                        strength == Strength.MEDIUM ? trials(clean, honest, attack, strength, seed) : List.of();
                rows.add(new Row(
                        attack,
                        strength,
                        Tally.of(onScams, clean.line()),
                        Tally.byFile(onScams, clean.line()),
                        Tally.of(onHonest, clean.line())));
            }
        }
    }

    private static List<Trial> trials(
            Clean clean, List<Subject> subjects, Attack attack, Strength strength, long seed) {
        return subjects.parallelStream()
                .map(subject -> {
                    JobPosting changed = attack.on(subject, strength, seed);
                    boolean same = changed.texts().equals(subject.posting().texts());
                    return same ? null : Trial.of(subject, attack.name(), clean.of(subject), changed);
                })
                .filter(Objects::nonNull)
                .toList();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Recall kept under attack: scams caught (LIKELY_SCAM or UNSURE) afterwards, of those caught before");
        lines.add("");
        lines.add("| attack | strength | touched | scams changed | caught before | after | kept | LIKELY_SCAM kept"
                + " | over the 0.1 % line kept | honest caught before, after |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|");
        for (Row row : rows) {
            Tally scams = row.scams;
            String honest = row.honest.postings() == 0
                    ? ""
                    : row.honest.caught() + ", " + row.honest.caughtAfter() + " of " + row.honest.postings();
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.0f %% of %s | %d | %d | %d | %.1f %% | %.1f %% | %.1f %% | %s |",
                    row.attack.name(),
                    row.strength.word(),
                    100 * row.attack.shares().get(row.strength),
                    row.attack.touches(),
                    scams.postings(),
                    scams.caught(),
                    scams.caughtAfter(),
                    100 * scams.caughtKept(),
                    100 * scams.warnedKept(),
                    100 * scams.overKept(),
                    honest));
        }
        lines.add("");
        lines.addAll(byFile());
        lines.add("");
        lines.add(target());
        return lines;
    }

    private List<String> byFile() {
        List<String> files = rows.stream()
                .flatMap(row -> row.byFile.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add("| kept at medium strength | " + String.join(" | ", files) + " |");
        lines.add("|---".repeat(files.size() + 1) + "|");
        for (Row row : rows) {
            if (row.strength == Strength.MEDIUM) {
                StringBuilder line = new StringBuilder("| " + row.attack.name());
                for (String file : files) {
                    Tally tally = row.byFile.get(file);
                    line.append(" | ").append(tally == null || tally.caught() == 0 ? "" : kept(tally));
                }
                lines.add(line.append(" |").toString());
            }
        }
        return lines;
    }

    private static String kept(Tally tally) {
        return String.format(Locale.ROOT, "%.0f %% of %d", 100 * tally.caughtKept(), tally.caught());
    }

    private String target() {
        List<String> missed = rows.stream()
                .filter(row -> row.strength == Strength.MEDIUM && row.scams.caughtKept() < TARGET)
                .map(row -> String.format(Locale.ROOT, "%s %.1f %%", row.attack.name(), 100 * row.scams.caughtKept()))
                .toList();
        String what = "target: under each attack at medium strength at least 90 % of the clean recall is kept: ";
        return what + (missed.isEmpty() ? "met" : "missed by " + String.join(", ", missed));
    }

    List<Object> tree() {
        List<Object> tree = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("attack", row.attack.name());
            node.put("strength", row.strength.word());
            node.put("share", row.attack.shares().get(row.strength));
            node.put("of", row.attack.touches());
            node.put("kept", row.scams.caughtKept());
            node.put("warnedKept", row.scams.warnedKept());
            node.put("overLineKept", row.scams.overKept());
            node.put("scams", row.scams.tree());
            Map<String, Object> files = new LinkedHashMap<>();
            row.byFile.forEach((file, tally) -> files.put(file, tally.tree()));
            node.put("byFile", files);
            node.put("honest", row.honest.tree());
            tree.add(node);
        }
        return tree;
    }
}
