package org.lurewatch.cli.analyst;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.trainer.campaigns.CampaignReplay;
import org.lurewatch.trainer.campaigns.CampaignReport;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.evaluate.BenchRun;
import org.lurewatch.trainer.evaluate.Evaluation;
import org.lurewatch.trainer.evaluate.LeftOut;
import org.lurewatch.trainer.evaluate.UnseenFolds;
import org.lurewatch.trainer.measure.Assumptions;
import org.lurewatch.trainer.measure.HtmlScorecard;
import org.lurewatch.trainer.measure.JsonScorecard;
import org.lurewatch.trainer.measure.Measurement;
import org.lurewatch.trainer.measure.TextScorecard;
import org.lurewatch.trainer.phrases.PhraseReview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lurewatch evaluate}: what scores and verdicts are worth on labelled postings. */
@Command(
        name = "evaluate",
        description = {
            "Measures on labelled postings: first on sites, on sources of lures and in languages that nothing was learnt"
                    + " from, then by file, language and source, with all fields and by the text alone.",
            "Without --bundle it trains anew in folds and measures each posting by a model that did not see its group,"
                    + " and by others that did not see its site, source or language. With --bundle it measures that"
                    + " bundle: honest only on postings that it was not trained on."
        })
public final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Mixin
    private AssumptionOptions terms;

    @Option(names = "--bundle", paramLabel = "DIR", description = "A bundle to measure.")
    private Path bundle;

    @Option(
            names = "--unseen",
            split = ",",
            paramLabel = "sites|languages",
            description =
                    "What to leave out of training and measure on, which comes first on the scorecard: whole sites"
                            + " and sources in 10 folds, whole languages in 8. Both by default, as far as enough is left to learn"
                            + " from. Each fold is a training of its own.")
    private Set<LeftOut> unseen;

    @Option(
            names = "--peer",
            description = "Also measure a linear support vector machine on TF-IDF of words, on the same folds.")
    private boolean peer;

    @Option(
            names = "--phrases",
            paramLabel = "FILE",
            description =
                    "Measure phrases instead of a model: receives one line for each, tab-separated; - prints them.")
    private Path phraseReport;

    @Option(
            names = "--lexicon",
            paramLabel = "FILE",
            description = "With --phrases: phrases to measure instead of the built-in ones.")
    private Path lexiconFile;

    @Option(
            names = "--reviewed",
            paramLabel = "FILE",
            description = "With --phrases: receives the lexicon with phrases that are too common in honest adverts made"
                    + " context-only.")
    private Path reviewedFile;

    @Option(
            names = "--bench",
            description =
                    "Instead, measure how far verdicts hold under attack: words misspelt, honest text added, all but the"
                            + " description dropped, emoji, look-alikes; and when places are swapped and fields are lost."
                            + " With --unseen, by detectors that saw neither the site nor the source, or not the"
                            + " language.")
    private boolean bench;

    @Option(
            names = "--campaigns",
            description =
                    "Instead, show which postings, labelled or not, belong to one campaign, and what that changes for their"
                            + " verdicts. Needs --bundle.")
    private boolean campaigns;

    @Option(names = "--json", paramLabel = "FILE", description = "Receives the figures as JSON.")
    private Path json;

    @Option(names = "--html", paramLabel = "FILE", description = "Receives them as one page with curves.")
    private Path html;

    private final Clock clock;

    /** A command that dates its figures by the machine's clock. */
    public EvaluateCommand() {
        this(Clock.systemUTC());
    }

    /** @param clock dates the figures */
    EvaluateCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (bundle != null && unseen != null) {
            throw new ParameterException(spec.commandLine(), "--unseen trains anew, so it cannot measure a --bundle");
        }
        if (bench && unseen != null && unseen.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--bench takes one of --unseen sites and --unseen languages");
        }
        if (campaigns && bundle == null) {
            throw new ParameterException(spec.commandLine(), "--campaigns needs a --bundle that judges the postings");
        }
        PrintWriter result = spec.commandLine().getOut();
        if (campaigns) {
            CampaignReport.lines(CampaignReplay.of(data.withUnlabelled(), BundleLoader.load(bundle)))
                    .forEach(result::println);
            result.flush();
            return 0;
        }
        if (phraseReport != null) {
            new PhraseReview(phraseReport, lexiconFile, reviewedFile).write(data.samples(), result);
            return 0;
        }
        if (bench) {
            BenchRun run = benchRun(data.samples());
            run.lines().forEach(result::println);
            result.flush();
            write(json, run::json);
            write(html, run::page);
            return 0;
        }
        List<Sample> samples = data.samples();
        Evaluation evaluation = new Evaluation(samples, terms.terms(data.statedAt()), clock.instant(), this::tell);
        Measurement measurement =
                bundle == null ? evaluation.ofFolds(unseenFolds(samples), peer) : evaluation.ofBundle(bundle, peer);
        TextScorecard.lines(measurement).forEach(result::println);
        result.flush();
        write(json, () -> JsonScorecard.text(measurement));
        write(html, () -> HtmlScorecard.page(measurement));
        return 0;
    }

    private BenchRun benchRun(List<Sample> samples) throws IOException {
        Assumptions assumed = terms.terms(data.statedAt());
        if (bundle != null) {
            return BenchRun.ofBundle(samples, bundle, assumed, clock.instant());
        }
        if (unseen == null) {
            return BenchRun.ofFolds(samples, assumed, clock.instant());
        }
        return BenchRun.ofUnseen(samples, unseenFolds(samples).get(0), assumed, clock.instant(), this::tell);
    }

    private static void write(Path file, Supplier<String> text) throws IOException {
        if (file != null) {
            Files.writeString(file, text.get());
        }
    }

    /** At once, since some steps take long. */
    private void tell(String progress) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(progress);
        err.flush();
    }

    /** What was asked for must be possible; by default, only what is possible is measured. */
    private List<UnseenFolds> unseenFolds(List<Sample> samples) {
        List<UnseenFolds> possible = new ArrayList<>();
        for (LeftOut leftOut : unseen == null ? EnumSet.allOf(LeftOut.class) : EnumSet.copyOf(unseen)) {
            UnseenFolds folds = new UnseenFolds(samples, leftOut, terms.seed());
            List<String> problems = folds.problems();
            if (problems.isEmpty()) {
                possible.add(folds);
            } else if (unseen == null) {
                problems.forEach(problem -> tell("not measured unseen: " + problem));
            } else {
                throw new ParameterException(
                        spec.commandLine(), "--unseen cannot be measured: " + String.join("; ", problems));
            }
        }
        return possible;
    }
}
