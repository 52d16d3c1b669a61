package org.lurewatch.detection.campaign;

import java.util.Optional;

/**
 * What a review of some postings means for others that are tied to them later. A confirmed scam holds for the whole
 * campaign. A clearing holds only for postings that lead to the same people: copying a cleared text clears nobody.
 * See RATIONALE.md, "A clearing does not spread by text".
 */
final class Inheritance {
    private Inheritance() {}

    static CampaignEntry across(
            CampaignEntry entry, Optional<CampaignEntry> first, Optional<CampaignEntry> second, Tie tie) {
        Standing earlier = standing(first, tie.earlier());
        Standing later = standing(second, tie.later());
        CampaignEntry after = entry;
        for (Member member : entry.members()) {
            if (member.standing() == Standing.OPEN) {
                boolean isOfFirst =
                        first.flatMap(known -> known.member(member.posting())).isPresent()
                                || member.posting().equals(tie.earlier().posting());
                Standing passed = isOfFirst ? later : earlier;
                if (passes(passed, tie)) {
                    after = after.with(member.with(passed));
                }
            }
        }
        return after;
    }

    private static Standing standing(Optional<CampaignEntry> entry, Sighting sighting) {
        return entry.flatMap(known -> known.member(sighting.posting()))
                .map(Member::standing)
                .orElse(Standing.OPEN);
    }

    private static boolean passes(Standing standing, Tie tie) {
        return switch (standing) {
            case OPEN -> false;
            case CONFIRMED -> true;
            case CLEARED, DISPUTED, ABOUT_SCAMS -> tie.kind().leadsToTheSamePeople();
        };
    }
}
