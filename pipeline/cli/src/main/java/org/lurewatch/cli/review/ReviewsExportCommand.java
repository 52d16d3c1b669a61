package org.lurewatch.cli.review;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.lurewatch.cli.options.KafkaOptions;
import org.lurewatch.cli.options.SchemasOption;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.review.ReviewsExport;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.review.ReviewRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes training data of reviews. */
@Command(
        name = "export",
        description = "Write the postings that were reviewed as labelled examples, which train takes.",
        footer = {
            "",
            "Reviews are put together as in the running job: the newest of each reviewer counts,",
            "the majority decides, and a review of a posting outweighs one of its campaign.",
            "Postings of one campaign are one group. What is disputed is left out."
        })
public final class ReviewsExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the examples go, a .jsonl file.")
    private Path out;

    @Option(
            names = "--reviews-per-day",
            paramLabel = "N",
            defaultValue = "" + ReviewRule.MOST_ALONE_A_DAY,
            description = {
                "Reviews of one reviewer and day that count without a second opinion;",
                "as in the job's settings; default ${DEFAULT-VALUE}."
            })
    private int reviewsPerDay;

    @Option(
            names = "--reviews-topic",
            paramLabel = "TOPIC",
            defaultValue = "reviews",
            description = "The topic of reviews; default ${DEFAULT-VALUE}.")
    private String reviews;

    @Option(
            names = "--postings-topic",
            paramLabel = "TOPIC",
            defaultValue = "postings",
            description = "The topic of postings; default ${DEFAULT-VALUE}.")
    private String postings;

    @Option(
            names = "--warnings-topic",
            paramLabel = "TOPIC",
            defaultValue = "warnings",
            description = "The topic of warnings; default ${DEFAULT-VALUE}.")
    private String warnings;

    @Option(
            names = "--campaigns-topic",
            paramLabel = "TOPIC",
            defaultValue = "campaigns",
            description = "The topic of campaigns; default ${DEFAULT-VALUE}.")
    private String campaigns;

    @Mixin
    private SchemasOption schemas;

    @Override
    public Integer call() {
        Map<String, String> settings = kafka.clientSettings();
        ReviewsExport.Tally tally = new ReviewsExport(
                        new KafkaTopic(settings, reviews),
                        new KafkaTopic(settings, postings),
                        new KafkaTopic(settings, warnings),
                        new KafkaTopic(settings, campaigns),
                        schemas.decoder(PostingLimits.DEFAULT))
                .write(out, reviewsPerDay);
        print(tally, spec.commandLine().getOut());
        return ExitCode.GOOD;
    }

    private void print(ReviewsExport.Tally tally, PrintWriter to) {
        String byLabel = tally.labelled().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(label -> label.getValue() + " " + label.getKey().code())
                .collect(Collectors.joining(", "));
        to.println(tally.examples() + " examples in " + out + (byLabel.isEmpty() ? "" : ": " + byLabel));
        to.println("left out: " + tally.disputed() + " disputed, " + tally.waiting() + " waiting for a second opinion, "
                + tally.gone() + " no longer on the topic");
        if (tally.unusable() > 0) {
            to.println(tally.unusable() + " records on topic " + reviews + " are no reviews");
        }
        to.flush();
    }
}
