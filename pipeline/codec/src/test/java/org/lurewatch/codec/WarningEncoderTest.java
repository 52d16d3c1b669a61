package org.lurewatch.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.detection.assess.AdvertLanguage;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.links.Footprint;
import org.lurewatch.detection.posting.IntakeNotes;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.json.PostingDraft;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.Flip;
import org.lurewatch.schemas.RecordPosition;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.WriterSchemas;

class WarningEncoderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00.123456789Z");

    private static final SourceRecord RECORD = ExamplePostings.record(7, "");
    private final JobPosting posting = ExamplePostings.posting("4711", "a lure");

    @Test
    void aWarningSaysAllThatTheAssessmentSays() {
        ScamWarning warning = WarningEncoder.encode(RECORD, posting, ExamplePostings.DETECTOR.assess(posting), NOW);

        assertEquals("4711", warning.getPostingId());
        assertEquals("board", warning.getSource());
        assertEquals(0.97, warning.getScore());
        assertEquals(org.lurewatch.schemas.Verdict.LIKELY_SCAM, warning.getVerdict());
        assertEquals("task_scam", warning.getScamType());
        assertEquals(1, warning.getRevision());
        assertNull(warning.getRevisionReason());
        assertNull(warning.getCampaignId());
        assertEquals(
                List.of(new Evidence("fee_deposit", "O01", "title", 2, 6, "lure", "lures", "en", 1, 2.5, "FTC", true)),
                warning.getEvidence());
        assertEquals(new Flip(org.lurewatch.schemas.Verdict.UNSURE, 3), warning.getFlip());
        assertEquals(List.of("Who pays?"), warning.getQuestions());
        assertEquals("test", warning.getBundle().getVersion());
        assertEquals("00ff", warning.getBundle().getDigest());
        assertEquals(0.00067, warning.getBundle().getBaseRate());
        assertEquals("platform", warning.getBundle().getPolicy());
        assertNull(warning.getBundle().getAlarmsPer1000());
        assertNull(warning.getLanguage());
        assertEquals(false, warning.getLanguageMeasured());
        assertNull(warning.getIdentifierFrom());
        assertEquals(List.of(), warning.getTruncatedFields());
        assertEquals(false, warning.getTextDamaged());
        assertEquals(0.97, warning.getOwnScore());
        assertEquals(
                new RecordPosition(RECORD.getTopic(), RECORD.getPartition(), RECORD.getOffset()), warning.getRecord());
        assertEquals(Instant.parse("2026-11-19T00:00:00Z"), warning.getPostedAt());
        assertEquals(ExamplePostings.SCRAPED, warning.getScrapedAt());
        assertEquals(Instant.parse("2026-11-20T09:00:00.123Z"), warning.getAssessedAt());
        assertEquals("board/4711", new String(WarningEncoder.key(warning), UTF_8));
    }

    @Test
    void aSecondKindIsSentWhereThereIsOne() {
        assertNull(WarningEncoder.encode(RECORD, posting, ExamplePostings.DETECTOR.assess(posting), NOW)
                .getOtherScamType());
        Assessment ofTwoKinds = new Assessment(
                "4711",
                "board",
                0.9,
                Verdict.LIKELY_SCAM,
                Optional.of(ScamType.TASK_SCAM),
                Optional.of(ScamType.ADVANCE_FEE),
                List.of(),
                Optional.empty(),
                List.of(),
                new BundleId("test", "00ff"),
                new PolicyChoice("campaign", OptionalDouble.empty(), OptionalDouble.of(2.5)),
                ExamplePostings.THRESHOLDS,
                new AdvertLanguage(Optional.of("pt"), true),
                Footprint.NONE,
                new IntakeNotes("url", Set.of("description", "title"), true));

        ScamWarning warning = WarningEncoder.encode(RECORD, posting, ofTwoKinds, NOW);

        assertEquals("task_scam", warning.getScamType());
        assertEquals("advance_fee", warning.getOtherScamType());
        assertEquals("campaign", warning.getBundle().getPolicy());
        assertEquals(2.5, warning.getBundle().getAlarmsPer1000());
        assertEquals("pt", warning.getLanguage());
        assertEquals(true, warning.getLanguageMeasured());
        assertEquals("url", warning.getIdentifierFrom());
        assertEquals(List.of("description", "title"), warning.getTruncatedFields());
        assertEquals(true, warning.getTextDamaged());
    }

    @Test
    void everyVerdictOfTheDomainHasItsSymbol() {
        for (Verdict verdict : Verdict.values()) {
            assertEquals(
                    verdict.name(),
                    org.lurewatch.schemas.Verdict.valueOf(verdict.name()).name());
        }
    }

    @Test
    void theIdDependsOnSourceAndIdentifierAlone() {
        ScamWarning first = WarningEncoder.encode(RECORD, posting, ExamplePostings.DETECTOR.assess(posting), NOW);
        JobPosting changed = ExamplePostings.posting("4711", "another lure");
        Assessment other = new Assessment(
                "4711",
                "board",
                0.6,
                Verdict.LIKELY_SCAM,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                new BundleId("other", "11"),
                PolicyChoice.DEFAULT,
                ExamplePostings.THRESHOLDS,
                AdvertLanguage.UNKNOWN,
                Footprint.NONE,
                IntakeNotes.NONE);
        assertNull(WarningEncoder.encode(RECORD, changed, other, NOW).getFlip());
        ScamWarning second = WarningEncoder.encode(RECORD, changed, other, NOW.plusSeconds(9));

        assertEquals(first.getWarningId(), second.getWarningId());
        assertTrue(first.getWarningId().matches("[0-9a-f]{32}"), first.getWarningId());
        assertNotEquals(WarningEncoder.warningId("a", "b/c"), WarningEncoder.warningId("a/b", "c"));
        assertNotEquals(WarningEncoder.warningId("a", "bc"), WarningEncoder.warningId("ab", "c"));
    }

    @Test
    void theLargestPossibleWarningFitsIntoAKafkaRecord() {
        String quote = "🛫".repeat(50_000);
        JobPosting hostile = ExamplePostings.posting("\u4e00".repeat(PostingDraft.MAX_KEY_PART_CHARS), "x" + quote);
        Assessment assessment = new Assessment(
                hostile.identifier(),
                hostile.source(),
                1,
                Verdict.LIKELY_SCAM,
                Optional.empty(),
                Optional.empty(),
                Collections.nCopies(
                        8,
                        new org.lurewatch.detection.assess.Evidence(
                                "s", "", quote, PostingField.TITLE, 0, 100_001, "x" + quote, quote, "", 0, 1, false)),
                Optional.empty(),
                List.of(),
                new BundleId("test", "00ff"),
                PolicyChoice.DEFAULT,
                ExamplePostings.THRESHOLDS,
                AdvertLanguage.UNKNOWN,
                Footprint.NONE,
                IntakeNotes.NONE);

        ScamWarning warning = WarningEncoder.encode(RECORD, hostile, assessment, NOW);
        byte[] bytes = SingleObjectEncoding.of(ScamWarning.class, WriterSchemas.known())
                .encode(warning);

        assertTrue(bytes.length + WarningEncoder.key(warning).length < 100_000, bytes.length + " bytes");
        Evidence evidence = warning.getEvidence().get(0);
        assertEquals(999, evidence.getQuote().length(), "a pair of surrogates is not torn apart");
        assertEquals(1_000, evidence.getPhrase().length());
        assertEquals(100_001, evidence.getEnd());
    }
}
