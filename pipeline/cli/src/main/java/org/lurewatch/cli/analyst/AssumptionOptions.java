package org.lurewatch.cli.analyst;

import java.util.Map;
import org.lurewatch.detection.assess.WarningPolicy;
import org.lurewatch.trainer.measure.Assumptions;
import org.lurewatch.trainer.measure.Bootstrap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What figures are stated for. */
final class AssumptionOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--base-rate",
            paramLabel = "RATE",
            description = "Share of scams in the stream to be screened, for scores, verdicts and workload"
                    + " (default ${DEFAULT-VALUE}).")
    private double baseRate = WarningPolicy.DEFAULT_BASE_RATE;

    @Option(
            names = "--volume",
            paramLabel = "NUMBER",
            description = "Postings a day in that stream (default ${DEFAULT-VALUE}).")
    private double volume = Assumptions.DEFAULT_VOLUME;

    @Option(
            names = "--minutes-a-review",
            paramLabel = "MINUTES",
            description = "What a person spends on a warning (default ${DEFAULT-VALUE}).")
    private double minutesAReview = Assumptions.DEFAULT_MINUTES;

    @Option(
            names = "--resamples",
            paramLabel = "NUMBER",
            description = "Draws of whole groups for the intervals, 200 to 100000 (default ${DEFAULT-VALUE}).")
    private int resamples = Assumptions.DEFAULT_BOOTSTRAP.resamples();

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Deals the groups to folds and draws them for the intervals (default ${DEFAULT-VALUE}).")
    private long seed = Assumptions.DEFAULT_BOOTSTRAP.seed();

    double baseRate() {
        return baseRate;
    }

    /** Deals the groups to folds and draws them. */
    long seed() {
        return seed;
    }

    /** The terms, with what the precision of files is stated at. */
    Assumptions terms(Map<String, Double> statedAt) {
        try {
            return new Assumptions(baseRate, volume, minutesAReview, statedAt, new Bootstrap(resamples, seed));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
