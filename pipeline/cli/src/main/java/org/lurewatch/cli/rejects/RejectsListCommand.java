package org.lurewatch.cli.rejects;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.Callable;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.rejects.RejectJson;
import org.lurewatch.desk.rejects.RejectPlace;
import org.lurewatch.desk.rejects.RejectTopic;
import org.lurewatch.schemas.RejectReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what could not be assessed, and why. */
@Command(
        name = "list",
        description = "Tell what could not be assessed, and why; the newest last.",
        footer = {
            "",
            "Bytes that are no text are told in hex, and whatever could deceive a terminal is",
            "escaped. With --json each line has all bytes that the reject holds, in value or",
            "valueBase64; mend them there, and rejects replay --mended takes the lines."
        })
public final class RejectsListCommand implements Callable<Integer> {
    private static final Comparator<RejectTopic.Told> BY_TIME = Comparator.comparingLong(RejectTopic.Told::toldAtMillis)
            .thenComparing(RejectTopic.Told::partition)
            .thenComparing(told -> told.reject().getOffset());

    @Spec
    private CommandSpec spec;

    @Mixin
    private RejectOptions options;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many to tell, the newest; default ${DEFAULT-VALUE}. All are counted.")
    private int limit;

    @Option(
            names = "--bytes",
            paramLabel = "N",
            defaultValue = "160",
            description = "How much of each value to tell; default ${DEFAULT-VALUE}.")
    private int bytes;

    @Option(names = "--json", description = "Tell each as a line of JSON.")
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
        KafkaTopic topic = new KafkaTopic(options.clientSettings(), options.topic());
        Set<RejectReason> reasons = options.reasons();
        Map<RejectReason, Integer> counts = new EnumMap<>(RejectReason.class);
        PriorityQueue<RejectTopic.Told> newest = new PriorityQueue<>(BY_TIME);
        Set<RejectPlace> places = new HashSet<>();
        Set<RejectPlace> sentBack = new HashSet<>();
        int neither = new RejectTopic(topic)
                .forEachBefore(
                        topic.ends(),
                        told -> {
                            if (reasons.contains(told.reject().getReason()) && places.add(told.place())) {
                                counts.merge(told.reject().getReason(), 1, Integer::sum);
                                newest.add(told);
                                if (newest.size() > limit) {
                                    newest.remove();
                                }
                            }
                        },
                        sentBack::add);
        int told = newest.size();
        PrintWriter out = spec.commandLine().getOut();
        for (RejectTopic.Told each = newest.poll(); each != null; each = newest.poll()) {
            lines(each, sentBack.contains(each.place())).forEach(out::println);
        }
        out.flush();
        sentBack.retainAll(places);
        // Only lines of JSON on standard output.
        printSum(json ? spec.commandLine().getErr() : out, counts, told, sentBack.size(), neither);
        return ExitCode.GOOD;
    }

    private List<String> lines(RejectTopic.Told told, boolean sentBack) {
        return json
                ? List.of(RejectJson.line(told, sentBack))
                : new RejectText(terminal, bytes).lines(told.reject(), sentBack);
    }

    private void printSum(PrintWriter to, Map<RejectReason, Integer> counts, int told, int sentBack, int neither) {
        to.println("rejects: " + RejectText.byReason(counts) + "; " + told + " told here, " + sentBack + " sent back");
        if (neither > 0) {
            to.println(neither + " records on topic " + options.topic() + " are no rejects");
        }
        to.flush();
    }
}
