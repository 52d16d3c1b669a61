package org.lurewatch.local;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.regex.Pattern;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.job.codec.CommandDecoder;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells a running job which bundle decides. */
@Command(
        name = "control",
        description = "Tell the running job which model bundle decides.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "A bundle is published once and then named by its digest, or by the first 8 or more",
            "digits of it. The job looks at a bundle before it uses it; what it refuses changes",
            "nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:the job has done it; with --wait 0, Kafka has the command",
            " 1:the command could not be given; the message says why",
            " 2:the arguments cannot be used",
            " 4:the job has refused it",
            " 5:the job has not answered yet"
        })
final class ControlCommands implements Runnable {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{8,64}");
    private static final int ALL_DIGITS = 64;

    @Spec
    private CommandSpec spec;

    private final Terminal terminal;
    private final DetectorLoader detectors;
    private final Clock clock;

    ControlCommands(Terminal terminal, DetectorLoader detectors, Clock clock) {
        this.terminal = terminal;
        this.detectors = detectors;
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What is the job to be told?");
    }

    @Command(name = "publish", description = "Make a bundle known to the job, after a look at it.")
    int publish(
            @Option(
                            names = "--bundle",
                            required = true,
                            paramLabel = "DIR-OR-URI",
                            description = "Folder of the bundle, of this machine or of one of Flink's file systems.")
                    String bundle,
            @Option(
                            names = "--uri",
                            paramLabel = "URI",
                            description = "Where the machines of the job see that folder; default is --bundle.")
                    String uri,
            @Option(
                            names = "--digest",
                            paramLabel = "DIGEST",
                            description = "Of a bundle that is not on this machine: SHA-256 of its manifest.")
                    String digest,
            @Mixin IssueOptions options) {
        Optional<Path> folder = BundlePlace.folder(bundle);
        String found = folder.isPresent() ? identify(folder.get()) : named(digest, options);
        if (digest != null && !digest.equalsIgnoreCase(found)) {
            throw new CommandFailure("the bundle in " + bundle + " has digest " + found + ", not " + digest);
        }
        String place = folder.map(BundlePlace::uri).orElse(bundle);
        return give(
                command(ControlAction.PUBLISH, options).setDigest(found).setUri(uri == null ? place : uri),
                options.topics(),
                options);
    }

    @Command(name = "champion", description = "Let a bundle decide.")
    int champion(@Parameters(paramLabel = "DIGEST") String digest, @Mixin IssueOptions options) {
        return give(ControlAction.CHAMPION, digest, options);
    }

    @Command(name = "shadow", description = "Let a bundle score beside the one that decides, unheard.")
    int shadow(@Parameters(paramLabel = "DIGEST") String digest, @Mixin IssueOptions options) {
        return give(ControlAction.SHADOW, digest, options);
    }

    @Command(name = "canary", description = "Let a bundle decide for a share of the postings.")
    int canary(
            @Parameters(paramLabel = "DIGEST") String digest,
            @Option(
                            names = "--share",
                            required = true,
                            paramLabel = "SHARE",
                            description = "Of the postings, above 0 and at most 1.")
                    double share,
            @Mixin IssueOptions options) {
        if (!(share > 0 && share <= 1)) {
            throw options.misuse("--share is above 0 and at most 1, not " + share);
        }
        ControlTopics topics = options.topics();
        return give(
                command(ControlAction.CANARY, options)
                        .setDigest(resolve(digest, topics, options))
                        .setShare(share),
                topics,
                options);
    }

    @Command(
            name = "rollback",
            description =
                    "Go back to the champion before; with a digest, only where that bundle is champion or canary.")
    int rollback(@Parameters(paramLabel = "DIGEST", arity = "0..1") String digest, @Mixin IssueOptions options) {
        return give(ControlAction.ROLLBACK, digest, options);
    }

    @Command(name = "withdraw", description = "End shadow and canary.")
    int withdraw(@Mixin IssueOptions options) {
        return give(ControlAction.WITHDRAW, null, options);
    }

