package org.lurewatch.cli.review;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.lurewatch.cli.options.KafkaOptions;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.desk.review.ReviewSender;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.detection.review.Judgement;
import org.lurewatch.detection.review.Review;
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
            "A later review by the same reviewer replaces an earlier one. Only so many reviews by",
            "one person a day count without a second opinion; the job's settings say how many."
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

    @Option(names = "--reviewer", required = true, paramLabel = "NAME", description = "Who gives the review.")
    private String reviewer;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "Why.")
    private String note;

    @Option(
            names = "--reviews-topic",
            paramLabel = "TOPIC",
            defaultValue = "reviews",
            description = "The topic of reviews; default ${DEFAULT-VALUE}.")
    private String topic;

    private final Clock clock;

    public ReviewCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Review review = review();
        String key = new ReviewSender(kafka.clientSettings(), topic).send(review);
        spec.commandLine()
                .getOut()
                .println("review " + review.reviewId() + ": " + TerminalText.escape(key, 200) + " is " + judgement
                        + ", says " + TerminalText.escape(reviewer));
        spec.commandLine().getOut().flush();
        return ExitCode.GOOD;
    }

    private Review review() {
        int slash = target.posting == null ? 0 : target.posting.indexOf('/');
        if (slash < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--posting is SOURCE/ID; a posting without a source is /ID");
        }
        Instant now = clock.instant();
        try {
            return target.posting == null
                    ? ReviewSender.ofCampaign(target.campaign, judgement(), reviewer, note, now)
                    : ReviewSender.ofPosting(
                            target.posting.substring(0, slash),
                            target.posting.substring(slash + 1),
                            judgement(),
                            reviewer,
                            note,
                            now);
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
}
