package org.lurewatch.cli.output;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecordBase;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.desk.output.OutputFilter;
import org.lurewatch.desk.output.OutputReader;
import org.lurewatch.detection.posting.TerminalText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what is on a topic now. */
@Command(
        name = "list",
        description = "List what is there now, the newest last: of each its latest revision.",
        footer = {
            "",
            "Reads to where the topic ends when the command begins. Filters look at the",
            "latest revision: a warning that was taken back is no likely scam any more.",
            "Separate several values of a filter with commas."
        })
final class ListCommand<T extends SpecificRecordBase> implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private OutputOptions options;

    private final OutputView<T> view;
    private final Terminal terminal;
    private final Clock clock;

    ListCommand(OutputView<T> view, Terminal terminal, Clock clock) {
        this.view = view;
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        OutputFilter filter = options.filter(view.type());
        Optional<Instant> since = options.since(clock);
        OutputReader.Listing<T> listing = options.reader(view.type()).list(since, filter);
        OutputPrinter<T> printer = new OutputPrinter<>(
                view, options.format(), terminal, spec.commandLine().getOut());
        printer.begin();
        listing.records().forEach(printer::print);
        spec.commandLine().getOut().flush();
        printSum(listing);
        return ExitCode.GOOD;
    }

    /** On standard error, so that standard output holds records alone. */
    private void printSum(OutputReader.Listing<T> listing) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(view.name() + ": " + listing.records().size());
        if (listing.unreadable() > 0) {
            err.println("records on the topic that are no " + view.name() + ": " + listing.unreadable());
        }
        Set<String> unknown = new LinkedHashSet<>(options.sources());
        unknown.removeAll(listing.sources());
        if (!unknown.isEmpty()) {
            err.println(TerminalText.escape("nothing comes from " + String.join(", ", unknown) + "; the sources are "
                    + String.join(", ", listing.sources())));
        }
        err.flush();
    }
}
