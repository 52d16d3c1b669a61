package org.lurewatch.cli.rejects;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.rejects.NewestRejects;
import org.lurewatch.desk.rejects.RejectJson;
import org.lurewatch.desk.rejects.StoredReject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what could not be assessed, and why. */
@Command(
        name = "list",
        description = "List what could not be assessed, and why; the newest last.",
        footer = {
            "",
            "Bytes that are not text are shown in hex, and whatever could deceive a terminal is",
            "escaped. With --json each line has all bytes that the reject holds, in value or",
            "valueBase64; mend them there, and give the lines to rejects replay --mended."
        })
public final class RejectsListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RejectOptions options;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "List so many, the newest; default ${DEFAULT-VALUE}. All are counted.")
    private int limit;

    @Option(
            names = "--bytes",
            paramLabel = "N",
            defaultValue = "160",
            description = "How much of each value to show; default ${DEFAULT-VALUE}.")
    private int bytes;

    @Option(names = "--json", description = "Print each as a line of JSON.")
    private boolean json;

    private final Terminal terminal;

    public RejectsListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (limit < 0 || bytes < 0) {
            throw options.misuse("--limit and --bytes are 0 or more");
        }
        NewestRejects newest =
                NewestRejects.read(new KafkaTopic(options.clientSettings(), options.topic()), options.reasons(), limit);
        PrintWriter out = spec.commandLine().getOut();
        newest.rejects().forEach(stored -> lines(stored, newest.sentBack().contains(stored.place()))
                .forEach(out::println));
        out.flush();
        // Only lines of JSON on standard output.
        printSum(json ? spec.commandLine().getErr() : out, newest);
        return ExitCode.GOOD;
    }

    private List<String> lines(StoredReject stored, boolean sentBack) {
        return json
                ? List.of(RejectJson.line(stored, sentBack))
                : new RejectText(terminal, bytes).lines(stored.reject(), sentBack);
    }

    private void printSum(PrintWriter to, NewestRejects newest) {
        to.println("rejects: " + RejectText.byReason(newest.counts()) + "; "
                + newest.rejects().size() + " listed here, " + newest.sentBack().size() + " sent back");
        if (newest.unreadable() > 0) {
            to.println(newest.unreadable() + " records on topic " + options.topic() + " are no rejects");
        }
        to.flush();
    }
}
