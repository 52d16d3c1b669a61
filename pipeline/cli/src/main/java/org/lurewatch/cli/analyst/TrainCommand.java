package org.lurewatch.cli.analyst;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.trainer.adapt.Adaptation;
import org.lurewatch.trainer.adapt.AdaptationText;
import org.lurewatch.trainer.adapt.UnsuitableLabelsException;
import org.lurewatch.trainer.measure.Measurement;
import org.lurewatch.trainer.measure.TextScorecard;
import org.lurewatch.trainer.train.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lurewatch train}: from labelled postings to a bundle and its card. */
@Command(name = "train", description = "Trains a model bundle from labelled postings and writes its card.")
public final class TrainCommand implements Callable<Integer> {
    private static final String ADAPTED = "-adapted";

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder that receives the bundle.")
    private Path out;

    @Option(
            names = "--from",
            paramLabel = "BUNDLE",
            description = {
                "Adapt this bundle by 30 to 3,000 labels of your own, without the data that it was trained on. What the"
                        + " labels do not speak against stays as it is; so do its lines.",
                "A bundle that finds nothing, or that does worse than the old one on labels that it did not learn from,"
                        + " is not written, and the exit code is 4."
            })
    private Path from;

    @Option(
            names = "--version",
            paramLabel = "NAME",
            description = "Name of the bundle's version; default is 1, or the old one with -adapted behind it.")
    private String version;

    @Option(names = "--lexicon", paramLabel = "FILE", description = "Phrases to use instead of the built-in ones.")
    private Path lexiconFile;

    @Option(
            names = "--held-out",
            paramLabel = "FILE",
            description = "Receives the score of each posting by a model that did not see its group, tab-separated.")
    private Path heldOutFile;

    @Option(
            names = "--compare-classifiers",
            description = "Also say on the card whether another of Smile's classifiers over score, signals and facts"
                    + " would decide better. Takes some minutes.")
    private boolean compareClassifiers;

    @Override
    public Integer call() throws IOException {
        return from == null ? train() : adapt();
    }

    private int adapt() throws IOException {
        if (lexiconFile != null || heldOutFile != null || compareClassifiers) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--lexicon, --held-out and --compare-classifiers are for a whole training, not for --from");
        }
        if (Files.exists(out) && Files.exists(from) && Files.isSameFile(out, from)) {
            throw new ParameterException(spec.commandLine(), "--out must be another folder than the bundle's");
        }
        String old = BundleLoader.identify(from).version();
        Adaptation adaptation;
        try {
            adaptation = Adaptation.of(
                    from,
                    version != null ? version : old.endsWith(ADAPTED) ? old : old + ADAPTED,
                    data.samples(),
                    this::tell);
        } catch (UnsuitableLabelsException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
        PrintWriter result = spec.commandLine().getOut();
        AdaptationText.lines(adaptation).forEach(result::println);
        result.println();
        boolean refused = !adaptation.objections().isEmpty();
        if (refused) {
            result.println("no bundle was written");
        } else {
            adaptation.write(out);
            result.println("bundle " + adaptation.contents().version() + " written to " + out);
        }
        result.flush();
        return refused ? CompareCommand.REFUSED : ExitCode.GOOD;
    }

    private int train() throws IOException {
        String name = version == null ? "1" : version;
        String lexicon = lexiconFile == null ? Training.builtInLexicon() : Files.readString(lexiconFile);
        tell("reading examples");
        Measurement measurement = new Training(
                        out, name, lexicon, Optional.ofNullable(heldOutFile), compareClassifiers, data.statedAt())
                .run(data.samples(), this::tell);
        PrintWriter result = spec.commandLine().getOut();
        TextScorecard.lines(measurement).forEach(result::println);
        result.println("bundle " + name + " written to " + out);
        result.flush();
        return ExitCode.GOOD;
    }

    /** At once, since some steps take long. */
    private void tell(String progress) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(progress);
        err.flush();
    }
}
