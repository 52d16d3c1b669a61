package org.lurewatch.job.operators.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.DAY;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.NOON;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.assessed;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.honest;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.id;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.likely;

import java.util.List;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.LinkSighting;
import org.lurewatch.schemas.PostingErasure;
import org.lurewatch.schemas.PostingTie;
import org.lurewatch.schemas.Verdict;

class LinkFunctionTest {
    @Test
    void aPostingIsTiedToAnEarlierOneWithTheSameContact() throws Exception {
        assertEquals(List.of(id("1") + " " + id("2")), ties(likely("1", NOON, "hr"), honest("2", NOON + 1, "hr")));
        assertEquals(List.of(), ties(likely("1", NOON, "hr"), honest("2", NOON + 1, "other")));
    }

    @Test
    void theOlderOneIsTheEarlierWhicheverComesFirst() throws Exception {
        assertEquals(List.of(id("1") + " " + id("2")), ties(honest("2", NOON + 1, "hr"), likely("1", NOON, "hr")));
    }

    @Test
    void aPostingScrapedAgainIsNotTiedToItself() throws Exception {
        assertEquals(List.of(), ties(likely("1", NOON, "hr"), likely("1", NOON + DAY, "hr")));
    }

    @Test
    void whatIsOlderThanNinetyDaysTiesNothingMore() throws Exception {
        assertEquals(
                1,
                ties(likely("1", NOON, "hr"), likely("2", NOON + 90 * DAY, "hr"))
                        .size());
        assertEquals(List.of(), ties(likely("1", NOON, "hr"), likely("2", NOON + 90 * DAY + 1, "hr")));
        assertEquals(
                List.of(id("2") + " " + id("3")),
                ties(likely("1", NOON, "hr"), likely("2", NOON + 50 * DAY, "hr"), likely("3", NOON + 120 * DAY, "hr"))
                        .subList(1, 2));
    }

    @Test
    void aPostingThatComesNinetyDaysLateIsLeftOut() throws Exception {
        assertEquals(List.of(), ties(likely("2", NOON + 91 * DAY, "hr"), likely("1", NOON, "hr")));
    }

    @Test
    void aTextAboutScamsIsTiedToNone() throws Exception {
        AssessedPosting news = assessed("2", Verdict.ABOUT_SCAMS, 0.1, "text of 1", NOON + 1, "hr");

        assertEquals(List.of(), ties(likely("1", NOON, "hr"), news));
    }

    @Test
    void whatALinkRemembersIsBounded() throws Exception {
        int bytesAfterAHundred = 0;
        try (var harness = Harnesses.links(1, 0)) {
            harness.open();
            for (int posting = 0; posting < 1_000; posting++) {
                see(harness, honest(String.valueOf(posting), NOON + posting, "switchboard"));
                if (posting == 100) {
                    bytesAfterAHundred = harness.numKeyedStateEntries();
                }
            }
            List<PostingTie> ties = harness.extractOutputValues();
            long ofTheLast = ties.stream()
                    .filter(tie -> tie.getLater().getPosting().equals(id("999")))
                    .count();

            assertEquals(102, bytesAfterAHundred, "one for the contact, one for each text");
            assertTrue(ofTheLast <= 6, ofTheLast + " ties");
        }
    }

    private static List<String> ties(AssessedPosting... postings) throws Exception {
        try (var harness = Harnesses.links(1, 0)) {
            harness.open();
            for (AssessedPosting posting : postings) {
                see(harness, posting);
            }
            return harness.extractOutputValues().stream()
                    .map(tie ->
                            tie.getEarlier().getPosting() + " " + tie.getLater().getPosting())
                    .toList();
        }
    }

    private static void see(
            KeyedTwoInputStreamOperatorTestHarness<String, LinkSighting, PostingErasure, PostingTie> harness,
            AssessedPosting posting)
            throws Exception {
        for (LinkSighting sighting : LinkSightings.of(posting)) {
            harness.processElement1(sighting, posting.getEventTime());
        }
    }
}
