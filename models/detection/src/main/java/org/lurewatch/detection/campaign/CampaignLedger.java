package org.lurewatch.detection.campaign;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lurewatch.detection.posting.Sha256;

/**
 * Joins postings into campaigns. The same postings end up together whatever the order of the ties. The id of a joined
 * campaign is that of the oldest of its parts.
 * See RATIONALE.md, "Campaigns are joined in one place".
 */
public final class CampaignLedger {
    /** How long a campaign is remembered after its newest posting. */
    public static final Duration RETENTION = Duration.ofDays(90);

    private static final int ID_BYTES = 16;

    private final CampaignStore store;
    private final long retention;

    public CampaignLedger(CampaignStore store) {
        this(store, RETENTION);
    }

    public CampaignLedger(CampaignStore store, Duration retention) {
        this.store = Objects.requireNonNull(store);
        this.retention = retention.toMillis();
    }

    /**
     * Joins the campaigns of two postings that are tied, and answers news for every posting for which that changes
     * something.
     */
    public List<CampaignNews> join(Tie tie) {
        Optional<CampaignEntry> first = campaign(tie.earlier().posting());
        Optional<CampaignEntry> second = campaign(tie.later().posting());
        if (first.isPresent() && first.equals(second) && saysNothingNew(first.get(), tie)) {
            return List.of();
        }
        Map<String, CampaignNews> before = new HashMap<>();
        Stream.of(first, second).flatMap(Optional::stream).forEach(entry -> before.putAll(newsOf(entry, "")));
        CampaignEntry after = joined(first, second, tie);
        after = after.with(seen(after, tie.earlier(), tie)).with(seen(after, tie.later(), tie));
        after = Inheritance.across(after, first, second, tie);
        return keep(after, before, why(first, second));
    }

    /**
     * Applies a review, which holds for the posting's whole campaign, or for the campaign named. A posting without a
     * campaign is remembered as a campaign of its own.
     *
     * @param posting the posting reviewed, or null
     * @param campaign the campaign reviewed, or null; looked at only where there is no posting
     * @param standing what the review says; {@link Standing#OPEN} takes an earlier one back
     * @param time event time of the review in milliseconds
     */
    public List<CampaignNews> review(String posting, String campaign, Standing standing, long time) {
        Optional<CampaignEntry> found = posting != null ? campaign(posting) : current(campaign);
        if (found.isEmpty() && posting == null) {
            return List.of();
        }
        CampaignEntry entry =
                found.orElseGet(() -> founded(posting).with(Member.reviewed(posting, time, Standing.OPEN)));
        Map<String, CampaignNews> before = found.isPresent() ? newsOf(entry, "") : Map.of();
        CampaignEntry after = entry;
        for (Member member : entry.members()) {
            after = after.with(member.with(standing));
        }
        return keep(after, before, "reviewed: " + Reasons.name(standing));
    }

    /**
     * Forgets a posting.
     *
     * @return ids of its campaign and of those that became part of it, which may have told readers of it; none where it has no
     *     campaign
     */
    public List<String> erase(String posting) {
        Optional<CampaignEntry> found = campaign(posting);
        store.release(posting);
        if (found.isEmpty()) {
            return List.of();
        }
        CampaignEntry left = found.get().without(posting);
        List<String> campaigns = new ArrayList<>(List.of(left.id()));
        for (int i = 0; i < campaigns.size(); i++) {
            campaigns.addAll(store.mergedInto(campaigns.get(i)));
        }
        if (left.members().isEmpty()) {
            store.forget(left);
        } else {
            store.save(left);
        }
        return campaigns;
    }

    /** When a campaign expires if no more postings join it. */
    public long expiresAt(CampaignEntry entry) {
        return entry.lastSeen() > Long.MAX_VALUE - retention ? Long.MAX_VALUE : entry.lastSeen() + retention;
    }

    /** Forgets the campaign if its time has come. @return whether it is gone */
    public boolean expire(String campaign, long now) {
        Optional<CampaignEntry> entry = store.entry(campaign).filter(found -> expiresAt(found) <= now);
        entry.ifPresent(store::forget);
        return store.entry(campaign).isEmpty();
    }

