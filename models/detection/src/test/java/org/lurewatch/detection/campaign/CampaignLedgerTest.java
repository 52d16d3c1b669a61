package org.lurewatch.detection.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.detection.campaign.Sightings.OTHER_TEXT;
import static org.lurewatch.detection.campaign.Sightings.TEXT;
import static org.lurewatch.detection.campaign.Sightings.honest;
import static org.lurewatch.detection.campaign.Sightings.likely;
import static org.lurewatch.detection.campaign.Sightings.unsure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CampaignLedgerTest {
    private final MapStore store = new MapStore();
    private final CampaignLedger ledger = new CampaignLedger(store);

    @Test
    void two_tied_postings_found_a_campaign_and_are_both_told() {
        List<CampaignNews> news = ledger.join(tie(unsure("a", 1, TEXT), unsure("b", 2, TEXT)));
        assertEquals(List.of("a", "b"), news.stream().map(CampaignNews::posting).toList());
        assertEquals(1, news.stream().map(CampaignNews::campaign).distinct().count());
        assertEquals(2, news.get(0).count());
    }

    @Test
    void the_same_tie_again_is_no_news() {
        Tie tie = tie(unsure("a", 1, TEXT), unsure("b", 2, TEXT));
        ledger.join(tie);
        assertEquals(List.of(), ledger.join(tie));
    }

    @Test
    void a_merge_keeps_the_older_id_and_tells_the_members_of_the_other() {
        String older = ledger.join(tie(unsure("a", 1, TEXT), unsure("b", 2, TEXT)))
                .get(0)
                .campaign();
        String younger = ledger.join(tie(unsure("c", 3, OTHER_TEXT), unsure("d", 4, OTHER_TEXT)))
                .get(0)
                .campaign();
        List<CampaignNews> news = ledger.join(tie(unsure("b", 2, TEXT), unsure("d", 4, OTHER_TEXT)));
        assertTrue(news.stream().allMatch(each -> each.campaign().equals(older)));
        assertTrue(news.stream().map(CampaignNews::posting).toList().containsAll(List.of("c", "d")));
        assertEquals(older, store.entry(younger).orElseThrow().mergedInto());
        assertEquals(4, store.entry(older).orElseThrow().count());
    }

    @Test
    void a_likely_scam_with_the_same_contact_speaks_for_others_and_not_for_itself() {
        List<CampaignNews> news = ledger.join(tie(likely("scam", 1, TEXT), unsure("other", 2, OTHER_TEXT)));
        assertTrue(sum(news, "other") > 2);
        assertTrue(sum(news, "scam") < 1);
    }

    @Test
    void a_posting_that_joins_late_is_told_all_that_is_known() {
        ledger.join(tie(likely("scam", 100, TEXT), unsure("b", 200, OTHER_TEXT)));
        List<CampaignNews> news = ledger.join(tie(unsure("late", 5, Sightings.text(1)), likely("scam", 100, TEXT)));
        assertTrue(sum(news, "late") > 2);
        assertEquals(5, store.entry(news.get(0).campaign()).orElseThrow().firstSeen());
    }

    @Test
    void one_copy_over_the_line_condemns_no_advert_in_forty_cities() {
        Sighting first = honest("city-0", 0, 7, TEXT);
        List<CampaignNews> news = new ArrayList<>();
        for (int city = 1; city < 40; city++) {
            news.addAll(ledger.join(tie(first, honest("city-" + city, city, 7, TEXT))));
        }
        news.addAll(ledger.join(tie(first, likely("city-40", 40, TEXT))));
        assertTrue(news.stream().allMatch(each -> each.reasons().isEmpty()));
    }

    @Test
    void a_review_holds_for_the_whole_campaign_and_for_what_joins_it() {
        ledger.join(tie(unsure("a", 1, TEXT), unsure("b", 2, TEXT)));
        List<CampaignNews> news = ledger.review("a", null, Standing.CONFIRMED, 3);
        assertEquals(2, news.size());
        assertTrue(sum(news, "b") > 5);
        List<CampaignNews> later = ledger.join(tie(unsure("b", 2, TEXT), unsure("c", 4, TEXT)));
        assertEquals(Standing.CONFIRMED, of(later, "c").standing());
    }

    @Test
    void a_copy_of_a_cleared_text_is_not_cleared() {
        ledger.join(tie(unsure("a", 1, TEXT), unsure("b", 2, TEXT)));
        ledger.review("a", null, Standing.CLEARED, 3);
        Tie byText = Tie.of("text", LinkKind.TEXT, unsure("b", 2, TEXT), unsure("copy", 4, TEXT), 1);
        assertEquals(Standing.OPEN, of(ledger.join(byText), "copy").standing());
        List<CampaignNews> sameContact = ledger.join(tie(unsure("b", 2, TEXT), unsure("same", 5, TEXT)));
        assertEquals(Standing.CLEARED, of(sameContact, "same").standing());
    }

    @Test
    void a_review_of_a_posting_that_nothing_is_tied_to_is_remembered() {
        ledger.review("a", null, Standing.CONFIRMED, 1);
        List<CampaignNews> news = ledger.join(tie(unsure("a", 2, TEXT), unsure("b", 3, OTHER_TEXT)));
        assertEquals(Standing.CONFIRMED, of(news, "b").standing());
    }

    @Test
    void a_reviewed_posting_is_told_when_it_is_alone_no_more() {
        ledger.review("a", null, Standing.CONFIRMED, 1);
        List<CampaignNews> news = ledger.join(tie(unsure("a", 2, TEXT), honest("b", 3, 7, TEXT)));
        assertEquals(2, of(news, "a").count());
        List<CampaignNews> later = ledger.join(tie(unsure("a", 2, TEXT), honest("c", 4, 7, TEXT)));
        assertEquals(List.of("c"), later.stream().map(CampaignNews::posting).toList());
    }

    @Test
    void a_review_can_name_the_campaign_even_by_the_id_it_had_before_a_merge() {
        ledger.join(tie(unsure("a", 1, TEXT), unsure("b", 2, TEXT)));
        String younger = ledger.join(tie(unsure("c", 3, TEXT), unsure("d", 4, TEXT)))
                .get(0)
                .campaign();
        ledger.join(tie(unsure("a", 1, TEXT), unsure("c", 3, TEXT)));
        assertEquals(4, ledger.review(null, younger, Standing.CONFIRMED, 9).size());
        assertEquals(List.of(), ledger.review(null, "unknown", Standing.CONFIRMED, 9));
    }

    @Test
    void reviewers_that_disagree_about_one_hand_leave_it_disputed() {
        String campaign = ledger.join(tie(unsure("a", 1, TEXT), unsure("b", 2, TEXT)))
                .get(0)
                .campaign();
        ledger.review("a", null, Standing.CONFIRMED, 3);
        ledger.join(tie(unsure("c", 4, TEXT), unsure("d", 5, TEXT)));
        ledger.review("c", null, Standing.CLEARED, 6);
        ledger.join(tie(unsure("a", 1, TEXT), unsure("c", 4, TEXT)));
        assertEquals(Standing.DISPUTED, store.entry(campaign).orElseThrow().standing());
    }

    @Test
    void a_campaign_is_forgotten_when_nothing_joined_it_for_its_time() {
        CampaignLedger shortLived = new CampaignLedger(store, Duration.ofMillis(10));
        String campaign = shortLived
                .join(tie(unsure("a", 1, TEXT), unsure("b", 2, TEXT)))
                .get(0)
                .campaign();
        assertFalse(shortLived.expire(campaign, 11));
        assertTrue(store.campaignOf("a").isPresent());
        assertTrue(shortLived.expire(campaign, 12));
        assertEquals(Optional.empty(), store.campaignOf("a"));
        assertEquals(Optional.empty(), store.entry(campaign));
    }

    @Test
    void a_campaign_remembers_its_newest_postings_and_counts_all() {
        String campaign = "";
        for (int i = 1; i <= 300; i++) {
            campaign = ledger.join(tie(unsure("p" + (i - 1), i - 1, TEXT), unsure("p" + i, i, TEXT)))
                    .get(0)
                    .campaign();
        }
        CampaignEntry entry = store.entry(campaign).orElseThrow();
        assertEquals(CampaignEntry.MOST_MEMBERS, entry.members().size());
        assertEquals(301, entry.count());
        assertEquals(CampaignEntry.MOST_MEMBERS, store.campaigns.size());
    }

    @Property(tries = 300)
    void any_order_of_the_same_ties_groups_the_same_postings(
            @ForAll @Size(max = 40) List<@IntRange(max = 899) Integer> pairs, @ForAll long seed) {
        List<Tie> ties = new ArrayList<>();
        int[] root = new int[30];
        for (int i = 0; i < root.length; i++) {
            root[i] = i;
        }
        for (int pair : pairs) {
            int one = pair / 30;
            int other = pair % 30;
            if (one != other) {
                ties.add(tie(unsure("p" + one, one, TEXT), unsure("p" + other, other, TEXT)));
                unite(root, one, other);
            }
        }
        Set<Set<String>> groups = groupsOf(ties);
        Collections.shuffle(ties, new Random(seed));
        assertEquals(groups, groupsOf(ties));
        assertEquals(naiveGroups(root), groups);
    }

    private static void unite(int[] root, int one, int other) {
        int from = root[one];
        int to = root[other];
        for (int i = 0; i < root.length; i++) {
            root[i] = root[i] == from ? to : root[i];
        }
    }

    private static Set<Set<String>> naiveGroups(int[] root) {
        Map<Integer, Set<String>> groups = new HashMap<>();
        for (int i = 0; i < root.length; i++) {
            groups.computeIfAbsent(root[i], key -> new HashSet<>()).add("p" + i);
        }
        Set<Set<String>> joined = new HashSet<>(groups.values());
        joined.removeIf(group -> group.size() == 1);
        return joined;
    }

    private static Set<Set<String>> groupsOf(List<Tie> ties) {
        MapStore fresh = new MapStore();
        CampaignLedger ledger = new CampaignLedger(fresh);
        ties.forEach(ledger::join);
        Map<String, Set<String>> groups = new HashMap<>();
        fresh.campaigns.forEach((posting, campaign) ->
                groups.computeIfAbsent(campaign, key -> new HashSet<>()).add(posting));
        return new HashSet<>(groups.values());
    }

    private static Tie tie(Sighting one, Sighting other) {
        double similarity = one.signature().equals(other.signature()) ? 1 : 0;
        return Tie.of("handle", LinkKind.PERSON, one, other, similarity);
    }

    private static double sum(List<CampaignNews> news, String posting) {
        return of(news, posting).reasons().stream()
                .mapToDouble(CampaignReason::contribution)
                .sum();
    }

    private static CampaignNews of(List<CampaignNews> news, String posting) {
        return news.stream()
                .filter(each -> each.posting().equals(posting))
                .findFirst()
                .orElseThrow();
    }

    private static final class MapStore implements CampaignStore {
        private final Map<String, String> campaigns = new HashMap<>();
        private final Map<String, CampaignEntry> entries = new HashMap<>();

        @Override
        public Optional<String> campaignOf(String posting) {
            return Optional.ofNullable(campaigns.get(posting));
        }

        @Override
        public void assign(String posting, String campaign) {
            campaigns.put(posting, campaign);
        }

        @Override
        public void release(String posting) {
            campaigns.remove(posting);
        }

        @Override
        public Optional<CampaignEntry> entry(String campaign) {
            return Optional.ofNullable(entries.get(campaign));
        }

        @Override
        public List<String> mergedInto(String campaign) {
            return entries.values().stream()
                    .filter(entry -> entry.mergedInto().equals(campaign))
                    .map(CampaignEntry::id)
                    .toList();
        }

        @Override
        public void save(CampaignEntry entry) {
            entries.put(entry.id(), entry);
        }

        @Override
        public void forget(CampaignEntry entry) {
            entries.remove(entry.id());
            entry.members().forEach(member -> campaigns.remove(member.posting()));
        }
    }
}
