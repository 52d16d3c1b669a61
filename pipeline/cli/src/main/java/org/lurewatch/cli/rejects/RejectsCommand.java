package org.lurewatch.cli.rejects;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups what is done with records that could not be assessed. */
@Command(
        name = "rejects",
        description = "Looks at records that could not be assessed, and sends them back.",
        synopsisSubcommandLabel = "COMMAND")
public final class RejectsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What is to be done with the rejects?");
    }
}
