package org.lurewatch.cli.review;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.lurewatch.cli.options.KafkaOptions;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.RecordSender;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.detection.review.Judgement;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.ReviewJudgement;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what a posting or campaign is. */
@Command(
        name = "review",
        description = "Say what a posting or a campaign is; the running job acts on it at once.",
        footer = {
            "",
            "A later review of the same reviewer replaces an earlier one. Of one reviewer only",
            "so many a day count without a second opinion, as the job's settings say."
        })
public final class ReviewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    /** What is reviewed. */
    static final class Target {
        @Option(names = "--posting", required = true, paramLabel = "SOURCE/ID", description = "The posting.")
        private String posting;

        @Option(names = "--campaign", required = true, paramLabel = "ID", description = "The campaign.")
        private String campaign;
    }

    @ArgGroup(multiplicity = "1")
    private Target target;

    @Option(
            names = "--judgement",
            required = true,
            paramLabel = "WHAT",
            description = "scam, legitimate, about-scams or disputed.")
    private String judgement;

    @Option(names = "--reviewer", required = true, paramLabel = "NAME", description = "Who says it.")
    private String reviewer;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "Why.")
    private String note;

    @Option(
            names = "--reviews-topic",
            paramLabel = "TOPIC",
            defaultValue = "reviews",
            description = "Default ${DEFAULT-VALUE}.")
    private String topic;

    private final Clock clock;

    public ReviewCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Review review = review();
        Map<String, String> settings = kafka.clientSettings();
        new KafkaTopic(settings, topic).require();
        byte[] value =
                SingleObjectEncoding.of(Review.class, WriterSchemas.known()).encode(review);
        new RecordSender(settings).send(topic, key(review), value, "the review");
        spec.commandLine()
                .getOut()
                .println("review " + review.getReviewId() + ": " + TerminalText.escape(key(review), 200) + " is "
                        + judgement + ", says " + TerminalText.escape(reviewer));
        spec.commandLine().getOut().flush();
        return ExitCode.GOOD;
    }

    private Review review() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int slash = target.posting == null ? 0 : target.posting.indexOf('/');
        if (slash < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--posting is SOURCE/ID; a posting without a source is /ID");
        }
        String source = target.posting == null ? "" : target.posting.substring(0, slash);
        String postingId = target.posting == null ? null : target.posting.substring(slash + 1);
        String id = UUID.nameUUIDFromBytes(String.join(
                                "\0", "" + target.posting, "" + target.campaign, judgement, reviewer, now.toString())
                        .getBytes(StandardCharsets.UTF_8))
                .toString();
        try {
            return toAvro(new org.lurewatch.detection.review.Review(
                    id, source, postingId, target.campaign, judgement(), reviewer, note, now));
        } catch (UnusablePostingException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Judgement judgement() {
        String name = judgement.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Judgement.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--judgement is scam, legitimate, about-scams or disputed, not " + judgement));
    }

    private static Review toAvro(org.lurewatch.detection.review.Review review) {
        return new Review(
                review.reviewId(),
                review.source(),
                review.postingId(),
                review.campaignId(),
                ReviewJudgement.valueOf(review.judgement().name()),
                review.reviewer(),
                review.note(),
                review.reviewedAt());
    }

    /** Reviews of one target lie in one partition, and so in the order in which they were given. */
    private static String key(Review review) {
        return review.getPostingId() == null
                ? review.getCampaignId()
                : review.getSource() + "/" + review.getPostingId();
    }
}
