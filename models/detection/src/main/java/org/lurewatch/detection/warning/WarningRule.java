package org.lurewatch.detection.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lurewatch.detection.assess.Flip;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.campaign.CampaignNews;
import org.lurewatch.detection.campaign.CampaignReason;
import org.lurewatch.detection.campaign.LateJudgement;
import org.lurewatch.detection.campaign.Standing;

/**
 * Decides what readers are told of a posting, whichever comes first of the posting, news of its campaign, and reviews. See
 * RATIONALE.md, "The first warning does not wait for the campaign".
 */
public final class WarningRule {
    private static final String REVIEW_SIGNAL = "review";
    private static final String FROM_OTHERS = "other postings by the same people";
    private static final String REVIEWERS_SAY = "reviewers say of this posting: ";
    private static final String FROM_REVIEWS = "verdicts of reviewers";

    private WarningRule() {}

    /**
     * The posting was read and assessed. It changes nothing where it says what is known already and is judged alike, nor
     * where it is older than what is known.
     */
    public static WarningStep assessed(KnownPosting known, OwnAssessment own) {
        Optional<OwnAssessment> last = known.own();
        if (last.isPresent() && last.get().isRepeatedBy(own)) {
            KnownPosting seenAgain = known.assessed(last.get().seenAgain(own.textSeen()));
            return WarningStep.nothingNew(seenAgain, ofOneMore(known, own));
        }
        if (last.isPresent() && own.textSeen() < last.get().textSeen()) {
            return WarningStep.nothingNew(known, ofOneMore(known, own));
        }
        KnownPosting now = known.assessed(own);
        return step(now, own, whyAssessed(known, own), own.isLikely(), Optional.empty());
    }

    /**
     * News came of the posting's campaign or of reviews.
     *
     * @param campaign empty where there are no news of its campaign
     * @param reviewed empty where reviewers have said nothing new
     */
    public static WarningStep heard(KnownPosting known, Optional<CampaignNews> campaign, Optional<Standing> reviewed) {
        KnownPosting now = known.heard(campaign, reviewed);
        if (now.own().isEmpty()) {
            return WarningStep.nothingNew(now, Optional.empty());
        }
        Optional<String> left = known.campaign()
                .map(CampaignNews::campaign)
                .filter(before -> !now.campaign().get().campaign().equals(before));
        return step(now, now.own().get(), why(reviewed, campaign), false, left);
    }

    private static WarningStep step(
            KnownPosting now, OwnAssessment own, Optional<String> reason, boolean ownLikely, Optional<String> left) {
        CurrentWarning current = current(now, own, reason);
        boolean isSent = isWorthSending(now, current);
        return new WarningStep(
                isSent ? now.sent(current) : now,
                Optional.of(current),
                isSent,
                left,
                change(now, current, isSent, ownLikely));
    }

    /**
     * Whether the warning is to be sent: a first one of a likely scam; after that, whatever turns the verdict or
     * reviewers say, and a kind of scam or a campaign that readers of a warning that stands do not know yet.
     */
    private static boolean isWorthSending(KnownPosting known, CurrentWarning current) {
        if (known.sent().isEmpty()) {
            return current.isLikely();
        }
        SentWarning last = known.sent().get();
        boolean readsOtherwise = !current.scamType().equals(last.scamType())
                || !current.otherScamType().equals(last.otherScamType())
                || !current.campaign().equals(last.campaign());
        return current.verdict() != last.verdict()
                || !known.reviewed().equals(last.reviewed())
                || current.isLikely() && readsOtherwise;
    }

    private static CurrentWarning current(KnownPosting known, OwnAssessment own, Optional<String> reason) {
        List<CampaignReason> reasons =
                known.campaign().map(CampaignNews::reasons).orElse(List.of());
        LateJudgement.Judged judged = LateJudgement.judge(
                own.score(),
                own.verdict(),
                own.thresholds(),
                reasons,
                known.campaign().map(CampaignNews::standing).orElse(Standing.OPEN),
                known.ofItself());
        Verdict verdict = judged.verdict();
        return new CurrentWarning(
                known.sent().map(SentWarning::revision).orElse(0) + 1,
                reason,
                judged.score(),
                verdict,
                own.scamType(),
                own.otherScamType(),
                known.publicCampaign(),
                grounds(own, verdict, reasons, known.ofItself()),
                flip(own, verdict));
    }

