package org.lurewatch.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.Thresholds;
import org.lurewatch.detection.campaign.CampaignEntry;
import org.lurewatch.detection.campaign.CampaignReason;
import org.lurewatch.detection.campaign.LateJudgement;
import org.lurewatch.detection.campaign.Standing;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.CampaignNews;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.Flip;
import org.lurewatch.schemas.PostingMemory;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;

/** From what is remembered of a posting to the warning that is sent of it now. */
public final class WarningReviser {
    private static final String REVIEW_SIGNAL = "review";
    private static final String FROM_OTHERS = "other postings of the same hand";
    private static final String FROM_REVIEWS = "verdicts of reviewers";

    private WarningReviser() {}

    /**
     * The posting's warning as it stands now, whatever its verdict, with the revision after the last one sent.
     *
     * @param memory of a posting that was assessed
     * @param reason why it would be sent, or null for a first warning
     */
    public static ScamWarning current(PostingMemory memory, String reason) {
        AssessedPosting assessed = memory.getAssessed();
        ScamWarning own = assessed.getWarning();
        List<CampaignReason> reasons = LedgerRecords.reasons(memory.getCampaign());
        LateJudgement.Judged judged = judge(memory, reasons);
        Verdict verdict = Verdict.valueOf(judged.verdict().name());
        ScamWarning current = Copies.of(own, new ScamWarning());
        current.setRevision(memory.getRevision() + 1);
        current.setRevisionReason(reason);
        current.setScore(judged.score());
        current.setVerdict(verdict);
        current.setCampaignId(campaign(memory));
        current.setEvidence(evidence(own, verdict, reasons, memory.getReviewed()));
        current.setFlip(flip(own, verdict));
        return current;
    }

    /**
     * Whether the warning is to be sent: a first one of a likely scam; after that, whatever turns the verdict or
     * reviewers say, and a kind of scam or a campaign that readers of a warning that stands do not know yet.
     */
    public static boolean isWorthSending(PostingMemory memory, ScamWarning current) {
        if (memory.getRevision() == 0) {
            return current.getVerdict() == Verdict.LIKELY_SCAM;
        }
        boolean stands = current.getVerdict() == Verdict.LIKELY_SCAM;
        return current.getVerdict() != memory.getToldVerdict()
                || memory.getReviewed() != memory.getToldReviewed()
                || stands && !Objects.equals(current.getScamType(), memory.getToldScamType())
                || stands && !Objects.equals(current.getCampaignId(), memory.getToldCampaign());
    }

    /** A reviewed posting is a campaign of its own until others join; of that one no reader is told. */
    private static String campaign(PostingMemory memory) {
        CampaignNews campaign = memory.getCampaign();
        return campaign == null || campaign.getCount() < CampaignEntry.FEWEST_REPORTED ? null : campaign.getCampaign();
    }

    private static LateJudgement.Judged judge(PostingMemory memory, List<CampaignReason> reasons) {
        AssessedPosting assessed = memory.getAssessed();
        ScamWarning own = assessed.getWarning();
        Double baseRate = own.getBundle().getBaseRate();
        CampaignStanding ofCampaign =
                memory.getCampaign() == null ? null : memory.getCampaign().getStanding();
        return LateJudgement.judge(
                own.getScore(),
                org.lurewatch.detection.assess.Verdict.valueOf(own.getVerdict().name()),
                new Thresholds(baseRate == null ? 0 : baseRate, assessed.getUnsureFrom(), assessed.getLikelyFrom()),
                reasons,
                LedgerRecords.toDomain(ofCampaign),
                Optional.of(LedgerRecords.toDomain(memory.getReviewed())).filter(said -> said != Standing.OPEN));
    }

    /** Others' reasons stand among the posting's own by their strength. */
    private static List<Evidence> evidence(
            ScamWarning own, Verdict verdict, List<CampaignReason> reasons, CampaignStanding reviewed) {
        List<Evidence> all = new ArrayList<>();
        boolean upheld = verdict == own.getVerdict() && own.getFlip() != null;
        for (Evidence each : own.getEvidence()) {
            boolean decisive = each.getDecisive() && verdict == own.getVerdict();
            all.add(decisive == each.getDecisive() ? each : milder(each));
        }
        for (CampaignReason reason : reasons) {
            boolean decisive = (upheld || isRaised(own, verdict)) && reason.contribution() > 0;
            add(all, fromOutside(reason.signal(), reason.text(), reason.contribution(), FROM_OTHERS, decisive));
        }
        if (LedgerRecords.toDomain(reviewed) != Standing.OPEN) {
            String text = "reviewers say of this posting: " + named(reviewed);
            boolean decisive = verdict != own.getVerdict() || upheld && reviewed == CampaignStanding.CONFIRMED;
            all.add(0, fromOutside(REVIEW_SIGNAL, text, 0, FROM_REVIEWS, decisive));
        }
        return all;
    }

    private static Evidence milder(Evidence decisive) {
        Evidence evidence = Copies.of(decisive, new Evidence());
        evidence.setDecisive(false);
        return evidence;
    }

    private static void add(List<Evidence> all, Evidence evidence) {
        int at = 0;
        while (at < all.size() && all.get(at).getContribution() >= evidence.getContribution()) {
            at++;
        }
        all.add(at, evidence);
    }

    private static Evidence fromOutside(
            String signal, String text, double contribution, String source, boolean decisive) {
        return Evidence.newBuilder()
                .setSignal(signal)
                .setField("")
                .setStart(0)
                .setEnd(0)
                .setQuote("")
                .setPhrase(text)
                .setContribution(contribution)
                .setSource(source)
                .setDecisive(decisive)
                .build();
    }

    /**
     * Without what others say, a posting that they made worse has its own verdict. One that they leave where it was needs
     * its own flip and that they do not speak against it: both are marked as decisive.
     */
    private static Flip flip(ScamWarning own, Verdict verdict) {
        if (verdict == own.getVerdict()) {
            return own.getFlip();
        }
        return isRaised(own, verdict) ? new Flip(own.getVerdict(), 0) : null;
    }

    private static boolean isRaised(ScamWarning own, Verdict verdict) {
        return verdict.compareTo(own.getVerdict()) < 0;
    }

    /** What reviewers say, for a reader. */
    static String named(CampaignStanding standing) {
        return switch (standing) {
            case OPEN -> "nothing any more";
            case CONFIRMED -> "a scam";
            case CLEARED -> "legitimate";
            case DISPUTED -> "disputed";
            case ABOUT_SCAMS -> "about scams";
        };
    }
}
