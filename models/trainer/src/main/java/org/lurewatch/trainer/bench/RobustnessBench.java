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

/** The benches together: places swapped, fields lost, texts disguised. */
public final class RobustnessBench {
    private static final int SCAMS_OF_A_FILE = 300;
    private static final int ALL = Integer.MAX_VALUE;
    private static final int HONEST_MOVED = 1500;
    private static final int HONEST_OF_A_FILE = 250;
    private static final String WRITTEN = "written";

    private final List<Subject> subjects;
    private final Clean clean;
    private final List<Subject> scams;
    private final PlaceBench places;
    private final FieldBench fields;
    private final AttackBench attacks;

    /**
     * Runs every bench.
     *
     * @param subjects labelled postings, each with its detector
     * @param seed draws postings and changes; the same seed gives the same figures
     */
    public RobustnessBench(List<Subject> subjects, long seed) {
        this.subjects = List.copyOf(subjects);
        this.clean = new Clean(this.subjects);
        Drawing drawing = new Drawing(this.subjects, seed);
        this.scams = new ArrayList<>(
                drawing.draw(subject -> isScam(subject) && !subject.file().equals(WRITTEN), SCAMS_OF_A_FILE));
        scams.addAll(drawing.draw(subject -> isScam(subject) && subject.file().equals(WRITTEN), ALL));
        List<Subject> moved = new ArrayList<>(scams);
        moved.addAll(drawing.draw(RobustnessBench::isHonest, HONEST_MOVED));
        List<Subject> honest = drawing.draw(RobustnessBench::isHonest, HONEST_OF_A_FILE);
        this.places = new PlaceBench(clean, moved, seed);
        this.fields = new FieldBench(clean, scams, honest);
        this.attacks = new AttackBench(clean, scams, honest, Attacks.all(new Donors(this.subjects)), seed);
    }

    private static boolean isScam(Subject subject) {
        return subject.labelled().label() == Label.SCAM;
    }

    private static boolean isHonest(Subject subject) {
        return subject.labelled().label() == Label.LEGITIMATE;
    }

    /** The figures as Markdown. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "Benches on %d scams drawn from %d postings; the 0.1 %% line is a score of %.6f",
                scams.size(),
                subjects.size(),
                clean.line()));
        lines.add("");
        lines.addAll(places.lines());
        lines.add("");
        lines.addAll(fields.lines());
        lines.add("");
        lines.addAll(attacks.lines());
        return lines;
    }

    /** The figures as maps, lists, numbers and strings, as JSON nests them. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("scams", scams.size());
        tree.put("line", clean.line());
        tree.put("places", places.tree());
        tree.put("fields", fields.tree());
        tree.put("attacks", attacks.tree());
        return tree;
    }
}
