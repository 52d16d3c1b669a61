package org.lurewatch.cli.options;

import java.util.OptionalDouble;
import org.lurewatch.detection.assess.PolicyChoice;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** By which of its lines a bundle decides; a mixin. */
public final class PolicyOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            defaultValue = PolicyChoice.PLATFORM,
            description =
                    "Policy of the bundle: platform or campaign, which is more sensitive; default ${DEFAULT-VALUE}.")
    private String policy;

    @Option(
            names = "--alarms-per-1000",
            paramLabel = "N",
            description =
                    "Of 1,000 honest adverts of an average site, warn of so many; default is the policy's number.")
    private Double alarmsPer1000;

    @Option(
            names = "--base-rate",
            paramLabel = "P",
            description = "Share of scams among the postings, 0 to 1; default is the bundle's.")
    private Double baseRate;

    /**
     * What the person chose.
     *
     * @throws ParameterException where a number cannot be
     */
    public PolicyChoice choice() {
        if (baseRate != null && !(baseRate > 0 && baseRate < 1)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--base-rate must lie between 0 and 1, for example 0.01, and not at " + baseRate);
        }
        if (alarmsPer1000 != null && !(alarmsPer1000 > 0 && alarmsPer1000 < 1000)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--alarms-per-1000 must lie between 0 and 1,000, for example 3, and not at " + alarmsPer1000);
        }
        return new PolicyChoice(policy, optional(baseRate), optional(alarmsPer1000));
    }

    private static OptionalDouble optional(Double number) {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
