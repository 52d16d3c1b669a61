package org.lurewatch.job.operators.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.DAY;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.NOON;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.honest;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.likely;
import static org.lurewatch.job.operators.campaign.ExampleSamples.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.CampaignSample;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.Verdict;

class CampaignFunctionTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private KeyedOneInputStreamOperatorTestHarness<String, CampaignSample, Campaign> campaigns;

    @BeforeEach
    void open() throws Exception {
        campaigns = Harnesses.campaigns(1, 0);
        campaigns.open();
    }

    @AfterEach
    void close() throws Exception {
        campaigns.close();
    }

    @Test
    void aCampaignIsPublishedWithItsSecondPosting() throws Exception {
        campaigns.processElement(sample("c1", 1, likely("1", NOON)), NOON);
        assertEquals(List.of(), campaigns.extractOutputValues());

        campaigns.processElement(sample("c1", 2, honest("2", NOON + 1)), NOON + 1);

        Campaign campaign = last();
        assertEquals("c1", campaign.getCampaignId());
        assertEquals(1, campaign.getRevision());
        assertEquals(2, campaign.getPostings());
        assertEquals(Verdict.LIKELY_SCAM, campaign.getVerdict());
        assertEquals(List.of("board/1", "board/2"), campaign.getPostingKeys());
        assertEquals(List.of("TELEGRAM:hr"), campaign.getHandles());
        assertEquals(NOON, campaign.getFirstSeen().toEpochMilli());
    }

    @Test
    void anHonestEmployersFortyCitiesAreNotPublished() throws Exception {
        for (int city = 0; city < 40; city++) {
            campaigns.processElement(sample("c1", city + 1, honest("" + city, NOON + city)), NOON + city);
        }
        campaigns.processWatermark(Watermark.MAX_WATERMARK);

        assertEquals(List.of(), campaigns.extractOutputValues());
    }

    @Test
    void growthIsPublishedOnceAnHour() throws Exception {
        for (int posting = 0; posting < 100; posting++) {
            campaigns.processElement(sample("c1", posting + 1, likely("" + posting, NOON + posting)), NOON + posting);
        }
        int atOnce = campaigns.extractOutputValues().size();
        campaigns.processWatermark(new Watermark(NOON + 2 * HOUR));

        assertEquals(atOnce + 1, campaigns.extractOutputValues().size());
        assertEquals(100, last().getPostings());
        campaigns.processWatermark(new Watermark(NOON + 20 * HOUR));
        assertEquals(atOnce + 1, campaigns.extractOutputValues().size(), "nothing more happened");
    }

    @Test
    void aClearedCampaignIsPublishedAtOnceWithItsStanding() throws Exception {
        campaigns.processElement(sample("c1", 1, likely("1", NOON)), NOON);
        campaigns.processElement(sample("c1", 2, likely("2", NOON)), NOON);
        for (String posting : List.of("1", "2")) {
            campaigns.processElement(sample("c1", 2, honest(posting, NOON), CampaignStanding.CLEARED), NOON + 1);
        }

        assertEquals(CampaignStanding.CLEARED, last().getStanding());
        assertEquals(Verdict.NO_SIGN_FOUND, last().getVerdict());
    }

    @Test
    void aCampaignThatBecamePartOfAnotherSaysSoLast() throws Exception {
        campaigns.processElement(sample("c2", 1, likely("1", NOON)), NOON);
        campaigns.processElement(sample("c2", 2, likely("2", NOON)), NOON);
        CampaignSample moved = CampaignSample.newBuilder(sample("c2", 2, likely("1", NOON)))
                .setMovedTo("c1")
                .build();
        campaigns.processElement(moved, NOON + 1);
        int published = campaigns.extractOutputValues().size();

        campaigns.processElement(moved, NOON + 1);
        campaigns.processElement(sample("c2", 3, likely("3", NOON)), NOON + 2);
        campaigns.processWatermark(Watermark.MAX_WATERMARK);

        assertEquals(published, campaigns.extractOutputValues().size());
        assertEquals("c1", last().getMergedInto());
    }

    @Test
    void theOrderInWhichPostingsTellDoesNotMatter() throws Exception {
        List<CampaignSample> samples = new ArrayList<>();
        for (int posting = 0; posting < 300; posting++) {
            samples.add(sample("c1", posting + 1, likely("" + posting, NOON + posting)));
        }
        List<Campaign> ends = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            Collections.shuffle(samples, new Random(seed));
            for (CampaignSample sample : samples) {
                campaigns.processElement(sample, NOON);
            }
            campaigns.processWatermark(new Watermark(NOON + HOUR));
            ends.add(Campaign.newBuilder(last()).setRevision(1).build());
            close();
            open();
        }

        assertEquals(ends.get(0), ends.get(1));
        assertEquals(ends.get(0), ends.get(2));
        assertEquals(200, ends.get(0).getPostingKeys().size());
    }

    @Test
    void aCampaignThatTurnsOutToBeOneOfLuresHasTheTemplateOfWhatCameBefore() throws Exception {
        for (int posting = 0; posting < 5; posting++) {
            campaigns.processElement(telling("" + posting, honest("" + posting, NOON + posting)), NOON + posting);
        }
        assertEquals(List.of(), campaigns.extractOutputValues());

        campaigns.processElement(telling("4", likely("4", NOON + 4)), NOON + 5);

        assertEquals("earn $ {pay} a day from home and write to our manager", last().getTemplate());
    }

    private static CampaignSample telling(String number, AssessedPosting posting) {
        CampaignSample sample = sample("c1", 5, posting);
        sample.setSample("earn $ 10" + number + " a day from home and write to our manager");
        return sample;
    }

    @Test
    void aCampaignIsForgottenNinetyDaysAfterItsNewestPosting() throws Exception {
        campaigns.processElement(sample("c1", 1, likely("1", NOON)), NOON);
        campaigns.processElement(sample("c1", 2, likely("2", NOON + 50 * DAY)), NOON + 50 * DAY);

        campaigns.processWatermark(new Watermark(NOON + 139 * DAY));
        assertEquals(1, campaigns.numKeyedStateEntries());
        campaigns.processWatermark(new Watermark(NOON + 141 * DAY));

        assertEquals(0, campaigns.numKeyedStateEntries());
        assertEquals(0, campaigns.numEventTimeTimers());
    }

    private Campaign last() {
        List<Campaign> published = campaigns.extractOutputValues();
        return published.get(published.size() - 1);
    }
}
