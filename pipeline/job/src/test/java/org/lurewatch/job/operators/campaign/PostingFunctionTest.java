package org.lurewatch.job.operators.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.DAY;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.NOON;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.assessed;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.honest;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.id;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.likely;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.lurewatch.job.operators.CountedFlow;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.CampaignNews;
import org.lurewatch.schemas.CampaignReason;
import org.lurewatch.schemas.CampaignSample;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.Flip;
import org.lurewatch.schemas.PostingNews;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;

class PostingFunctionTest {
    private static final PostingNews LURES = news("c1", "another posting with the same contact");

    @Test
    void aLikelyScamIsWarnedOfAtOnceAndOnce() throws Exception {
        List<ScamWarning> warnings = warnings(likely("1", NOON), likely("1", NOON + DAY), likely("1", NOON + 2 * DAY));

        assertEquals(List.of(likely("1", NOON).getAssessment()), warnings);
        assertEquals(List.of(), warnings(honest("1", NOON)));
    }

    @Test
    void aChangedTextIsToldOfOnlyWhereTheVerdictChanges() throws Exception {
        assertEquals(
                List.of("1 LIKELY_SCAM"),
                told(warnings(likely("1", NOON), assessed("1", Verdict.LIKELY_SCAM, 0.95, "other words", NOON + 1))));
        List<ScamWarning> warnings =
                warnings(likely("1", NOON), assessed("1", Verdict.NO_SIGN_FOUND, 0.1, "other words", NOON + 1));
        assertEquals(List.of("1 LIKELY_SCAM", "2 NO_SIGN_FOUND"), told(warnings));
        assertEquals("the posting says something else now", warnings.get(1).getRevisionReason());
    }

    @Test
    void anOlderTextThatComesLateChangesNothing() throws Exception {
        AssessedPosting newer = assessed("1", Verdict.NO_SIGN_FOUND, 0.1, "other words", NOON + 2);

        assertEquals(List.of(), warnings(newer, likely("1", NOON + 1)));
        assertEquals(
                List.of("1 LIKELY_SCAM"),
                told(warnings(
                        likely("1", NOON),
                        likely("1", NOON + 5),
                        assessed("1", Verdict.NO_SIGN_FOUND, 0.1, "other words", NOON + 2))),
                "it still said so later");
    }

    @Test
    void whatASecondBundleMakesOfTheSameTextIsTold() throws Exception {
        List<ScamWarning> warnings =
                warnings(honest("1", NOON), assessed("1", Verdict.LIKELY_SCAM, 0.9, "text of 1", NOON + 1));

        assertEquals(List.of("1 LIKELY_SCAM"), told(warnings));
    }

    @Test
    void newsOfItsCampaignMakeALateWarningThatSaysWhy() throws Exception {
        List<ScamWarning> warnings = warnings(honest("1", NOON), LURES);

        assertEquals(List.of("1 LIKELY_SCAM"), told(warnings));
        ScamWarning late = warnings.get(0);
        assertEquals(id("1"), late.getWarningId());
        assertEquals("c1", late.getCampaignId());
        assertEquals("another posting with the same contact", late.getRevisionReason());
        assertEquals(0.1, late.getOwnScore());
        assertTrue(late.getScore() > 0.6, () -> "score " + late.getScore());
        assertEquals(new Flip(Verdict.NO_SIGN_FOUND, 0), late.getFlip());
        Evidence first = late.getEvidence().get(0);
        assertEquals("campaign_same_people", first.getSignal());
        assertEquals("", first.getField());
        assertEquals("", first.getQuote());
        assertEquals("others read like a scam", first.getPhrase());
        assertEquals(3.5, first.getContribution());
        assertTrue(first.getDecisive());
        assertEquals(2, late.getEvidence().size());
    }

    @Test
    void whatKeepsAVerdictWhereItIsHasToGoAsWellBeforeItFalls() throws Exception {
        AssessedPosting own = likely("1", NOON);
        own.getAssessment().setFlip(new Flip(Verdict.UNSURE, 0));
        own.getAssessment().getEvidence().get(0).setDecisive(true);

        List<ScamWarning> warnings = warnings(own, LURES, review(CampaignStanding.CONFIRMED));

        assertEquals(
                List.of(
                        List.of("fee_deposit"),
                        List.of("campaign_same_people", "fee_deposit"),
                        List.of("review", "campaign_same_people", "fee_deposit")),
                warnings.stream().map(PostingFunctionTest::decisive).toList());
        warnings.forEach(warning -> assertEquals(new Flip(Verdict.UNSURE, 0), warning.getFlip()));
    }

