package org.lurewatch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.job.codec.RejectEncoder;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SourceRecord;

class FaultAuditTest {
    private final FaultAudit audit = new FaultAudit();

    /** Posting 1 is a scam, posting 2 is none, and one record is broken. */
    @BeforeEach
    void expect() {
        audit.expect(assessed("1", "Pay the deposit."));
        audit.expect(assessed("2", "Pay is good."));
        audit.expect(new Outcome.Rejected("3", RejectReason.NO_TEXT, ""));
    }

    @Test
    void allIsWellWhereEachCameOnceAsTheLibrarySays() {
        audit.saw(ExampleWarnings.warning());
        audit.saw(reject(7, RejectReason.NO_TEXT));

        assertTrue(audit.result(1).isGood());
        assertEquals(audit.expectedOut(), audit.seenOut());
        assertEquals("3 sent = warned 1 + cleared 1 + rejected 1 by the library", audit.equation());
    }

    @Test
    void whatDidNotComeIsLost() {
        assertEquals(3, audit.result(0).lost());
        assertFalse(audit.result(0).isGood());
    }

    @Test
    void aRevisionAPositionOrACountThatCameOnceMoreIsTwice() {
        audit.saw(ExampleWarnings.warning());
        audit.saw(ExampleWarnings.warning());
        audit.saw(reject(7, RejectReason.NO_TEXT));
        audit.saw(reject(7, RejectReason.NO_TEXT));

        assertEquals(3, audit.result(2).twice());
        assertEquals(0, audit.result(2).lost());
    }

    @Test
    void aRejectOfOneMorePositionThanWasSentIsTwice() {
        audit.saw(ExampleWarnings.warning());
        audit.saw(reject(7, RejectReason.NO_TEXT));
        audit.saw(reject(8, RejectReason.NO_TEXT));

        assertEquals(1, audit.result(1).twice());
    }

    @Test
    void aRejectForAnotherReasonIsOneLostAndOneTooMany() {
        audit.saw(ExampleWarnings.warning());
        audit.saw(reject(7, RejectReason.MALFORMED_JSON));

        assertEquals(new FaultAudit.Result(1, 1, List.of()), audit.result(1));
    }

    @Test
    void aLaterRevisionIsNotTheSameWarningTwice() {
        ScamWarning later = ScamWarning.newBuilder(ExampleWarnings.warning())
                .setRevision(2)
                .setOwnScore(0.1)
                .build();
        audit.saw(ExampleWarnings.warning());
        audit.saw(later);
        audit.saw(reject(7, RejectReason.NO_TEXT));

        assertTrue(audit.result(1).isGood());
    }

    @Test
    void anotherScoreThanTheLibrarysIsWrong() {
        audit.saw(ScamWarning.newBuilder(ExampleWarnings.warning())
                .setOwnScore(0.8)
                .build());
        audit.saw(reject(7, RejectReason.NO_TEXT));

        assertEquals(List.of("1 has score 0.8 instead of 0.9"), audit.result(1).wrong());
        assertFalse(audit.result(1).isGood());
    }

    private static Outcome assessed(String identifier, String description) {
        return new Outcome.Assessed(new TestingDetector()
                .assess(new JobPosting(
                        identifier, "board", Map.of(PostingField.DESCRIPTION, description), null, null)));
    }

    private static RejectedPosting reject(long offset, RejectReason reason) {
        return RejectEncoder.encode(
                new SourceRecord(
                        "postings", 0, offset, Instant.EPOCH.toEpochMilli(), null, ByteBuffer.wrap(new byte[] {1})),
                reason,
                "");
    }
}
