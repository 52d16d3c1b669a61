package org.lurewatch.job.operators.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.NOON;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.assessed;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.honest;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.id;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.likely;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.CampaignSample;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.LinkSighting;
import org.lurewatch.schemas.PostingNews;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;

/**
 * Savepoints of the first version, which knew neither {@code textSeen} nor {@code sentReviewed} of a posting. Posting 1
 * is a likely scam that was warned of, posting 2 an honest one that has its contact: both are of one campaign.
 */
class StateEvolutionTest {
    @Test
    void postingsOfTheFirstVersionAreNotWarnedOfAgainAndCanBeRetracted() throws Exception {
        try (var postings = Harnesses.postings(1, 0)) {
            postings.initializeState(ofVersion1("postings"));
            postings.open();

            postings.processElement1(likely("1", NOON + 5, "hr"), NOON + 5);
            postings.processElement1(assessed("1", Verdict.NO_SIGN_FOUND, 0.1, "older words", NOON + 4), NOON + 6);
            assertEquals(List.of(), postings.extractOutputValues(), "the same text, then an older one");
            postings.processElement2(
                    new PostingNews(id("1"), null, CampaignStanding.CLEARED, null, List.of()), NOON + 7);
            postings.processElement2(
                    new PostingNews(id("2"), null, CampaignStanding.CLEARED, null, List.of()), NOON + 7);

            Map<String, ScamWarning> told = postings.extractOutputValues().stream()
                    .collect(Collectors.toMap(ScamWarning::getPostingId, warning -> warning));
            assertEquals(3, told.get("1").getRevision(), "first its warning, then its campaign, now this");
            assertEquals(2, told.get("2").getRevision());
            assertEquals(Verdict.NO_SIGN_FOUND, told.get("1").getVerdict());
            assertEquals("c1", told.get("2").getCampaignId());
        }
    }

    @Test
    void linksOfTheFirstVersionStillTie() throws Exception {
        try (var links = Harnesses.links(1, 0)) {
            links.initializeState(ofVersion1("links"));
            links.open();

            for (LinkSighting sighting : LinkSightings.of(honest("3", NOON + 5, "hr"))) {
                // The key that the first version gave to the contact.
                LinkSighting asThen =
                        LinkSighting.newBuilder(sighting).setLink("TELEGRAM:hr").build();
                links.processElement1(asThen, NOON + 5);
            }

            assertEquals(
                    id("1"), links.extractOutputValues().get(0).getEarlier().getPosting());
        }
    }

    @Test
    void aContactThatTheFirstVersionMayHaveMisreadTiesToNothingOfThen() throws Exception {
        try (var links = Harnesses.links(1, 0)) {
            links.initializeState(ofVersion1("links"));
            links.open();

            for (String posting : List.of("3", "4")) {
                for (LinkSighting sighting : LinkSightings.of(honest(posting, NOON + 5, "hr"))) {
                    links.processElement1(sighting, NOON + 5);
                }
            }

            assertEquals(
                    List.of(id("3")),
                    links.extractOutputValues().stream()
                            .map(tie -> tie.getEarlier().getPosting())
                            .toList(),
                    "only those that were read alike");
        }
    }

    @Test
    void theLedgerOfTheFirstVersionTakesOnMore() throws Exception {
        try (var ledger = Harnesses.ledger()) {
            ledger.initializeState(ofVersion1("ledger"));
            ledger.open();

            ledger.processElement1(ExampleTies.tie(likely("1", NOON, "hr"), honest("3", NOON + 5, "hr")), NOON + 5);

            PostingNews news = ledger.extractOutputValues().stream()
                    .filter(each -> each.getPosting().equals(id("3")))
                    .findFirst()
                    .orElseThrow();
            assertEquals(3, news.getCampaign().getCount());
        }
    }

    @Test
    void aCampaignOfTheFirstVersionGoesOnWithTheNextRevision() throws Exception {
        try (var campaigns = Harnesses.campaigns(1, 0)) {
            campaigns.initializeState(ofVersion1("campaigns"));
            campaigns.open();

            campaigns.processElement(
                    CampaignSample.newBuilder(ExampleSamples.sample("c1", 2, likely("1", NOON, "hr")))
                            .setMovedTo("c0")
                            .build(),
                    NOON + 5);

            Campaign last = campaigns.extractOutputValues().get(0);
            assertTrue(last.getRevision() > 1, () -> "revision " + last.getRevision());
            assertEquals("c0", last.getMergedInto());
            assertEquals(2, last.getPostings());
            assertEquals(List.of("board/1", "board/2"), last.getPostingKeys());
        }
    }

    private static OperatorSubtaskState ofVersion1(String operator) throws Exception {
        return OperatorSnapshotUtil.readStateHandle(StateEvolutionTest.class
                .getResource("/state/v1/" + operator + ".snapshot")
                .getPath());
    }
}