    @Test
    void nothingIsDecisiveWhereAVerdictStandsByItselfWithoutItsReasons() throws Exception {
        for (ScamWarning warning : warnings(likely("1", NOON), LURES, review(CampaignStanding.CONFIRMED))) {
            assertNull(warning.getFlip());
            assertEquals(List.of(), decisive(warning));
        }
    }

    @Test
    void theCampaignOfAWarningThatStandsIsTold() throws Exception {
        List<ScamWarning> warnings = warnings(likely("1", NOON), news("c1", "joined"), news("c2", "merged"));

        assertEquals(List.of("1 LIKELY_SCAM", "2 LIKELY_SCAM", "3 LIKELY_SCAM"), told(warnings));
        assertNull(warnings.get(0).getCampaignId());
        assertEquals("c1", warnings.get(1).getCampaignId());
        assertEquals("c2", warnings.get(2).getCampaignId());
        assertEquals("merged", warnings.get(2).getRevisionReason());
    }

    @Test
    void aReviewRetractsAWarningAndAnotherOneBringsItBack() throws Exception {
        List<ScamWarning> warnings =
                warnings(likely("1", NOON), review(CampaignStanding.CLEARED), review(CampaignStanding.CONFIRMED));

        assertEquals(List.of("1 LIKELY_SCAM", "2 NO_SIGN_FOUND", "3 LIKELY_SCAM"), told(warnings));
        assertEquals(
                "reviewers say of this posting: legitimate", warnings.get(1).getRevisionReason());
        assertEquals("review", warnings.get(1).getEvidence().get(0).getSignal());
    }

    @Test
    void aDisputeLeavesAQuestion() throws Exception {
        assertEquals(
                List.of("1 LIKELY_SCAM", "2 UNSURE"),
                told(warnings(likely("1", NOON), review(CampaignStanding.DISPUTED))));
    }

    @Test
    void aReviewWaitsForItsPosting() throws Exception {
        assertEquals(List.of(), warnings(review(CampaignStanding.CLEARED), likely("1", NOON)));
        List<ScamWarning> warnings = warnings(review(CampaignStanding.CONFIRMED), honest("1", NOON));
        assertEquals(List.of("1 LIKELY_SCAM"), told(warnings));
        assertEquals("reviewers say of this posting: a scam", warnings.get(0).getRevisionReason());
    }

    @Test
    void aCampaignIsNamedFromItsSecondPostingOnWhicheverTellsOfTheReviewFirst() throws Exception {
        PostingNews review = review(CampaignStanding.CLEARED);
        PostingNews alone = news("c1", 1, "reviewed");
        for (List<PostingNews> order : List.of(List.of(review, alone), List.of(alone, review))) {
            List<ScamWarning> warnings = warnings(likely("1", NOON), order.get(0), order.get(1));
            assertNull(warnings.get(warnings.size() - 1).getCampaignId());
        }
        try (var harness = Harnesses.postings(1, 0)) {
            harness.open();
            process(harness, likely("1", NOON));
            process(harness, alone);
            process(harness, news("c1", 1, "reviewed again"));
            assertEquals(1, harness.extractOutputValues().size());

            process(harness, news("c1", 2, "joined"));

            assertEquals("c1", harness.extractOutputValues().get(1).getCampaignId());
            assertTrue(
                    harness.getSideOutput(CampaignSamples.TAG).stream()
                            .allMatch(sample -> sample.getValue().getMovedTo().isEmpty()),
                    "it never became part of another one");
        }
    }

    @Property(tries = 200)
    void whateverTheOrderReadersEndUpWithTheSame(@ForAll("orders") List<Object> inputs) throws Exception {
        List<ScamWarning> warnings = warnings(inputs.toArray());

        ScamWarning last = warnings.get(warnings.size() - 1);
        assertEquals(Verdict.LIKELY_SCAM, last.getVerdict());
        assertEquals("c1", last.getCampaignId());
        assertEquals(
                List.of("review", "campaign_same_people", "fee_deposit"),
                last.getEvidence().stream().map(Evidence::getSignal).toList());
        assertEquals(warnings.size(), last.getRevision());
    }

    @Provide
    Arbitrary<List<Object>> orders() {
        return Arbitraries.shuffle(
                honest("1", NOON), honest("1", NOON + DAY), LURES, review(CampaignStanding.CONFIRMED));
    }