    private Optional<CampaignEntry> campaign(String posting) {
        return store.campaignOf(posting).flatMap(this::current);
    }

    /** The campaign itself, or what it became part of. */
    private Optional<CampaignEntry> current(String campaign) {
        Optional<CampaignEntry> entry = store.entry(campaign);
        while (entry.isPresent() && entry.get().isMerged()) {
            entry = store.entry(entry.get().mergedInto());
        }
        return entry;
    }

    private CampaignEntry joined(Optional<CampaignEntry> first, Optional<CampaignEntry> second, Tie tie) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.or(() -> second).orElseGet(() -> founded(tie.earlier().posting()));
        }
        CampaignEntry one = first.get();
        CampaignEntry other = second.get();
        if (one.id().equals(other.id())) {
            return one;
        }
        CampaignEntry older = one.isOlderThan(other) ? one : other;
        CampaignEntry younger = older == one ? other : one;
        store.save(younger.mergedInto(older.id()));
        return older.joinedBy(younger);
    }

    /** A new campaign, or what became of the one that the posting founded earlier. */
    private CampaignEntry founded(String posting) {
        String id = idOf(posting);
        return current(id).orElseGet(() -> CampaignEntry.fresh(id));
    }

    private static Member seen(CampaignEntry entry, Sighting sighting, Tie tie) {
        Member now = Member.of(sighting, tie);
        return entry.member(sighting.posting())
                .map(member -> member.seenAgain(now))
                .orElse(now);
    }

    private static boolean saysNothingNew(CampaignEntry entry, Tie tie) {
        return Stream.of(tie.earlier(), tie.later()).allMatch(sighting -> entry.member(sighting.posting())
                .filter(seen(entry, sighting, tie)::equals)
                .isPresent());
    }

    private List<CampaignNews> keep(CampaignEntry after, Map<String, CampaignNews> before, String why) {
        store.save(after);
        Map<String, CampaignNews> now = newsOf(after, why);
        List<CampaignNews> news = new ArrayList<>();
        for (Member member : after.members()) {
            CampaignNews earlier = before.get(member.posting());
            CampaignNews latest = now.get(member.posting());
            if (earlier == null || !earlier.campaign().equals(after.id())) {
                store.assign(member.posting(), after.id());
            }
            if (earlier == null || saysMore(earlier, latest)) {
                news.add(latest);
            }
        }
        before.keySet().stream().filter(posting -> !now.containsKey(posting)).forEach(store::release);
        return news;
    }

    private static boolean saysMore(CampaignNews earlier, CampaignNews latest) {
        return !earlier.campaign().equals(latest.campaign())
                || isReported(earlier) != isReported(latest)
                || earlier.standing() != latest.standing()
                || !earlier.reasons().equals(latest.reasons());
    }

    private static boolean isReported(CampaignNews news) {
        return news.count() >= CampaignEntry.FEWEST_REPORTED;
    }

    private static Map<String, CampaignNews> newsOf(CampaignEntry entry, String why) {
        Reasons reasons = Reasons.of(entry);
        Map<String, CampaignNews> news = new HashMap<>();
        for (Member member : entry.members()) {
            news.put(
                    member.posting(),
                    new CampaignNews(
                            member.posting(),
                            entry.id(),
                            entry.count(),
                            member.standing(),
                            reasons.about(member),
                            why));
        }
        return news;
    }

    private static String why(Optional<CampaignEntry> first, Optional<CampaignEntry> second) {
        if (first.isEmpty() && second.isEmpty()) {
            return "two postings are by the same people";
        }
        boolean merged = first.isPresent()
                && second.isPresent()
                && !first.get().id().equals(second.get().id());
        return merged ? "two campaigns are by the same people" : "another posting is by the same people";
    }

    private static String idOf(String posting) {
        byte[] digest = Sha256.digest(("campaign " + posting).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    }
}
