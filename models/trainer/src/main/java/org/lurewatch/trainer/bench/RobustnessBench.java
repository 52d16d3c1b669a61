package org.lurewatch.trainer.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.trainer.bench.attack.Attacks;
import org.lurewatch.trainer.bench.attack.Donors;
import org.lurewatch.trainer.bench.subject.Subject;
import org.lurewatch.trainer.data.SampleFiles;
import org.lurewatch.trainer.measure.Bootstrap;
import org.lurewatch.trainer.measure.FigureTable;

/** The benches together: places swapped, fields lost, texts disguised. */
public final class RobustnessBench {
    private static final int SCAMS_MOVED = 300;
    private static final int HONEST_MOVED = 1500;
    private static final int HONEST_OF_A_FILE = 250;

    private final List<Subject> subjects;
    private final Clean clean;
    private final List<Subject> lures;
    private final PlaceBench places;
    private final FieldBench fields;
    private final AttackBench attacks;

    /**
     * Runs every bench.
     *
     * @param subjects labelled postings, each with its detector
     * @param bootstrap draws the intervals; its seed draws postings and changes, too, so that the same one gives the same
     *     figures
     */
    public RobustnessBench(List<Subject> subjects, Bootstrap bootstrap) {
        this.subjects = List.copyOf(subjects);
        this.clean = new Clean(this.subjects);
        long seed = bootstrap.seed();
        Drawing drawing = new Drawing(this.subjects, seed);
        List<Subject> scams =
                this.subjects.stream().filter(RobustnessBench::isScam).toList();
        List<Subject> real = scams.stream()
                .filter(subject -> !SampleFiles.isOurs(subject.file()))
                .toList();
        this.lures = real.isEmpty() ? scams : real;
        List<Subject> moved = new ArrayList<>(
                drawing.draw(subject -> isScam(subject) && !SampleFiles.isOurs(subject.file()), SCAMS_MOVED));
        scams.stream().filter(subject -> SampleFiles.isOurs(subject.file())).forEach(moved::add);
        moved.addAll(drawing.draw(RobustnessBench::isHonest, HONEST_MOVED));
        List<Subject> honest = drawing.draw(RobustnessBench::isHonest, HONEST_OF_A_FILE);
        this.places = new PlaceBench(clean, moved, seed);
        this.fields = new FieldBench(clean, scams, honest, bootstrap);
        this.attacks =
                new AttackBench(clean, lures, scams, honest, Attacks.all(new Donors(this.subjects)), seed, bootstrap);
    }

    private static boolean isScam(Subject subject) {
        return subject.labelled().label() == Label.SCAM;
    }

    private static boolean isHonest(Subject subject) {
        return subject.labelled().label() == Label.LEGITIMATE;
    }

    /** What a reader of the tables must know. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(String.format(
                Locale.ROOT,
                "Benches on %d lures among %d postings; the 0.1 %% line is a score of %.6f. A lure counts as kept if it was"
                        + " warned of before and still is, changed or not; one on which an attack is not possible is left"
                        + " out. Lures that were written for Lurewatch are told by file only, if there are others.",
                lures.size(),
                subjects.size(),
                clean.line()));
        notes.addAll(places.notes());
        notes.addAll(attacks.notes());
        return notes;
    }

    /** The figures. */
    public List<FigureTable> tables() {
        List<FigureTable> tables = new ArrayList<>(attacks.tables());
        tables.add(places.table());
        tables.add(fields.table());
        return tables;
    }

    /** The figures as maps, lists, numbers and strings, as JSON nests them. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("lures", lures.size());
        tree.put("line", clean.line());
        tree.put("places", places.tree());
        tree.put("fields", fields.tree());
        tree.put("attacks", attacks.tree());
        return tree;
    }
}
