package org.lurewatch.cli.analyst;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.trainer.measure.Measurement;
import org.lurewatch.trainer.measure.TextScorecard;
import org.lurewatch.trainer.train.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lurewatch train}: from labelled postings to a bundle and its card. */
@Command(name = "train", description = "Trains a model bundle from labelled postings and writes its card.")
public final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder that receives the bundle.")
    private Path out;

    @Option(names = "--version", defaultValue = "1", paramLabel = "NAME", description = "Name of the bundle's version.")
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
        String lexicon = lexiconFile == null ? Training.builtInLexicon() : Files.readString(lexiconFile);
        tell("reading examples");
        Measurement measurement = new Training(
                        out, version, lexicon, Optional.ofNullable(heldOutFile), compareClassifiers, data.statedAt())
                .run(data.samples(), this::tell);
        PrintWriter result = spec.commandLine().getOut();
        TextScorecard.lines(measurement).forEach(result::println);
        result.println("bundle " + version + " written to " + out);
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
