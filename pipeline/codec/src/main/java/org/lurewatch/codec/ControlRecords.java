package org.lurewatch.codec;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.deployment.Command;
import org.lurewatch.detection.deployment.Comparison;
import org.lurewatch.detection.deployment.Decision;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.Watch;
import org.lurewatch.detection.lists.ListDecision;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.BundleScore;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.Disagreement;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.ShadowScore;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.Verdict;

/** Reports on bundles: what became of commands, shadow scores and their summary, and vetoes. */
public final class ControlRecords {
    /** The issuer of the job's own commands. */
    static final String ISSUED_BY_THE_JOB = "lurewatch";

    private static final Comparator<Disagreement> MOST_FIRST = Comparator.comparingLong(
                    (Disagreement each) -> each.getOnlyChampion() + each.getOnlyShadow())
            .reversed()
            .thenComparing(Disagreement::getLanguage);

    static {
        TrustedClasses.register();
    }

    private ControlRecords() {}

    /** Reports what became of a command. */
    public static ControlStatus status(ControlCommand command, Decision decision, Instant at) {
        return status(decision.deployment(), decision.message(), at)
                .setCommandId(command.getCommandId())
                .setAction(command.getAction())
                .setAccepted(decision.accepted())
                .build();
    }

    /** Reports what became of a command about lists. */
    public static ControlStatus status(
            ControlCommand command, Deployment deployment, ListDecision decision, Instant at) {
        return status(command, new Decision(deployment, decision.accepted(), decision.message()), at);
    }

    /** Reports that a task could not carry out a command, so that other bundles are in use there. */
    public static ControlStatus trouble(Deployment deployment, String message, Instant at) {
        return status(deployment, message, at).build();
    }

    /** Reports what champion and shadow have disagreed about since the last summary. */
    public static ControlStatus summary(Watch watch, Instant at) {
        List<Disagreement> disagreements = watch.compared().entrySet().stream()
                .map(ControlRecords::disagreement)
                .sorted(MOST_FIRST)
                .toList();
        long all = disagreements.stream()
                .mapToLong(each -> each.getOnlyChampion() + each.getOnlyShadow())
                .sum();
        return status(
                        watch.deployment(),
                        "champion and shadow disagree about " + all + " of " + watch.comparedPostings() + " postings",
                        at)
                .setAccepted(true)
                .setDisagreements(disagreements)
                .build();
    }

    /** The command that rolls a bundle back; the same however often it is given in one deployment. */
    public static ControlCommand rollback(Deployment deployment, Watch.Veto veto, Instant at) {
        return ControlCommand.newBuilder()
                .setCommandId("veto-" + veto.digest() + "-" + deployment.revision())
                .setAction(ControlAction.ROLLBACK)
                .setDigest(veto.digest())
                .setIssuedBy(ISSUED_BY_THE_JOB)
                .setReason(cut(veto.message()))
                .setIssuedAt(at.truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    /** What champion and shadow say of the same posting. */
    public static ShadowScore shadowScore(AssessedPosting decided, Assessment shadow) {
        ScamWarning champion = decided.getAssessment();
        return ShadowScore.newBuilder()
                .setWarningId(champion.getWarningId())
                .setSource(champion.getSource())
                .setPostingId(champion.getPostingId())
                .setLanguage(decided.getFootprint().getLanguage())
                .setChampion(new BundleScore(
                        champion.getBundle().getDigest(),
                        champion.getScore(),
                        Verdict.valueOf(PostingRecords.ofBundle(decided).name())))
                .setShadow(new BundleScore(
                        shadow.bundle().digest(),
                        shadow.score(),
                        Verdict.valueOf(shadow.verdict().name())))
                .setAssessedAt(champion.getAssessedAt())
                .build();
    }

    private static ControlStatus.Builder status(Deployment deployment, String message, Instant at) {
        return ControlStatus.newBuilder()
                .setMessage(cut(message))
                .setChampion(orNull(deployment.champion()))
                .setPrevious(orNull(deployment.previous()))
                .setShadow(orNull(deployment.shadow()))
                .setCanary(orNull(deployment.canary()))
                .setCanaryShare(deployment.canaryShare())
                .setAt(at.truncatedTo(ChronoUnit.MILLIS));
    }

    private static Disagreement disagreement(Map.Entry<String, Comparison> language) {
        Comparison compared = language.getValue();
        return new Disagreement(language.getKey(), compared.postings(), compared.onlyChampion(), compared.onlyShadow());
    }

    private static String cut(String message) {
        return message.length() <= Command.MOST_TEXT_CHARS ? message : message.substring(0, Command.MOST_TEXT_CHARS);
    }

    private static @Nullable String orNull(String digest) {
        return digest.isEmpty() ? null : digest;
    }
}
