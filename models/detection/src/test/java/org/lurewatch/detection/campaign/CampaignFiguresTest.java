package org.lurewatch.detection.campaign;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;

/**
 * What campaigns are worth on generated postings: 40 campaigns among 2,000 honest postings.
 * {@code -Dlurewatch.campaigns=full} runs the whole of it: 200 campaigns among 20,000, of another {@code
 * -Dlurewatch.seed} if given.
 */
class CampaignFiguresTest {
    private static final boolean FULL = "full".equals(System.getProperty("lurewatch.campaigns"));
    private static final long SEED = Long.getLong("lurewatch.seed", 1);
    private static List<GeneratedPosting> postings;
    private static final EarlyWarning ALONE = new EarlyWarning();
    private static final EarlyWarning TOGETHER = new EarlyWarning();
    private static final LocalCampaigns CAMPAIGNS = new LocalCampaigns();

    @BeforeAll
    static void replay() {
        postings = FULL ? CampaignGenerator.generate(200, 20_000, SEED) : CampaignGenerator.generate(40, 2_000, SEED);
        Detector detector = BundleLoader.load(Path.of("..", "baseline"));
        for (GeneratedPosting posting : postings) {
            Assessment assessment = detector.assess(posting.posting());
            ALONE.see(posting, assessment, List.of());
            TOGETHER.see(posting, assessment, CAMPAIGNS.add(posting.id(), posting.time(), assessment));
        }
    }

    @Test
    void postings_of_one_hand_are_found_together_and_no_others() {
        Map<String, String> found = new HashMap<>();
        for (CampaignEntry campaign : CAMPAIGNS.campaigns()) {
            campaign.members().forEach(member -> found.put(member.posting(), campaign.id()));
        }
        PairCounts pairs = PairCounts.of(postings, found);
        System.out.printf(
                Locale.ROOT,
                "%d postings, %d lures of %d campaigns: pairwise precision %.4f, recall %.4f%n",
                postings.size(),
                postings.stream().filter(GeneratedPosting::lure).count(),
                postings.stream()
                        .filter(GeneratedPosting::lure)
                        .map(GeneratedPosting::hand)
                        .distinct()
                        .count(),
                pairs.precision(),
                pairs.recall());
        assertTrue(pairs.precision() >= 0.98, "precision " + pairs.precision());
        assertTrue(pairs.recall() >= 0.90, "recall " + pairs.recall());
    }

    @Test
    void campaigns_bring_more_warnings_of_lures_and_hardly_any_of_honest_postings() {
        System.out.println("each posting alone: " + ALONE.summary());
        System.out.println("with campaigns: " + TOGETHER.summary());
        assertTrue(TOGETHER.warnedLures() > ALONE.warnedLures());
        long honest = postings.stream().filter(posting -> !posting.lure()).count();
        assertTrue(TOGETHER.warnedHonest() <= ALONE.warnedHonest() + honest / 200);
    }

    @Test
    void no_campaign_is_warned_of_later_for_being_known_as_one() {
        System.out.println("those warned of either way, alone: " + ALONE.summaryOf(ALONE.warnedCampaigns()));
        System.out.println("those warned of either way, together: " + TOGETHER.summaryOf(ALONE.warnedCampaigns()));
        ALONE.firstWarnings().forEach((hand, alone) -> {
            EarlyWarning.First together = TOGETHER.firstWarnings().get(hand);
            assertTrue(together != null && !together.isLaterThan(alone), hand + ": " + alone + ", then " + together);
        });
    }
}
