package org.lurewatch.cli.control;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.desk.DetectorLoader;
import org.lurewatch.desk.control.BundlePlace;
import org.lurewatch.desk.control.CommandIssuer;
import org.lurewatch.desk.control.ControlLog;
import org.lurewatch.desk.control.ControlTopics;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands the running job which bundle decides. */
@Command(
        name = "control",
        description = "Tell the running job which model bundle decides.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "A bundle is published once and then named by its digest, or by the first 8",
            "or more digits of it. The job checks a bundle before it uses it; a command",
            "that it refuses changes nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:the job has done it; with --wait 0, Kafka has the command",
            " 1:the command could not be given; the message says why",
            " 2:the arguments cannot be used",
            " 4:the job has refused it",
            " 5:the job has not answered yet"
        })
public final class ControlCommands implements Runnable {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{8,64}");

    @Spec
    private CommandSpec spec;

    private final ControlText text;
    private final DetectorLoader detectors;
    private final Clock clock;

    public ControlCommands(Terminal terminal, DetectorLoader detectors, Clock clock) {
        this.text = new ControlText(terminal);
        this.detectors = detectors;
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    @Command(name = "publish", description = "Make a bundle known to the job, which checks it first.")
    int publish(
            @Option(
                            names = "--bundle",
                            required = true,
                            paramLabel = "DIR-OR-URI",
                            description = "Folder of the bundle, on this machine or on one of Flink's file systems.")
                    String bundle,
            @Option(
                            names = "--uri",
                            paramLabel = "URI",
                            description = "Where the job's machines find that folder; default is --bundle.")
                    String uri,
            @Option(
                            names = "--digest",
                            paramLabel = "DIGEST",
                            description = "SHA-256 of its manifest; needed where it is not on this machine.")
                    String digest,
            @Mixin IssueOptions options) {
        Optional<Path> folder = BundlePlace.folder(bundle);
        if (folder.isEmpty() && digest == null) {
            throw options.misuse("a bundle that is not on this machine needs --digest, the SHA-256 of its manifest");
        }
        String given = digest == null ? "" : digest.toLowerCase(Locale.ROOT);
        String found = folder.map(this::identify).orElse(given);
        if (!given.isEmpty() && !given.equals(found)) {
            throw new CommandFailure("the bundle in " + bundle + " has digest " + found + ", not " + given);
        }
        String place = folder.map(BundlePlace::uri).orElse(bundle);
        ControlIssuer issuer = issuer(options.topics());
        ControlCommand command = issuer.begin(ControlAction.PUBLISH, options)
                .setDigest(found)
                .setUri(uri == null ? place : uri)
                .build();
        return issuer.give(command, options);
    }

    @Command(name = "champion", description = "Let a bundle decide.")
    int champion(@Parameters(paramLabel = "DIGEST") String digest, @Mixin IssueOptions options) {
        return give(ControlAction.CHAMPION, digest, 0, options);
    }

    @Command(name = "shadow", description = "Let a bundle score beside the one that decides; nobody is warned.")
    int shadow(@Parameters(paramLabel = "DIGEST") String digest, @Mixin IssueOptions options) {
        return give(ControlAction.SHADOW, digest, 0, options);
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
        return give(ControlAction.CANARY, digest, share, options);
    }

    @Command(
            name = "rollback",
            description = "Go back to the previous champion, and end the canary.",
            footer = {
                "",
                "Afterwards the previous champion decides every posting. Where there is none, only",
                "the canary ends. A shadow goes on; withdraw ends it, and leaves the champion alone.",
                "With a digest, only that bundle is taken back: a canary ends and the champion",
                "stays, or the previous champion takes over and the canary goes on."
            })
    int rollback(@Parameters(paramLabel = "DIGEST", arity = "0..1") String digest, @Mixin IssueOptions options) {
        return give(ControlAction.ROLLBACK, digest, 0, options);
    }

    @Command(name = "withdraw", description = "End shadow and canary.")
    int withdraw(@Mixin IssueOptions options) {
        return give(ControlAction.WITHDRAW, null, 0, options);
    }

    @Command(name = "status", description = "Show which bundle does what, and where shadow and champion disagree.")
    int status(
            @Option(names = "--follow", description = "Keep printing what comes, until interrupted.") boolean follow,
            @Mixin ControlOptions options) {
        ControlTopics topics = options.topics();
        ControlTopics.Since now = topics.now();
        ControlLog log = topics.read(now);
        print(log.statuses().isEmpty() ? List.of("no status yet on topic " + topics.status()) : text.state(log));
        printUnread(topics, log);
        if (follow) {
            topics.follow(now, status -> print(text.news(status)));
        }
        return ExitCode.GOOD;
    }

    @Command(name = "history", description = "Show all commands and the job's answer to each.")
    int history(@Mixin ControlOptions options) {
        ControlTopics topics = options.topics();
        ControlLog log = topics.read();
        print(log.commands().isEmpty() ? List.of("no command yet on topic " + topics.control()) : text.history(log));
        printUnread(topics, log);
        return ExitCode.GOOD;
    }

    private String identify(Path folder) {
        // The job would refuse a bad one too, but later.
        detectors.load(folder, PolicyChoice.DEFAULT);
        return BundleLoader.identify(folder).digest();
    }

    /** @param digest of the bundle or its beginning, or null where the command names none */
    private int give(ControlAction action, String digest, double share, IssueOptions options) {
        if (digest != null && !DIGITS.matcher(digest).matches()) {
            throw options.misuse("a bundle is named by the first 8 or more hex digits of its digest, not by " + digest);
        }
        ControlTopics topics = options.topics();
        ControlIssuer issuer = issuer(topics);
        ControlCommand command = issuer.begin(action, options)
                .setDigest(digest == null ? "" : topics.meant(digest.toLowerCase(Locale.ROOT)))
                .setShare(share)
                .build();
        return issuer.give(command, options);
    }

    private ControlIssuer issuer(ControlTopics topics) {
        return new ControlIssuer(
                text,
                new CommandIssuer(topics, clock),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
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
