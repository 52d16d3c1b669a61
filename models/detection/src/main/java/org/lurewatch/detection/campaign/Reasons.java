package org.lurewatch.detection.campaign;

import java.util.ArrayList;
import java.util.List;

/**
 * What the members of a campaign say about each other. Only their own verdicts count, and none counts for itself. The
 * same text with the same contact says the same again, however often it is posted: it counts once most of it reads like
 * a scam. Other texts with the same contact are evidence of their own.
 * See RATIONALE.md, "Only own scores count in a campaign".
 */
final class Reasons {
    static final String SAME_PEOPLE = "campaign_same_people";
    static final String SAME_TEXT = "campaign_same_text";
    static final String EMPLOYERS = "campaign_employers";
    static final String REVIEW = "campaign_review";

    /** One other posting of the same people that is likely a scam, and three or more. */
    private static final double LIKELY_PEOPLE = 2.5;

    private static final double MANY_LIKELY_PEOPLE = 3.5;

    /** One other posting of the same people that raises questions, and three or more. */
    private static final double UNSURE_PEOPLE = 0.8;

    private static final double MANY_UNSURE_PEOPLE = 1.6;
    private static final int MANY = 3;

    private static final double LIKELY_TEXT = 1.0;

    /** An employer's advert in forty cities must not be condemned for the one copy that came out over the line. */
    private static final double SHARE_OF_TEXT = 0.3;

    /** Agencies too give one contact for many employers. */
    private static final double MANY_EMPLOYERS = 0.7;

    private static final double REVIEWED = 6;

    private static final int[] STEPS = {1, 2, 3, 5, 10, 20, 50, 100};

    private final int members;
    private final int likely;
    private final int likelyReworded;
    private final int unsureReworded;
    private final int employers;

    private Reasons(int members, int likely, int likelyReworded, int unsureReworded, int employers) {
        this.members = members;
        this.likely = likely;
        this.likelyReworded = likelyReworded;
        this.unsureReworded = unsureReworded;
        this.employers = employers;
    }

    static Reasons of(CampaignEntry entry) {
        int likely = 0;
        int likelyReworded = 0;
        int unsureReworded = 0;
        for (Member member : entry.members()) {
            likely += member.likely() ? 1 : 0;
            likelyReworded += member.likely() && member.reworded() ? 1 : 0;
            unsureReworded += member.isUnsure() && member.reworded() ? 1 : 0;
        }
        long employers = entry.members().stream()
                .filter(member -> member.byHandle() && member.personal())
                .mapToLong(Member::employer)
                .filter(employer -> employer != 0)
                .distinct()
                .count();
        return new Reasons(entry.members().size(), likely, likelyReworded, unsureReworded, (int) employers);
    }

    /** What the others say about one member. */
    List<CampaignReason> about(Member member) {
        List<CampaignReason> reasons = new ArrayList<>();
        int others = likely - (member.likely() ? 1 : 0);
        int people = likelyReworded - (member.likely() && member.reworded() ? 1 : 0);
        int unsurePeople = unsureReworded - (member.isUnsure() && member.reworded() ? 1 : 0);
        if (member.byHandle() && people > 0) {
            reasons.add(new CampaignReason(
                    SAME_PEOPLE,
                    people < MANY ? LIKELY_PEOPLE : MANY_LIKELY_PEOPLE,
                    number(people) + " with the same contact, worded differently: likely a scam"));
        } else if (others > 0 && others >= SHARE_OF_TEXT * (members - 1)) {
            reasons.add(new CampaignReason(
                    SAME_TEXT, LIKELY_TEXT, number(others) + " with nearly the same text: likely a scam"));
        } else if (member.byHandle() && unsurePeople > 0) {
            reasons.add(new CampaignReason(
                    SAME_PEOPLE,
                    unsurePeople < MANY ? UNSURE_PEOPLE : MANY_UNSURE_PEOPLE,
                    number(unsurePeople) + " with the same contact, worded differently: it raises questions"));
        }
        if (member.byHandle() && member.personal() && employers >= MANY && others + unsurePeople > 0) {
            reasons.add(new CampaignReason(
                    EMPLOYERS, MANY_EMPLOYERS, "the same contact is given for " + MANY + " employers or more"));
        }
        switch (member.standing()) {
            case CONFIRMED ->
                reasons.add(new CampaignReason(REVIEW, REVIEWED, "reviewers found a scam that the same people posted"));
            case CLEARED ->
                reasons.add(new CampaignReason(REVIEW, -REVIEWED, "reviewers found this contact's adverts legitimate"));
            case OPEN, DISPUTED, ABOUT_SCAMS -> {}
        }
        return reasons;
    }

    /** The count is given in steps, so that not every posting that joins is news to all others. */
    private static String number(int others) {
        int step = STEPS[0];
        for (int each : STEPS) {
            step = each <= others ? each : step;
        }
        return switch (step) {
            case 1 -> "another posting";
            case 2, 3 -> step + " other postings";
            default -> step + " or more other postings";
        };
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
