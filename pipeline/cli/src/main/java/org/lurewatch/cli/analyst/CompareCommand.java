package org.lurewatch.cli.analyst;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.trainer.compare.BundleComparison;
import org.lurewatch.trainer.compare.JsonComparison;
import org.lurewatch.trainer.compare.Promotion;
import org.lurewatch.trainer.compare.TextComparison;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.data.SampleFiles;
import org.lurewatch.trainer.measure.Assumptions;
import org.lurewatch.trainer.measure.JudgedSample;
import org.lurewatch.trainer.measure.Screening;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lurewatch compare}: whether one bundle may take another's place. */
@Command(
        name = "compare",
        description = {
            "Shows two bundles side by side on the same labelled postings and says whether B may take A's place: the exit"
                    + " code is 0 if it may, and 4 if not.",
            "The figures are honest only on postings that neither bundle was trained on.",
            "B is refused in two cases (one interval in forty lies on one side by chance):",
            "- A figure got worse overall, in a file or in a language: the 95 %% interval of B minus A lies entirely below"
                    + " zero for average precision, for recall at 1 %% or at 0.1 %% false alarms or for the share of scams"
                    + " warned of, or entirely above zero for the share of honest postings warned of. Slices with fewer"
                    + " than 10 scams, or honest postings, are not judged by figures that are measured on these.",
            "- False alarms got worse: B warns of more than 0.05 %% of everyday adverts (the honest postings of files"
                    + " without a scam, or of all files if each has one), and of more than A does."
        })
public final class CompareCommand implements Callable<Integer> {
    /** B may not take A's place. */
    public static final int REFUSED = 4;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "The bundle in use.")
    private Path bundleA;

    @Parameters(index = "1", paramLabel = "B", description = "The bundle that may replace it.")
    private Path bundleB;

    @Parameters(
            index = "2..*",
            arity = "1..*",
            paramLabel = "PATH",
            description = "Labelled JSONL files (.gz too), or folders of them.")
    private List<Path> paths;

    @Mixin
    private StatedAtOption statedAt;

    @Mixin
    private AssumptionOptions terms;

    @Option(names = "--json", paramLabel = "FILE", description = "Receives the comparison as JSON, with all changes.")
    private Path json;

    @Override
    public Integer call() throws IOException {
        Assumptions stated = terms.terms(statedAt.byFile());
        List<Sample> samples = SampleFiles.read(paths);
        BundleComparison comparison =
                BundleComparison.of(judgedBy(bundleA, samples, stated), judgedBy(bundleB, samples, stated), stated);
        Promotion promotion = Promotion.of(comparison);
        PrintWriter result = spec.commandLine().getOut();
        TextComparison.lines(comparison, promotion).forEach(result::println);
        result.flush();
        if (json != null) {
            Files.writeString(json, JsonComparison.text(comparison, promotion));
        }
        return promotion.isRefused() ? REFUSED : 0;
    }

    private static List<JudgedSample> judgedBy(Path bundle, List<Sample> samples, Assumptions terms) {
        Detector detector = BundleLoader.load(bundle, OptionalDouble.of(terms.baseRate()));
        return Screening.of(samples, sample -> detector);
    }
}
