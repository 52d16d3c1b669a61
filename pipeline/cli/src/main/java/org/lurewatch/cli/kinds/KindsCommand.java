package org.lurewatch.cli.kinds;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.lurewatch.cli.terminal.DisplayText;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.detection.assess.ScamTypeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what the kinds of scam are called, and what each of them is. */
@Command(
        name = "kinds",
        description = "List the kinds of scam, each with its code, its name and what it is.",
        footer = {"", "The code stands in warnings, labels and trends, and is what --type takes."})
public final class KindsCommand implements Callable<Integer> {
    private static final String INDENT = "    ";

    @Spec
    private CommandSpec spec;

    private final Terminal terminal;

    public KindsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (ScamTypeText kind : ScamTypeText.all()) {
            out.println(terminal.bold(kind.type().code()) + ": " + kind.name());
            DisplayText.wrap(kind.description(), terminal.columns(), INDENT).forEach(out::println);
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
