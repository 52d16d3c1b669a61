package org.lurewatch.detection.campaign;

import java.util.List;
import java.util.Optional;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Thresholds;
import org.lurewatch.detection.assess.Verdict;

/** The final score and verdict of a posting, from its own score, what its campaign adds and what reviewers say. */
public final class LateJudgement {
    private LateJudgement() {}

    /** The outcome. */
    public record Judged(double score, Verdict verdict) {}

    /** Judges a posting of which reviewers have said nothing by itself. */
    public static Judged judge(Assessment own, CampaignNews news) {
        return judge(
                own.score(), own.verdict(), own.lateThresholds(), news.reasons(), news.standing(), Optional.empty());
    }

    /**
     * Judges.
     *
     * @param ownScore what the posting scored by itself
     * @param ownVerdict its verdict by itself
     * @param thresholds where the bundle that scored it draws the lines
     * @param reasons what its campaign adds
     * @param standing what reviewers say of its campaign that holds for it
     * @param reviewed what reviewers say of this very posting; it has the last word
     */
    public static Judged judge(
            double ownScore,
            Verdict ownVerdict,
            Thresholds thresholds,
            List<CampaignReason> reasons,
            Standing standing,
            Optional<Standing> reviewed) {
        double added =
                reasons.stream().mapToDouble(CampaignReason::contribution).sum();
        double score = added == 0 ? ownScore : sigmoid(logOdds(ownScore) + added);
        Verdict verdict =
                ownVerdict == Verdict.ABOUT_SCAMS ? ownVerdict : raised(score, ownVerdict, thresholds, reasons);
        return new Judged(score, said(verdict, reviewed.orElse(standing), reviewed.isPresent()));
    }

    private static Verdict raised(
            double score, Verdict ownVerdict, Thresholds thresholds, List<CampaignReason> reasons) {
        if (reasons.isEmpty()) {
            return ownVerdict;
        }
        Verdict verdict = thresholds.verdict(score);
        boolean byOthersTextOnly = reasons.stream()
                .filter(reason -> reason.contribution() > 0)
                .allMatch(reason -> reason.signal().equals(Reasons.SAME_TEXT));
        // Lures copy honest adverts whole: that a scam reads like it condemns no posting that shows no sign itself.
        boolean atMostUnsure = verdict == Verdict.LIKELY_SCAM && byOthersTextOnly && !ownVerdict.isSuspicious();
        return atMostUnsure ? Verdict.UNSURE : verdict;
    }

    private static Verdict said(Verdict verdict, Standing standing, boolean ofItself) {
        return switch (standing) {
            case OPEN -> verdict;
            case CONFIRMED -> ofItself ? Verdict.LIKELY_SCAM : verdict;
            case CLEARED -> Verdict.NO_SIGN_FOUND;
            case DISPUTED -> verdict == Verdict.LIKELY_SCAM ? Verdict.UNSURE : verdict;
            case ABOUT_SCAMS -> Verdict.ABOUT_SCAMS;
        };
    }

    private static double logOdds(double probability) {
        return Math.log(probability / (1 - probability));
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