    @Command(name = "status", description = "Tell which bundle does what, and what champion and shadow disagree about.")
    int status(
            @Option(names = "--follow", description = "Go on and tell what comes, until interrupted.") boolean follow,
            @Mixin ControlOptions options) {
        ControlTopics topics = options.topics();
        ControlText text = new ControlText(terminal);
        ControlTopics.Since now = topics.now();
        ControlLog log = topics.read(now);
        print(text.state(log));
        if (log.statuses().isEmpty()) {
            print(List.of("the job has told nothing yet on topic " + topics.status()));
        }
        printUnread(topics, log);
        if (follow) {
            topics.follow(now, status -> print(text.news(status)));
        }
        return ExitCode.GOOD;
    }

    @Command(name = "history", description = "Tell all commands and what became of each.")
    int history(@Mixin ControlOptions options) {
        ControlTopics topics = options.topics();
        ControlLog log = topics.read();
        print(new ControlText(terminal).history(log));
        if (log.commands().isEmpty()) {
            print(List.of("nothing was commanded yet on topic " + topics.control()));
        }
        printUnread(topics, log);
        return ExitCode.GOOD;
    }

    private String identify(Path folder) {
        // The job would refuse it too, but later.
        detectors.load(folder, OptionalDouble.empty());
        return BundleLoader.identify(folder).digest();
    }

    private static String named(String digest, IssueOptions options) {
        if (digest == null) {
            throw options.misuse("a bundle that is not on this machine needs --digest, the SHA-256 of its manifest");
        }
        return digest.toLowerCase(Locale.ROOT);
    }

    private int give(ControlAction action, String digest, IssueOptions options) {
        ControlTopics topics = options.topics();
        return give(
                command(action, options).setDigest(digest == null ? "" : resolve(digest, topics, options)),
                topics,
                options);
    }

    /** The whole digest of the one bundle that is meant. */
    private static String resolve(String given, ControlTopics topics, IssueOptions options) {
        String digits = given.toLowerCase(Locale.ROOT);
        if (!DIGITS.matcher(digits).matches()) {
            throw options.misuse("a bundle is named by the first 8 or more hex digits of its digest, not by " + given);
        }
        if (digits.length() == ALL_DIGITS) {
            return digits;
        }
        List<String> meant = topics.read().bundlesBeginning(digits);
        if (meant.isEmpty()) {
            throw new CommandFailure(
                    "no bundle that topic " + topics.control() + " knows has a digest that begins with " + digits
                            + ": publish it first, or give all " + ALL_DIGITS + " digits");
        }
        if (meant.size() > 1) {
            throw new CommandFailure(
                    "several bundles have a digest that begins with " + digits + ": " + String.join(", ", meant));
        }
        return meant.get(0);
    }

    private ControlCommand.Builder command(ControlAction action, IssueOptions options) {
        return ControlCommand.newBuilder()
                .setCommandId(UUID.randomUUID().toString())
                .setAction(action)
                .setIssuedBy(options.by())
                .setReason(options.reason())
                .setIssuedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private int give(ControlCommand.Builder unchecked, ControlTopics topics, IssueOptions options) {
        Duration longest = options.longestWait();
        ControlCommand command = unchecked.build();
        try {
            CommandDecoder.toDomain(command);
        } catch (UnusablePostingException e) {
            throw options.misuse(e.getMessage());
        }
        ControlText text = new ControlText(terminal);
        ControlTopics.Since before = topics.now();
        topics.send(command);
        print(List.of("command " + command.getCommandId() + ": " + text.given(command)));
        if (longest.isZero()) {
            return ExitCode.GOOD;
        }
        Optional<ControlStatus> answer = topics.await(command.getCommandId(), before, longest);
        if (answer.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(
                    "lurewatch: no answer yet after " + longest.toSeconds() + " s. Kafka has the command, and the job"
                            + " will carry it out: is it running, with control.enabled: true? With exactly-once delivery its"
                            + " answer is seen at its next checkpoint; control history tells it then.");
            err.flush();
            return ExitCode.NO_ANSWER;
        }
        print(List.of(text.answer(answer.get())));
        return answer.get().getAccepted() ? ExitCode.GOOD : ExitCode.REFUSED;
    }

    private void printUnread(ControlTopics topics, ControlLog log) {
        if (log.unreadCommands() > 0) {
            print(List.of(log.unreadCommands() + " records on topic " + topics.control() + " are no commands"));
        }
        if (log.unreadStatuses() > 0) {
            print(List.of(log.unreadStatuses() + " records on topic " + topics.status() + " are no statuses"));
        }
    }

    private void print(List<String> lines) {
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }
}
