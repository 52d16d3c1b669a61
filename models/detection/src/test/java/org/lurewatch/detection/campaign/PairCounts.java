package org.lurewatch.detection.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well campaigns found agree with who posted what, over all pairs of postings that have a lure among them.
 *
 * @param found pairs in one campaign found
 * @param true pairs of one hand
 * @param both pairs that are both
 */
record PairCounts(long found, long ofOneHand, long both) {
    /**
     * Counts.
     *
     * @param campaignOf name of the campaign by posting; postings alone are left out
     */
    static PairCounts of(List<GeneratedPosting> postings, Map<String, String> campaignOf) {
        Map<String, Map<String, Long>> lures = new HashMap<>();
        Map<String, long[]> sizes = new HashMap<>();
        Map<String, Long> hands = new HashMap<>();
        for (GeneratedPosting posting : postings) {
            String campaign = campaignOf.getOrDefault(posting.id(), "alone " + posting.id());
            long[] size = sizes.computeIfAbsent(campaign, name -> new long[2]);
            size[posting.lure() ? 1 : 0]++;
            if (posting.lure()) {
                lures.computeIfAbsent(campaign, name -> new HashMap<>()).merge(posting.hand(), 1L, Long::sum);
                hands.merge(posting.hand(), 1L, Long::sum);
            }
        }
        long found = sizes.values().stream()
                .mapToLong(size -> pairs(size[1]) + size[0] * size[1])
                .sum();
        long ofOneHand = hands.values().stream().mapToLong(PairCounts::pairs).sum();
        long both = lures.values().stream()
                .flatMap(byHand -> byHand.values().stream())
                .mapToLong(PairCounts::pairs)
                .sum();
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