    /** Others' reasons stand among the posting's own by their strength, those of reviewers before all. */
    private static List<Ground> grounds(
            OwnAssessment own, Verdict verdict, List<CampaignReason> reasons, Optional<Standing> reviewed) {
        List<Ground> all = new ArrayList<>();
        boolean upheld = verdict == own.verdict() && own.flip().isPresent();
        for (Ground.Own each : own.grounds()) {
            all.add(verdict == own.verdict() ? each : each.asMild());
        }
        for (CampaignReason reason : reasons) {
            boolean decisive = (upheld || isRaised(own, verdict)) && reason.contribution() > 0;
            add(all, new Ground.Outside(reason.signal(), reason.text(), reason.contribution(), FROM_OTHERS, decisive));
        }
        reviewed.ifPresent(said -> {
            boolean decisive = verdict != own.verdict() || upheld && said == Standing.CONFIRMED;
            all.add(0, new Ground.Outside(REVIEW_SIGNAL, whyReviewed(said), 0, FROM_REVIEWS, decisive));
        });
        return all;
    }

    private static void add(List<Ground> all, Ground ground) {
        int at = 0;
        while (at < all.size() && all.get(at).contribution() >= ground.contribution()) {
            at++;
        }
        all.add(at, ground);
    }

    /**
     * Without what others say, a posting that they made worse has its own verdict. One that they leave where it was needs
     * its own flip and that they do not speak against it: both are marked as decisive.
     */
    private static Optional<Flip> flip(OwnAssessment own, Verdict verdict) {
        if (verdict == own.verdict()) {
            return own.flip();
        }
        return isRaised(own, verdict) ? Optional.of(new Flip(own.verdict(), 0)) : Optional.empty();
    }

    private static boolean isRaised(OwnAssessment own, Verdict verdict) {
        return verdict.compareTo(own.verdict()) < 0;
    }

    private static Optional<String> whyAssessed(KnownPosting known, OwnAssessment own) {
        if (known.own().isEmpty()) {
            return own.isLikely() ? Optional.empty() : why(known.reviewed(), known.campaign());
        }
        return Optional.of(
                known.own().get().textDigest() == own.textDigest()
                        ? "the same text was assessed by another bundle"
                        : "the posting says something else now");
    }

    private static Optional<String> why(Optional<Standing> reviewed, Optional<CampaignNews> campaign) {
        return reviewed.map(WarningRule::whyReviewed).or(() -> campaign.map(CampaignNews::why));
    }

    private static String whyReviewed(Standing standing) {
        return switch (standing) {
            case OPEN -> "reviewers have taken back what they said of this posting";
            case CONFIRMED -> REVIEWERS_SAY + "a scam";
            case CLEARED -> REVIEWERS_SAY + "legitimate";
            case DISPUTED -> REVIEWERS_SAY + "disputed";
            case ABOUT_SCAMS -> REVIEWERS_SAY + "about scams";
        };
    }

    /** A likely scam came that changes nothing. */
    private static Optional<WarningChange> ofOneMore(KnownPosting known, OwnAssessment own) {
        if (!own.isLikely()) {
            return Optional.empty();
        }
        return Optional.of(known.wasSentAsLikely() ? WarningChange.REPEATED : WarningChange.WITHHELD);
    }

    /** @param ownLikely whether the posting has just been assessed as a likely scam by itself */
    private static Optional<WarningChange> change(
            KnownPosting before, CurrentWarning current, boolean isSent, boolean ownLikely) {
        boolean likely = current.isLikely();
        if (ownLikely) {
            WarningChange sent = before.sent().isEmpty() ? WarningChange.FIRST : WarningChange.REVISED;
            WarningChange unsent = likely ? WarningChange.REPEATED : WarningChange.WITHHELD;
            return Optional.of(isSent ? sent : unsent);
        }
        if (!isSent) {
            return Optional.empty();
        }
        if (likely != before.wasSentAsLikely()) {
            return Optional.of(likely ? WarningChange.LATE : WarningChange.RETRACTED);
        }
        return Optional.of(WarningChange.UPDATED);
    }
}
