package org.lurewatch.cli.options;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Options of every command here. */
@SuppressWarnings("UnusedVariable") // picocli reads them
public final class StandardOptions {
    /** Asks for the stack trace of a failure. */
    public static final String VERBOSE = "--verbose";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help and do nothing else.")
    private boolean help;

    @Option(names = VERBOSE, description = "Print the stack trace of a failure.")
    private boolean verbose;

    private StandardOptions() {}

    /** Adds them to a command that has none of its own. */
    public static CommandLine addTo(CommandLine command) {
        return command.getCommandSpec().findOption(VERBOSE) == null
                ? command.addMixin("standardOptions", new StandardOptions())
                : command;
    }

    /** Whether the person wants stack traces, for a command that has the option of its own too. */
    public static boolean isVerbose(CommandLine command) {
        OptionSpec option = command.getCommandSpec().findOption(VERBOSE);
        return option != null && Boolean.TRUE.equals(option.getValue());
    }
}
