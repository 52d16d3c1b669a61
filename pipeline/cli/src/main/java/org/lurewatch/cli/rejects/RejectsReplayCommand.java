package org.lurewatch.cli.rejects;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.desk.DetectorLoader;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.rejects.MendedFile;
import org.lurewatch.desk.rejects.RejectPlace;
import org.lurewatch.desk.rejects.RejectReplay;
import org.lurewatch.desk.rejects.RejectTopic;
import org.lurewatch.desk.rejects.ReplayRule;
import org.lurewatch.desk.rejects.ReplaySender;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.lab.Installation;
import org.lurewatch.schemas.WriterSchemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends rejected records back, once. */
@Command(
        name = "replay",
        description = "Send rejected records back to the postings: those that can be assessed now.",
        footer = {
            "",
            "Each is decoded again, with the limits and schemas given here: give those that the",
            "running job has now, or it rejects them again. What the reject does not hold whole",
            "is read from where it lay. A record is sent back once: the mark that says so lies",
            "on the topic of rejects, and is written in the same transaction."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done; what could not be sent back is told",
            " 1:it could not be done; the message says why, and how many were sent back",
            " 2:the arguments cannot be used",
            " 3:some were acceptable, but Kafka refused them for their size"
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

    @Option(names = "--dry-run", description = "Tell what would be sent, and send nothing.")
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

    @Option(
            names = "--schemas",
            paramLabel = "DIR",
            description = "Further Avro schemas that postings are written with.")
    private Path schemas;

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
                "The model bundle, which assesses what scoring had failed with; default is",
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
        PostingDecoder decoder = decoder();
        Map<RejectPlace, byte[]> values = mended == null ? Map.of() : MendedFile.read(mended, decoder);
        if (mended != null && values.isEmpty()) {
            throw new CommandFailure("there is nothing in " + mended);
        }
        KafkaTopic onTopic = new KafkaTopic(settings, options.topic());
        RejectTopic rejects = new RejectTopic(onTopic);
        RejectReplay replay = new RejectReplay(rejects, options.reasons(), values);
        new KafkaTopic(settings, postings).require();
        if (dryRun) {
            Map<TopicPartition, Long> ends = onTopic.ends();
            ReplayRule rule = rule(settings, decoder, rejects.sentBack(ends));
            print(replay.run(ends, rule, record -> {}), Set.of());
            return ExitCode.GOOD;
        }
        onTopic.require();
        try (ReplaySender sender = new ReplaySender(settings, postings, options.topic(), maxPostingBytes)) {
            // Only now, when no other replay can add to them: what was sent back is what the topic says.
            Map<TopicPartition, Long> ends = onTopic.settledEnds(Duration.ofSeconds(seconds));
            ReplayRule rule = rule(settings, decoder, rejects.sentBack(ends));
            RejectReplay.Tally tally = replay.run(ends, rule, sender::send);
            sender.flush();
            print(tally, sender.tooLarge());
            return sender.tooLarge().isEmpty() ? ExitCode.GOOD : ExitCode.SOME_REJECTED;
        }
    }

    private PostingDecoder decoder() {
        WriterSchemas writers = WriterSchemas.known();
        return new PostingDecoder(
                new PostingLimits(maxPostingBytes, maxFieldChars),
                schemas == null ? writers : writers.withPostingSchemasOf(schemas));
    }

    private ReplayRule rule(Map<String, String> settings, PostingDecoder decoder, Set<RejectPlace> sentBack) {
        KafkaTopic origin = new KafkaTopic(settings, postings);
        return new ReplayRule(
                postings,
                decoder,
                detector(),
                place -> origin.keptAt(place.partition(), place.offset())
                        .map(record -> new ReplayRule.Whole(record.key(), record.value())),
                sentBack);
    }

    /** Loads the bundle when it is first needed, which takes a second or two. */
    private Supplier<Detector> detector() {
        Detector[] loaded = {null};
        return () -> {
            if (loaded[0] == null) {
                loaded[0] =
                        detectors.load(bundle == null ? installation.baselineBundle() : bundle, OptionalDouble.empty());
            }
            return loaded[0];
        };
    }

    private void print(RejectReplay.Tally tally, Collection<RejectPlace> tooLarge) {
        PrintWriter out = spec.commandLine().getOut();
        int sent = tally.count(ReplayRule.Fate.SENT) - tooLarge.size();
        out.println((dryRun ? "would be sent back: " : "sent back: ") + sent);
        out.println("still unacceptable: " + RejectText.byReason(tally.unacceptable()));
        out.println("sent back before: " + tally.count(ReplayRule.Fate.SENT_BEFORE));
        out.println("gone: " + tally.gone().size() + places(tally.gone()));
        print(out, "no postings, but of other topics: ", tally.count(ReplayRule.Fate.OF_ANOTHER_TOPIC));
        print(out, "told twice by the job: ", tally.count(ReplayRule.Fate.TOLD_TWICE));
        if (!tooLarge.isEmpty()) {
            out.println("too large for Kafka: " + tooLarge.size() + places(tooLarge));
        }
        if (!tally.neverRejected().isEmpty()) {
            out.println("mended, but no rejects: " + tally.neverRejected().size() + places(tally.neverRejected()));
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
