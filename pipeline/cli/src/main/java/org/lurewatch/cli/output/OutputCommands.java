package org.lurewatch.cli.output;

import java.time.Clock;
import org.lurewatch.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups what is done with one type of record. */
@Command(synopsisSubcommandLabel = "COMMAND")
public final class OutputCommands implements Runnable {
    @Spec
    private CommandSpec spec;

    private OutputCommands() {}

    /** The command of a type of record, with {@code list} and {@code follow} under it. */
    public static CommandLine of(OutputView<?> view, Terminal terminal, Clock clock) {
        CommandLine group = new CommandLine(new OutputCommands());
        group.getCommandSpec().usageMessage().description("Read the " + view.name() + " that the job has sent.");
        group.addSubcommand(new CommandLine(new ListCommand<>(view, terminal, clock)));
        group.addSubcommand(new CommandLine(new FollowCommand<>(view, terminal, clock)));
        return group;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list what is there, or follow what comes?");
    }
}
