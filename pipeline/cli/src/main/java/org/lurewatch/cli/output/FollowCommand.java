package org.lurewatch.cli.output;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecordBase;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.desk.output.OutputFilter;
import org.lurewatch.desk.output.OutputReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what comes to a topic. */
@Command(
        name = "follow",
        description = "Print what comes, as it comes, until it is interrupted.",
        footer = {
            "",
            "Begins with what is sent from now on, or since the time in --since. Prints",
            "every revision; the highest of each holds. Separate several values of a filter",
            "with commas."
        })
final class FollowCommand<T extends SpecificRecordBase> implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private OutputOptions options;

    private final OutputView<T> view;
    private final Terminal terminal;
    private final Clock clock;

    FollowCommand(OutputView<T> view, Terminal terminal, Clock clock) {
        this.view = view;
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        OutputFilter filter = options.filter(view.type());
        Optional<Instant> since = options.since(clock);
        OutputReader<T> reader = options.reader(view.type());
        PrintWriter err = spec.commandLine().getErr();
        err.println("following " + view.name() + "; Ctrl-C ends it");
        err.flush();
        OutputPrinter<T> printer = new OutputPrinter<>(
                view, options.format(), terminal, spec.commandLine().getOut());
        printer.begin();
        reader.follow(since, filter, record -> {
            printer.print(record);
            return printer.isDone();
        });
        return ExitCode.GOOD;
    }
}
