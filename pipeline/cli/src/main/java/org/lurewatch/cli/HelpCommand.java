package org.lurewatch.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints the help of a command, however deep it lies; picocli's own looks at one word. */
@Command(name = "help", description = "Print what a command does and the options that it takes.")
final class HelpCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description = "Such as: screen, or: bench throughput. Without one, all commands are listed.")
    private List<String> words = List.of();

    @Override
    public void run() {
        CommandLine command = spec.parent().commandLine();
        for (String word : words) {
            CommandLine next = command.getSubcommands().get(word);
            if (next == null) {
                throw new UnmatchedArgumentException(command, new ArrayList<>(List.of(word)));
            }
            command = next;
        }
        command.usage(spec.commandLine().getOut());
    }
}
