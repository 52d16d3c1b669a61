package org.lurewatch.cli.lists;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Table;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.codec.json.ListEntryJson;
import org.lurewatch.desk.control.CommandIssuer;
import org.lurewatch.desk.control.ControlTopics;
import org.lurewatch.desk.lists.ListDesk;
import org.lurewatch.desk.lists.ListFile;
import org.lurewatch.detection.lists.ListEntry;
import org.lurewatch.detection.lists.ListName;
import org.lurewatch.detection.lists.ListedKind;
import org.lurewatch.detection.posting.PostingTimes;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.schemas.ControlStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes and shows allow and block lists. */
@Command(
        name = "lists",
        description = "Tell the running job which employers, domains and handles to allow or to block.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "A block entry makes every posting that matches it exactly a likely scam; an allow",
            "entry clears it, unless it gives a contact that no entry allows. Both are shown as",
            "evidence with their reason and author. The score stays as it is."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:the job has done it; with --wait 0, Kafka has the command",
            " 1:the command could not be given; the message says why",
            " 2:the arguments cannot be used",
            " 4:the job has refused it",
            " 5:the job has not answered yet"
        })
public final class ListsCommands implements Runnable {
    private static final int LEAST = 20;
    private static final int MOST = 40;

    @Spec
    private CommandSpec spec;

    private final Terminal terminal;
    private final Clock clock;

    public ListsCommands(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    @Command(name = "add", description = "Put a value on a list, in place of what stands for it.")
    int add(
            @Parameters(index = "0", paramLabel = "LIST", description = "${COMPLETION-CANDIDATES}.") ListName list,
            @Parameters(index = "1", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}.") ListedKind kind,
            @Parameters(
                            index = "2",
                            paramLabel = "VALUE",
                            description = "A name, a host, or a contact such as t.me/name or +84901234567.")
                    String value,
            @Option(names = "--until", paramLabel = "TIME", description = "When it ends, as a date or time in UTC.")
                    String until,
            @Mixin ListIssueOptions options) {
        Instant now = clock.instant();
        ListEntry entry;
        try {
            entry = ListEntry.of(kind, value, list, options.reason(), options.by(), now, until(until, options));
        } catch (UnusablePostingException e) {
            throw options.misuse(e.getMessage());
        }
        ControlTopics topics = options.topics();
        return answer(new ListDesk(topics, clock).put(entry), topics, options.longestWait());
    }

    @Command(name = "remove", description = "Take a value off both lists.")
    int remove(
            @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}.") ListedKind kind,
            @Parameters(index = "1", paramLabel = "VALUE") String value,
            @Mixin ListIssueOptions options) {
        ControlTopics topics = options.topics();
        try {
            return answer(
                    new ListDesk(topics, clock).remove(kind, value, options.reason(), options.by()),
                    topics,
                    options.longestWait());
        } catch (UnusablePostingException e) {
            throw options.misuse(e.getMessage());
        }
    }

    @Command(name = "list", description = "Show what stands, and what has ended.")
    int list(@Mixin ListTopicOptions options) {
        Instant now = clock.instant();
        List<ListEntry> entries = new ListDesk(options.topics(), clock).read().entries();
        PrintWriter out = spec.commandLine().getOut();
        if (entries.isEmpty()) {
            out.println("nothing is listed");
        } else {
            Table<ListEntry> table = table(now);
            out.println(terminal.bold(table.header()));
            entries.forEach(entry -> out.println(table.row(entry)));
        }
        out.flush();
        return ExitCode.GOOD;
    }

    @Command(name = "export", description = "Print all entries, one as JSON a line, as screen --lists reads them.")
    int export(@Mixin ListTopicOptions options) {
        PrintWriter out = spec.commandLine().getOut();
        new ListDesk(options.topics(), clock).read().entries().forEach(entry -> out.println(ListEntryJson.line(entry)));
        out.flush();
        return ExitCode.GOOD;
    }

    @Command(name = "import", description = "Put the entries of a file on their lists: all of them, or none.")
    int importFile(
            @Parameters(paramLabel = "FILE", description = "One entry as JSON a line, as export prints them.")
                    Path file,
            @Mixin ListTopicOptions options) {
        List<ListEntry> entries = ListFile.read(file, clock.instant());
        int sent = new ListDesk(options.topics(), clock).putAll(entries);
        PrintWriter out = spec.commandLine().getOut();
        out.println(sent + " of " + entries.size() + " entries sent, the others stand already;"
                + " control history shows the job's answers");
        out.flush();
        return ExitCode.GOOD;
    }

    private int answer(CommandIssuer.Issued issued, ControlTopics topics, Duration longest) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "command " + issued.command().getCommandId() + " is on topic " + TerminalText.escape(topics.control()));
        out.flush();
        if (longest.isZero()) {
            return ExitCode.GOOD;
        }
        Optional<ControlStatus> answer = new CommandIssuer(topics, clock).answerTo(issued, longest);
        if (answer.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("lurewatch: no answer yet after " + longest.toSeconds() + " s. The job obeys when it reads the"
                    + " command: does it run, with control.enabled: true?");
            err.flush();
            return ExitCode.NO_ANSWER;
        }
        boolean accepted = answer.get().getAccepted();
        out.println((accepted ? terminal.green("done") : terminal.red("refused")) + ": "
                + TerminalText.escape(answer.get().getMessage()));
        out.flush();
        return accepted ? ExitCode.GOOD : ExitCode.REFUSED;
    }

    private static Optional<Instant> until(String text, ListIssueOptions options) {
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(PostingTimes.parse(text)
                .orElseThrow(() -> options.misuse("--until is a date or time such as 2026-12-31, not " + text)));
    }

    private Table<ListEntry> table(Instant now) {
        return new Table<>(
                List.of(
                        Table.Column.of("LIST", 5, 5, entry -> entry.list().word()),
                        Table.Column.of("KIND", 8, 8, entry -> entry.kind().word()),
                        Table.Column.of("VALUE", LEAST, MOST, ListEntry::value),
                        Table.Column.of("UNTIL", 16, 16, entry -> until(entry, now)),
                        Table.Column.of("BY", 8, MOST, ListEntry::author),
                        Table.Column.of("REASON", 10, 2 * MOST, ListEntry::reason),
                        Table.Column.of("SINCE", 10, 10, entry -> date(entry.since()))),
                terminal.columns());
    }

    private static String until(ListEntry entry, Instant now) {
        return entry.until()
                .map(end -> (end.isAfter(now) ? "" : "ended ") + date(end))
                .orElse("");
    }

    private static String date(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
