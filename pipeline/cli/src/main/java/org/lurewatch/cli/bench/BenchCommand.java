package org.lurewatch.cli.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the measurements. */
@Command(
        name = "bench",
        description = "Measures speed and state on this machine, and tries to break the job.",
        synopsisSubcommandLabel = "COMMAND")
public final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What is to be measured?");
    }
}
