package org.lurewatch.job.operators.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.DAY;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.NOON;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.honest;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.id;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.likely;
import static org.lurewatch.job.operators.campaign.ExampleTies.tie;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lurewatch.schemas.AcceptedReview;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.CampaignNews;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.PostingNews;
import org.lurewatch.schemas.PostingTie;

class LedgerFunctionTest {
    private final AssessedPosting one = likely("1", NOON, "hr");
    private final AssessedPosting two = honest("2", NOON + 1, "hr");
    private final AssessedPosting three = honest("3", NOON + 2, "hr");
    private final AssessedPosting four = honest("4", NOON + 3, "hr");

    private KeyedTwoInputStreamOperatorTestHarness<String, PostingTie, AcceptedReview, PostingNews> ledger;

    @BeforeEach
    void open() throws Exception {
        ledger = Harnesses.ledger();
        ledger.open();
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
    }

    @Test
    void twoTiedPostingsAreToldOfOneCampaignAndTheHonestOneWhy() throws Exception {
        ledger.processElement1(tie(one, two), NOON + 1);

        Map<String, CampaignNews> told = told();
        assertEquals(Set.of(id("1"), id("2")), told.keySet());
        assertEquals(told.get(id("1")).getCampaign(), told.get(id("2")).getCampaign());
        assertEquals(List.of(), told.get(id("1")).getReasons());
        assertEquals(
                "campaign_same_people", told.get(id("2")).getReasons().get(0).getSignal());
        assertEquals(2, told.get(id("2")).getCount());
    }

    @Test
    void aTieOfTwoCampaignsMergesThemUnderTheOlderId() throws Exception {
        ledger.processElement1(tie(one, two), NOON + 1);
        ledger.processElement1(tie(three, four), NOON + 3);
        String older = told().get(id("1")).getCampaign();
        assertNotEquals(older, told().get(id("3")).getCampaign());

        ledger.processElement1(tie(two, three), NOON + 3);

        Map<String, CampaignNews> told = told();
        assertEquals(older, told.get(id("1")).getCampaign());
        assertEquals(older, told.get(id("3")).getCampaign());
        assertEquals(older, told.get(id("4")).getCampaign());
        assertEquals(4, told.get(id("4")).getCount());
    }

    @Test
    void theSameTieOverAnotherLinkIsNoNews() throws Exception {
        ledger.processElement1(tie(one, two), NOON + 1);
        int news = ledger.extractOutputValues().size();

        ledger.processElement1(tie(one, two), NOON + 1);

        assertEquals(news, ledger.extractOutputValues().size());
    }

    @Test
    void theOrderOfTiesDoesNotMatter() throws Exception {
        ledger.processElement1(tie(three, four), NOON + 3);
        ledger.processElement1(tie(two, three), NOON + 3);
        ledger.processElement1(tie(one, two), NOON + 3);
        Map<String, CampaignNews> backwards = told();
        close();
        open();
        ledger.processElement1(tie(one, two), NOON + 3);
        ledger.processElement1(tie(two, three), NOON + 3);
        ledger.processElement1(tie(three, four), NOON + 3);
        Map<String, CampaignNews> forwards = told();

        assertEquals(forwards.keySet(), backwards.keySet());
        forwards.forEach((posting, news) ->
                assertEquals(news.getReasons(), backwards.get(posting).getReasons(), posting));
        assertEquals(
                1,
                backwards.values().stream()
                        .map(CampaignNews::getCampaign)
                        .distinct()
                        .count());
    }

    @Test
    void aReviewReachesAllOfTheCampaignAndThoseThatJoinIt() throws Exception {
        ledger.processElement1(tie(one, two), NOON + 1);

        ledger.processElement2(review(id("1"), CampaignStanding.CLEARED), NOON + 2);
        ledger.processElement1(tie(two, three), NOON + 3);

        told().forEach((posting, news) -> assertEquals(CampaignStanding.CLEARED, news.getStanding(), posting));
        assertEquals(3, told().size());
    }

    @Test
    void aReviewOfAPostingThatTiesNothingYetWaits() throws Exception {
        ledger.processElement2(review(id("1"), CampaignStanding.CONFIRMED), NOON);
        ledger.processElement1(tie(one, two), NOON + 1);

        assertEquals(CampaignStanding.CONFIRMED, told().get(id("2")).getStanding());
    }

    @Test
    void aCampaignCanBeReviewedByItsId() throws Exception {
        ledger.processElement1(tie(one, two), NOON + 1);
        String campaign = told().get(id("1")).getCampaign();

        ledger.processElement2(new AcceptedReview(null, campaign, CampaignStanding.CONFIRMED, NOON + 2), NOON + 2);
        ledger.processElement2(new AcceptedReview(null, "nobody's", CampaignStanding.CLEARED, NOON + 2), NOON + 2);

        assertEquals(CampaignStanding.CONFIRMED, told().get(id("2")).getStanding());
    }

    @Test
    void aCampaignIsForgottenNinetyDaysAfterItsNewestPosting() throws Exception {
        ledger.processElement1(tie(one, two), NOON + 1);
        ledger.processBothWatermarks(new Watermark(NOON + 50 * DAY));
        AssessedPosting later = honest("3", NOON + 50 * DAY, "hr");
        ledger.processElement1(tie(two, later), NOON + 50 * DAY);

        ledger.processBothWatermarks(new Watermark(NOON + 100 * DAY));
        int remembered = ledger.numKeyedStateEntries();
        ledger.processBothWatermarks(new Watermark(NOON + 142 * DAY));

        assertTrue(remembered > 0, "nothing was remembered");
        assertEquals(0, ledger.numKeyedStateEntries());
        assertEquals(0, ledger.numEventTimeTimers());
    }

    @Test
    void theEndOfTheStreamComesToAnEnd() throws Exception {
        ledger.processElement1(tie(one, two), NOON + 1);

        ledger.processBothWatermarks(Watermark.MAX_WATERMARK);

        assertEquals(0, ledger.numEventTimeTimers());
    }

    private static AcceptedReview review(String posting, CampaignStanding standing) {
        return new AcceptedReview(posting, null, standing, NOON);
    }

    /** What each posting was told last. */
    private Map<String, CampaignNews> told() {
        Map<String, CampaignNews> told = new HashMap<>();
        ledger.extractOutputValues().forEach(news -> told.put(news.getPosting(), news.getCampaign()));
        return told;
    }
}
