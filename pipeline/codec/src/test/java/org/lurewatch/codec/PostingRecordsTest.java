package org.lurewatch.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.examples.TrendPostings;
import org.lurewatch.detection.assess.Flip;
import org.lurewatch.detection.warning.CurrentWarning;
import org.lurewatch.detection.warning.Ground;
import org.lurewatch.detection.warning.KnownPosting;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.CampaignNews;
import org.lurewatch.schemas.CampaignReason;
import org.lurewatch.schemas.CampaignSample;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.PostingMemory;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;

class PostingRecordsTest {
    private static final AssessedPosting ASSESSED =
            TrendPostings.posting(Instant.ofEpochMilli(1_000), Verdict.LIKELY_SCAM);

    @Test
    void whatIsRememberedComesBackAsItWas() {
        PostingMemory memory = new PostingMemory(
                ASSESSED,
                2_000L,
                new CampaignNews(
                        "c1", 2, CampaignStanding.OPEN, List.of(new CampaignReason("same_text", 0.5, "text")), "why"),
                CampaignStanding.CONFIRMED,
                3,
                Verdict.UNSURE,
                "task_scam",
                "advance_fee",
                "c0",
                CampaignStanding.DISPUTED,
                4_000L,
                null);
        PostingMemory empty = PostingMemory.newBuilder().setLastSeen(7).build();

        assertEquals(memory, PostingRecords.toAvro(PostingRecords.toDomain("1", memory), ASSESSED));
        assertEquals(empty, PostingRecords.toAvro(PostingRecords.toDomain("1", empty), null));
    }

    @Test
    void stateThatKnowsOnlyWhenATextWasSeenFirstTakesThat() {
        PostingMemory memory = PostingMemory.newBuilder().setAssessed(ASSESSED).build();

        assertEquals(
                1_000L, PostingRecords.toDomain("1", memory).own().orElseThrow().textSeen());
    }

    @Test
    void bothKindsOfAPostingAreReadFromItsOwnAssessment() {
        AssessedPosting assessed = TrendPostings.posting(Instant.ofEpochMilli(1_000), Verdict.LIKELY_SCAM);
        assertEquals(Optional.empty(), PostingRecords.own(assessed).otherScamType());
        assessed.getAssessment().setOtherScamType("advance_fee");
        assertEquals(Optional.of("task_scam"), PostingRecords.own(assessed).scamType());
        assertEquals(Optional.of("advance_fee"), PostingRecords.own(assessed).otherScamType());
    }

    @Test
    void noSketchIsRemembered() {
        AssessedPosting assessed = TrendPostings.posting(Instant.EPOCH, Verdict.LIKELY_SCAM);
        assessed.getFootprint().setBands(List.of(1L));

        AssessedPosting kept = PostingRecords.withoutSketch(assessed);

        assertEquals(List.of(), kept.getFootprint().getBands());
        assertEquals(ByteBuffer.allocate(0), kept.getFootprint().getSignature());
        assertEquals(assessed.getAssessment(), kept.getAssessment());
        assertEquals(List.of(1L), assessed.getFootprint().getBands());
    }

    @Test
    void aWarningKeepsTheEvidenceThatItNamesAndTellsOfOthersWithoutAField() {
        CurrentWarning current = current();

        ScamWarning warning = WarningRecords.toAvro(current, ASSESSED.getAssessment());

        assertEquals(2, warning.getRevision());
        assertEquals("why", warning.getRevisionReason());
        assertEquals("task_scam", warning.getScamType());
        assertEquals("money_mule", warning.getOtherScamType());
        assertEquals("c1", warning.getCampaignId());
        assertEquals(new org.lurewatch.schemas.Flip(Verdict.NO_SIGN_FOUND, 1), warning.getFlip());
        Evidence outside = warning.getEvidence().get(0);
        assertEquals("", outside.getField());
        assertEquals("others read like a scam", outside.getPhrase());
        assertEquals("others", outside.getSource());
        Evidence own = warning.getEvidence().get(1);
        assertEquals(true, own.getDecisive());
        assertEquals(0.5, own.getContribution());
        assertEquals(false, ASSESSED.getAssessment().getEvidence().get(1).getDecisive());
    }

    @Test
    void aCampaignIsToldWhatThePostingIsNow() {
        PostingMemory memory = PostingMemory.newBuilder()
                .setAssessed(ASSESSED)
                .setCampaign(new CampaignNews("c1", 2, CampaignStanding.CLEARED, List.of(), "why"))
                .build();
        KnownPosting known = PostingRecords.toDomain("1", memory);

        CampaignSample sample = PostingRecords.sample(ASSESSED, known, current());
        CampaignSample moved = PostingRecords.moved("c0", ASSESSED, known, current());

        assertEquals("c1", sample.getCampaign());
        assertEquals("", sample.getMovedTo());
        assertEquals(List.of("TELEGRAM:one", "TELEGRAM:two"), sample.getHandles());
        assertEquals("/1", sample.getPosting().getKey());
        assertEquals(Verdict.UNSURE, sample.getPosting().getVerdict());
        assertEquals(CampaignStanding.CLEARED, sample.getPosting().getStanding());
        assertEquals("c0", moved.getCampaign());
        assertEquals("c1", moved.getMovedTo());
    }

    private static CurrentWarning current() {
        return new CurrentWarning(
                2,
                Optional.of("why"),
                0.7,
                org.lurewatch.detection.assess.Verdict.UNSURE,
                Optional.of("task_scam"),
                Optional.of("money_mule"),
                Optional.of("c1"),
                List.of(
                        new Ground.Outside("same_text", "others read like a scam", 0.9, "others", false),
                        new Ground.Own(1, 0.5, true)),
                Optional.of(new Flip(org.lurewatch.detection.assess.Verdict.NO_SIGN_FOUND, 1)));
    }
}
