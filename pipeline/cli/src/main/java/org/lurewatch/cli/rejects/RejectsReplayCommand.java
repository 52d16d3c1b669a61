package org.lurewatch.cli.rejects;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.lurewatch.cli.options.SchemasOption;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.desk.DetectorLoader;
import org.lurewatch.desk.rejects.MendedFile;
import org.lurewatch.desk.rejects.RejectFate;
import org.lurewatch.desk.rejects.RejectPlace;
import org.lurewatch.desk.rejects.RejectReplay;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.lab.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends rejected records back, once. */
@Command(
        name = "replay",
        description = "Send rejected records back to the topic of postings, if they can be assessed now.",
        footer = {
            "",
            "Each is decoded again, with the limits and schemas given here: give those that the",
            "running job has now, or it rejects them again. A record that the reject does not hold",
            "in full is read from where it lay. Each is sent back once: the mark that says so is",
            "written to the topic of rejects in the same transaction."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done; what could not be sent back is listed",
            " 1:it could not be done; the message says why, and how many were sent back",
            " 2:the arguments cannot be used",
            " 3:some could be assessed, but Kafka refused them for their size"
        })
public final class RejectsReplayCommand implements Callable<Integer> {
    private static final int MOST_PLACES = 10;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RejectOptions options;

    @Option(
            names = "--postings-topic",
            paramLabel = "TOPIC",
            defaultValue = "postings",
            description = "Where they are sent back to; default ${DEFAULT-VALUE}.")
    private String postings;

    @Option(names = "--dry-run", description = "Show what would be sent, and send nothing.")
    private boolean dryRun;

    @Option(
            names = "--mended",
            paramLabel = "FILE",
            description = {
                "Send the values in these JSON lines in place of what was rejected, and",
                "nothing else: lines with topic, partition, offset, and value or",
                "valueBase64."
            })
    private Path mended;

    @Mixin
    private SchemasOption schemas;

    @Option(
            names = "--max-posting-bytes",
            paramLabel = "N",
            defaultValue = "1048576",
            description = "As in the job's settings; default ${DEFAULT-VALUE}.")
    private int maxPostingBytes;

    @Option(
            names = "--max-field-chars",
            paramLabel = "N",
            defaultValue = "100000",
            description = "As in the job's settings; default ${DEFAULT-VALUE}.")
    private int maxFieldChars;

    @Option(
            names = "--bundle",
            paramLabel = "DIR",
            description = {
                "The model bundle, which assesses the postings whose scoring failed; default is",
                "models/baseline."
            })
    private Path bundle;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = {"How long to wait for the job to commit what it has rejected;", "default ${DEFAULT-VALUE}."})
    private int seconds;

    private final Installation installation;
    private final DetectorLoader detectors;

    public RejectsReplayCommand(Installation installation, DetectorLoader detectors) {
        this.installation = installation;
        this.detectors = detectors;
    }

    @Override
    public Integer call() {
        if (maxPostingBytes < 1 || maxFieldChars < 1 || seconds < 0) {
            throw options.misuse("limits are 1 or more, and --wait is 0 or more");
        }
        if (mended != null && options.namesReasons()) {
            throw options.misuse("give --mended or --reason, not both");
        }
        Map<String, String> settings = options.clientSettings();
        PostingDecoder decoder = schemas.decoder(new PostingLimits(maxPostingBytes, maxFieldChars));
        RejectReplay.Selection selection = new RejectReplay.Selection(
                options.topic(),
                postings,
                options.reasons(),
                mended == null ? Map.of() : MendedFile.read(mended, decoder));
        RejectReplay replay = new RejectReplay(settings, selection, decoder, this::detector);
        RejectReplay.Result result =
                dryRun ? replay.tryOut() : replay.run(maxPostingBytes, Duration.ofSeconds(seconds));
        print(result);
        return result.tooLarge().isEmpty() ? ExitCode.GOOD : ExitCode.SOME_REJECTED;
    }

    private Detector detector() {
        return detectors.load(bundle == null ? installation.baselineBundle() : bundle, PolicyChoice.DEFAULT);
    }

    private void print(RejectReplay.Result result) {
        PrintWriter out = spec.commandLine().getOut();
        out.println((dryRun ? "would be sent back: " : "sent back: ") + result.sent());
        out.println("still unacceptable: " + RejectText.byReason(result.unacceptable()));
        out.println("sent back before: " + result.count(RejectFate.SENT_BEFORE));
        out.println("gone: " + result.gone().size() + places(result.gone()));
        print(out, "from other topics, not postings: ", result.count(RejectFate.OF_ANOTHER_TOPIC));
        print(out, "on the topic twice: ", result.count(RejectFate.REPEATED));
        if (!result.tooLarge().isEmpty()) {
            out.println("too large for Kafka: " + result.tooLarge().size() + places(result.tooLarge()));
        }
        if (!result.neverRejected().isEmpty()) {
            out.println(
                    "mended, but never rejected: " + result.neverRejected().size() + places(result.neverRejected()));
        }
        out.flush();
    }

    private static void print(PrintWriter out, String what, int count) {
        if (count > 0) {
            out.println(what + count);
        }
    }

    private static String places(Collection<RejectPlace> places) {
        return places.isEmpty()
                ? ""
                : places.stream()
                        .map(RejectText::place)
                        .sorted()
                        .limit(MOST_PLACES)
                        .collect(Collectors.joining(", ", " (", places.size() > MOST_PLACES ? ", ...)" : ")"));
    }
}
