package org.lurewatch.trainer.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.trainer.bench.RobustnessBench;
import org.lurewatch.trainer.bench.subject.Subject;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.Assumptions;
import org.lurewatch.trainer.measure.FigureTable;
import org.lurewatch.trainer.measure.HtmlScorecard;
import org.lurewatch.trainer.measure.JsonScorecard;
import org.lurewatch.trainer.measure.Run;
import org.lurewatch.trainer.measure.TextScorecard;

/**
 * The benches on labelled postings.
 *
 * @param run when and by what was judged
 * @param detectors a sentence that says what the detectors had seen
 * @param bench the figures
 */
public record BenchRun(Run run, String detectors, RobustnessBench bench) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** By a bundle, which judges every posting, also those that it was trained on. */
    public static BenchRun ofBundle(List<Sample> samples, Path bundle, Assumptions terms, Instant at) {
        Detector detector = BundleLoader.load(bundle, PolicyChoice.DEFAULT.withBaseRate(terms.baseRate()));
        return of(
                samples,
                sample -> detector,
                new Run(at, Optional.of(BundleLoader.identify(bundle))),
                "Every posting is judged by the bundle given, also those that it was trained on.",
                terms);
    }

    /** By detectors that are trained in folds of groups. */
    public static BenchRun ofFolds(List<Sample> samples, Assumptions terms, Instant at) throws IOException {
        return of(
                samples,
                new Trainings(samples, terms).heldOut(),
                new Run(at, Optional.empty()),
                "Each posting is judged by a detector that saw no posting of its group.",
                terms);
    }

    /** By detectors that are trained without whole sites or languages. */
    public static BenchRun ofUnseen(
            List<Sample> samples, UnseenFolds folds, Assumptions terms, Instant at, Consumer<String> progress)
            throws IOException {
        Map<Sample, Detector> detectors = folds.detectors(new Trainings(samples, terms)::on, progress);
        return of(
                samples,
                detectors::get,
                new Run(at, Optional.empty()),
                "Each posting is judged by a detector that saw nothing of its "
                        + folds.leftOut().words() + " or its group.",
                terms);
    }

    private static BenchRun of(
            List<Sample> samples, Function<Sample, Detector> detectors, Run run, String seen, Assumptions terms) {
        List<Subject> subjects = samples.stream()
                .map(sample -> new Subject(sample.labelled(), sample.file(), detectors.apply(sample)))
                .toList();
        return new BenchRun(run, seen, new RobustnessBench(subjects, terms.bootstrap()));
    }

    /** The figures as Markdown. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(TextScorecard.safe(run.words()));
        notes().forEach(note -> lines.add(TextScorecard.safe(note)));
        for (FigureTable table : bench.tables()) {
            lines.add("");
            lines.addAll(TextScorecard.lines(table));
        }
        return lines;
    }

    /** The figures as one page. */
    public String page() {
        return HtmlScorecard.page("Robustness", run, notes(), bench.tables());
    }

    /** The figures as JSON. */
    public String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        JsonScorecard.write(run, root.putObject("run"));
        root.put("detectors", detectors);
        bench.tree().forEach((name, value) -> root.set(name, JSON.valueToTree(value)));
        return JsonScorecard.text(root);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(detectors));
        notes.addAll(bench.notes());
        return notes;
    }
}