    @Test
    void whatBecomesOfThoseWarnedOfAddsUp() throws Exception {
        try (var harness = Harnesses.postings(1, 0)) {
            harness.open();
            process(harness, likely("1", NOON));
            process(harness, likely("1", NOON + 1));
            process(harness, assessed("1", Verdict.NO_SIGN_FOUND, 0.1, "other words", NOON + 2));
            process(harness, assessed("1", Verdict.LIKELY_SCAM, 0.9, "third words", NOON + 3));
            process(harness, review(CampaignStanding.CLEARED));
            process(harness, likely("1", NOON + 4));
            process(harness, honest("2", NOON));
            process(harness, new PostingNews(id("2"), LURES.getCampaign(), null, null, List.of()));
            process(harness, new PostingNews(id("2"), news("c2", "merged").getCampaign(), null, null, List.of()));

            CountedFlow counted = CountedFlow.of(harness);
            assertEquals(1, counted.get(FlowCounters.FIRST_WARNINGS));
            assertEquals(1, counted.get(FlowCounters.REPEATED));
            assertEquals(1, counted.get(FlowCounters.REVISED));
            assertEquals(1, counted.get(FlowCounters.WITHHELD));
            assertEquals(2, counted.get(FlowCounters.RETRACTED));
            assertEquals(1, counted.get(FlowCounters.LATE_WARNINGS));
            assertEquals(1, counted.get(FlowCounters.UPDATED));
            int sent = harness.extractOutputValues().size();
            assertEquals(sent, 1 + 1 + 2 + 1 + 1, "what is sent adds up too");
        }
    }

    @Test
    void aCampaignIsToldOfItsPostingsAndOfItsEnd() throws Exception {
        try (var harness = Harnesses.postings(1, 0)) {
            harness.open();
            process(harness, likely("1", NOON, "hr"));
            process(harness, LURES);
            process(harness, news("c2", "merged"));

            List<CampaignSample> samples = new ArrayList<>();
            harness.getSideOutput(CampaignSamples.TAG).forEach(record -> samples.add(record.getValue()));
            assertEquals(
                    List.of("c1", "c1 -> c2", "c2"),
                    samples.stream()
                            .map(sample -> sample.getMovedTo().isEmpty()
                                    ? sample.getCampaign()
                                    : sample.getCampaign() + " -> " + sample.getMovedTo())
                            .toList());
            assertEquals(List.of("TELEGRAM:hr"), samples.get(0).getHandles());
            assertEquals("text of 1", samples.get(0).getSample());
            assertEquals("board/1", samples.get(0).getPosting().getKey());
        }
    }

    @Test
    void aPostingIsForgottenNinetyDaysAfterItWasSeenLast() throws Exception {
        try (var harness = Harnesses.postings(1, 0)) {
            harness.open();
            process(harness, likely("1", NOON));
            process(harness, likely("1", NOON + 50 * DAY));
            assertEquals(1, harness.numEventTimeTimers());

            harness.processBothWatermarks(new Watermark(NOON + 139 * DAY));
            assertEquals(1, harness.numKeyedStateEntries());
            harness.processBothWatermarks(new Watermark(NOON + 141 * DAY));

            assertEquals(0, harness.numKeyedStateEntries());
            assertEquals(0, harness.numEventTimeTimers());
            process(harness, likely("1", NOON + 141 * DAY));
            assertEquals(2, harness.extractOutputValues().size(), "a stranger again");
        }
    }

    private static PostingNews news(String campaign, String why) {
        return news(campaign, 2, why);
    }

    private static PostingNews news(String campaign, int count, String why) {
        return new PostingNews(
                id("1"),
                new CampaignNews(
                        campaign,
                        count,
                        CampaignStanding.OPEN,
                        List.of(new CampaignReason("campaign_same_people", 3.5, "others read like a scam")),
                        why),
                null,
                null,
                List.of());
    }

    private static PostingNews review(CampaignStanding standing) {
        return new PostingNews(id("1"), null, standing, null, List.of());
    }

    private static List<ScamWarning> warnings(Object... inputs) throws Exception {
        try (var harness = Harnesses.postings(1, 0)) {
            harness.open();
            for (Object input : inputs) {
                process(harness, input);
            }
            return harness.extractOutputValues();
        }
    }

    private static void process(
            KeyedTwoInputStreamOperatorTestHarness<String, AssessedPosting, PostingNews, ScamWarning> harness,
            Object input)
            throws Exception {
        if (input instanceof AssessedPosting assessed) {
            harness.processElement1(assessed, assessed.getEventTime());
        } else {
            harness.processElement2((PostingNews) input, NOON);
        }
    }

    private static List<String> decisive(ScamWarning warning) {
        return warning.getEvidence().stream()
                .filter(Evidence::getDecisive)
                .map(Evidence::getSignal)
                .toList();
    }

    private static List<String> told(List<ScamWarning> warnings) {
        return warnings.stream()
                .map(warning -> warning.getRevision() + " " + warning.getVerdict())
                .toList();
    }
}
