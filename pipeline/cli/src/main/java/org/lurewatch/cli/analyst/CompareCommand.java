package org.lurewatch.cli.analyst;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lurewatch.cli.options.ReadingOptions;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.trainer.compare.BundleComparison;
import org.lurewatch.trainer.compare.JsonComparison;
import org.lurewatch.trainer.compare.Promotion;
import org.lurewatch.trainer.compare.ScreenedScores;
import org.lurewatch.trainer.compare.TextComparison;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.data.SampleFiles;
import org.lurewatch.trainer.data.UnusableDataException;
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
            "- A figure got worse: the 95 %% interval of B minus A lies entirely on the wrong side of zero. On an average"
                    + " site this is the share of honest adverts warned of, and for lures the share warned of or over the"
                    + " score that 1 %% or 0.3 %% of the honest adverts of an average site lie over. Overall, at a site or"
                    + " source, in a language and in a file it is the average precision, the recall at 1 %% or at 0.1 %%"
                    + " false alarms, the share of scams warned of and the share of honest postings warned of. Slices with"
                    + " fewer than 10 scams, or honest postings, are not judged by figures that are measured on these.",
            "- False alarms got worse: B warns of more than 0.3 %% of the honest adverts of an average site, and of more"
                    + " than A does. Sites are those of files without a scam that gather several; without such files,"
                    + " each file counts as a site.",
            "A may be a file that screen --all has printed, perhaps with an older version of Lurewatch, for the same"
                    + " postings at the same base rate. Every posting must be in it once."
        })
public final class CompareCommand implements Callable<Integer> {
    /** B may not take A's place. */
    public static final int REFUSED = 4;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "The bundle in use, or a file of its assessments (.gz too).")
    private Path bundleA;

    @Parameters(index = "1", paramLabel = "B", description = "The bundle that may replace it.")
    private Path bundleB;

    @Parameters(
            index = "2..*",
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files of labelled postings of any kind, or folders of them.")
    private List<Path> paths;

    @Mixin
    private StatedAtOption statedAt;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private AssumptionOptions terms;

    @Option(names = "--json", paramLabel = "FILE", description = "Receives the comparison as JSON, with all changes.")
    private Path json;

    @Override
    public Integer call() throws IOException {
        Assumptions stated = terms.terms(statedAt.byFile());
        List<Sample> samples;
        try {
            samples = SampleFiles.read(paths, reading.options(), this::tell);
        } catch (UnusableDataException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
        List<JudgedSample> before =
                Files.isRegularFile(bundleA) ? screened(bundleA, samples) : judgedBy(bundleA, samples, stated);
        BundleComparison comparison = BundleComparison.of(before, judgedBy(bundleB, samples, stated), stated);
        Promotion promotion = Promotion.of(comparison);
        PrintWriter result = spec.commandLine().getOut();
        TextComparison.lines(comparison, promotion).forEach(result::println);
        result.flush();
        if (json != null) {
            Files.writeString(json, JsonComparison.text(comparison, promotion));
        }
        return promotion.isRefused() ? REFUSED : 0;
    }

    private static List<JudgedSample> screened(Path file, List<Sample> samples) throws IOException {
        ScreenedScores scores = ScreenedScores.read(file);
        List<String> problems = scores.problems(samples);
        if (!problems.isEmpty()) {
            throw new CommandFailure(
                    "the assessments in " + file + " do not fit the postings\n" + String.join("\n", problems));
        }
        return scores.judged(samples);
    }

    private static List<JudgedSample> judgedBy(Path bundle, List<Sample> samples, Assumptions terms) {
        Detector detector = BundleLoader.load(bundle, PolicyChoice.DEFAULT.withBaseRate(terms.baseRate()));
        return Screening.of(samples, sample -> detector);
    }

    private void tell(String notice) {
        spec.commandLine().getErr().println(TerminalText.escape(notice));
    }
}
