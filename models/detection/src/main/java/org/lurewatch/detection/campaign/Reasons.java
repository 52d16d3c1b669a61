package org.lurewatch.detection.campaign;

import java.util.ArrayList;
import java.util.List;

/** What the members of a campaign say about each other. */
final class Reasons {
    static final String SAME_PEOPLE = "campaign_same_people";
    static final String SAME_TEXT = "campaign_same_text";
    static final String EMPLOYERS = "campaign_employers";
    static final String REVIEW = "campaign_review";

    private static final int[] STEPS = {1, 2, 3, 5, 10, 20, 50, 100};

    private final int likely;
    private final int suspicious;
    private final int all;
    private final long employers;

    private Reasons(int likely, int suspicious, int all, long employers) {
        this.likely = likely;
        this.suspicious = suspicious;
        this.all = all;
        this.employers = employers;
    }

    static Reasons of(CampaignEntry entry) {
        List<Member> members = entry.members();
        return new Reasons(
                (int) members.stream().filter(Member::likely).count(),
                (int) members.stream().filter(Member::suspicious).count(),
                members.size(),
                members.stream()
                        .filter(Member::byHandle)
                        .mapToLong(Member::employer)
                        .filter(employer -> employer != 0)
                        .distinct()
                        .count());
    }

    /** What the others say about one member; it is left out of what it is told. */
    List<CampaignReason> about(Member member) {
        List<CampaignReason> reasons = new ArrayList<>();
        int others = all - 1;
        int likelyOthers = member.likely() ? likely - 1 : likely;
        if (likelyOthers > 0) {
            reasons.add(ofLikely(member, likelyOthers, (double) likelyOthers / others));
        }
        int suspiciousOthers = member.suspicious() ? suspicious - 1 : suspicious;
        if (member.byHandle() && employers >= 3 && suspiciousOthers > 0) {
            reasons.add(new CampaignReason(
                    EMPLOYERS, 0.7, "the same contact is given for " + atLeast((int) employers) + " employers"));
        }
        if (member.standing() == Standing.CONFIRMED) {
            reasons.add(new CampaignReason(REVIEW, 6, "reviewers say that a posting of the same hand is a scam"));
        }
        if (member.standing() == Standing.CLEARED) {
            reasons.add(new CampaignReason(REVIEW, -6, "reviewers say that a posting of the same hand is legitimate"));
        }
        return reasons;
    }

    private static CampaignReason ofLikely(Member member, int likelyOthers, double share) {
        double part = share >= 0.3 ? 1 : share >= 0.1 ? 0.6 : 0.2;
        String others = likelyOthers == 1 ? "another posting" : atLeast(likelyOthers) + " other postings";
        return member.byHandle()
                ? new CampaignReason(SAME_PEOPLE, 3.5 * part, others + " with the same contact read like a scam")
                : new CampaignReason(SAME_TEXT, 2 * part, others + " with nearly the same text read like a scam");
    }

    /** Told in steps, so that not each posting that joins is news to all others. */
    private static String atLeast(int number) {
        int step = STEPS[0];
        for (int each : STEPS) {
            step = each <= number ? each : step;
        }
        return step == number ? Integer.toString(number) : "more than " + step;
    }

    static String name(Standing standing) {
        return switch (standing) {
            case OPEN -> "taken back";
            case CONFIRMED -> "a scam";
            case CLEARED -> "legitimate";
            case DISPUTED -> "disputed";
            case ABOUT_SCAMS -> "about scams";
        };
    }
}
