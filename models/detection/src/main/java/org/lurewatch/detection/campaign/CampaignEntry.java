package org.lurewatch.detection.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One campaign in the ledger.
 *
 * @param id stays the same, whatever joins
 * @param members its postings as they joined, at most {@link #MOST_MEMBERS}: where there are more, the newest
 * @param count how many ever joined
 * @param firstSeen event time of the oldest, also of those no longer among the members
 * @param lastSeen event time of the newest
 * @param mergedInto the campaign it became part of, or the empty string
 */
public record CampaignEntry(
        String id, List<Member> members, int count, long firstSeen, long lastSeen, String mergedInto) {
    /** So that one campaign's state stays small. */
    public static final int MOST_MEMBERS = 200;

    /** A campaign is reported to readers from this many postings on; a single posting's own warning says it all. */
    public static final int FEWEST_REPORTED = 2;

    public CampaignEntry {
        Objects.requireNonNull(id);
        members = List.copyOf(members);
        Objects.requireNonNull(mergedInto);
    }

    static CampaignEntry fresh(String id) {
        return new CampaignEntry(id, List.of(), 0, Long.MAX_VALUE, Long.MIN_VALUE, "");
    }

    public boolean isMerged() {
        return !mergedInto.isEmpty();
    }

    /** What reviewers say of it as a whole. */
    public Standing standing() {
        return members.stream().map(Member::standing).reduce(Standing.OPEN, Standing::together);
    }

    Optional<Member> member(String posting) {
        return members.stream()
                .filter(member -> member.posting().equals(posting))
                .findFirst();
    }

    /** The same with this member as it is now: changed if it was one already, joined otherwise. */
    CampaignEntry with(Member member) {
        List<Member> changed = new ArrayList<>(members);
        int at = 0;
        while (at < changed.size() && !changed.get(at).posting().equals(member.posting())) {
            at++;
        }
        boolean joins = at == changed.size();
        if (joins) {
            changed.add(member);
        } else {
            changed.set(at, member);
        }
        return new CampaignEntry(
                id,
                changed.subList(Math.max(0, changed.size() - MOST_MEMBERS), changed.size()),
                joins ? count + 1 : count,
                Math.min(firstSeen, member.time()),
                Math.max(lastSeen, member.time()),
                mergedInto);
    }

    /** The same without a posting; how many ever joined does not change. */
    CampaignEntry without(String posting) {
        return new CampaignEntry(
                id,
                members.stream()
                        .filter(member -> !member.posting().equals(posting))
                        .toList(),
                count,
                firstSeen,
                lastSeen,
                mergedInto);
    }

    /** This campaign and another one joined, under this one's id. */
    CampaignEntry joinedBy(CampaignEntry other) {
        List<Member> all = new ArrayList<>(members);
        all.addAll(other.members);
        return new CampaignEntry(
                id,
                all.subList(Math.max(0, all.size() - MOST_MEMBERS), all.size()),
                count + other.count,
                Math.min(firstSeen, other.firstSeen),
                Math.max(lastSeen, other.lastSeen),
                mergedInto);
    }

    CampaignEntry mergedInto(String other) {
        return new CampaignEntry(id, List.of(), count, firstSeen, lastSeen, other);
    }

    boolean isOlderThan(CampaignEntry other) {
        return firstSeen != other.firstSeen ? firstSeen < other.firstSeen : id.compareTo(other.id) < 0;
    }
}
