package org.lurewatch.detection.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well campaigns found agree with who posted what, over pairs of postings. Pairs of one honest employer are neither
 * right nor wrong: that it posts again is no campaign of lures, and no mistake either.
 *
 * @param found pairs in one campaign found, without those of one honest hand
 * @param ofOneHand pairs of lures of one hand
 * @param both pairs that are both
 */
record PairCounts(long found, long ofOneHand, long both) {
    /**
     * Counts.
     *
     * @param campaignOf name of the campaign by posting; postings alone are left out
     */
    static PairCounts of(List<GeneratedPosting> postings, Map<String, String> campaignOf) {
        Map<String, Map<String, Long>> handsByCampaign = new HashMap<>();
        Map<String, Long> lures = new HashMap<>();
        for (GeneratedPosting posting : postings) {
            if (posting.lure()) {
                lures.merge(posting.hand(), 1L, Long::sum);
            }
            String campaign = campaignOf.get(posting.id());
            if (campaign != null) {
                handsByCampaign
                        .computeIfAbsent(campaign, name -> new HashMap<>())
                        .merge(posting.hand(), 1L, Long::sum);
            }
        }
        long found = 0;
        long both = 0;
        for (Map<String, Long> hands : handsByCampaign.values()) {
            found += pairs(hands.values().stream().mapToLong(count -> count).sum());
            for (Map.Entry<String, Long> hand : hands.entrySet()) {
                boolean ofLures = lures.containsKey(hand.getKey());
                both += ofLures ? pairs(hand.getValue()) : 0;
                found -= ofLures ? 0 : pairs(hand.getValue());
            }
        }
        long ofOneHand = lures.values().stream().mapToLong(PairCounts::pairs).sum();
        return new PairCounts(found, ofOneHand, both);
    }

    double precision() {
        return found == 0 ? 1 : (double) both / found;
    }

    double recall() {
        return ofOneHand == 0 ? 1 : (double) both / ofOneHand;
    }

    private static long pairs(long count) {
        return count * (count - 1) / 2;
    }
}
