package org.lurewatch.lab.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.RejectEncoder;
import org.lurewatch.codec.examples.ExampleWarnings;
import org.lurewatch.codec.examples.TestingDetector;
import org.lurewatch.desk.screen.ScreenedRecord;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SourceRecord;

class FaultAuditTest {
    private static final Map<String, Long> COUNTED = counted(1, 1);

    private final FaultAudit audit = new FaultAudit(false);
    private final FaultAudit remembering = new FaultAudit(true);

    /** Posting 1 is a scam, posting 2 is none, and one record is broken. */
    @BeforeEach
    void expect() {
        for (FaultAudit each : List.of(audit, remembering)) {
            each.expect(assessed("1", "Pay the deposit."));
            each.expect(assessed("2", "Pay is good."));
            each.expect(new ScreenedRecord.Rejected("3", RejectReason.NO_TEXT, ""));
            each.cameOut(reject(7, RejectReason.NO_TEXT));
        }
    }

    /** What the job has counted of the three records. */
    private static Map<String, Long> counted(long cleared, long sent) {
        return Map.of("in", 3L, "warned", 1L, "cleared", cleared, "rejected", 1L, "firstWarnings", sent);
    }

    @Test
    void allIsWellWhereEachCameOnceAsTheLibrarySays() {
        assertFalse(audit.isComplete(COUNTED));
        audit.cameOut(ExampleWarnings.warning());

        assertTrue(audit.isComplete(COUNTED));
        assertTrue(audit.result(COUNTED).isGood());
        assertEquals(2, audit.came());
        assertEquals(
                "3 sent = warned 1 + cleared 1 + rejected 1 by the library; 1 warnings and 1 rejects read",
                audit.equation());
    }

    @Test
    void whatWasSentBeforeAFaultIsMissingUntilItsWarningAndItsRejectHaveCome() {
        audit.fault();
        assertEquals(2, audit.missing());
        audit.cameOut(ExampleWarnings.warning());
        assertEquals(1, audit.missing());
        RejectedPosting reject = reject(8, RejectReason.NO_TEXT);
        reject.setKey(ByteBuffer.wrap("3".getBytes(UTF_8)));
        audit.cameOut(reject);

        assertEquals(0, audit.missing());
        assertEquals(1, audit.settledFaults());
    }

    @Test
    void whatDidNotComeIsLost() {
        assertEquals(new FaultAudit.Result(2, 0, List.of()), audit.result(counted(0, 1)));
    }

    @Test
    void aWarningAPositionOrACountThatCameOnceMoreIsTwice() {
        audit.cameOut(ExampleWarnings.warning());
        audit.cameOut(ExampleWarnings.warning());
        audit.cameOut(reject(7, RejectReason.NO_TEXT));

        assertEquals(new FaultAudit.Result(0, 3, List.of()), audit.result(counted(2, 1)));
    }

    @Test
    void aRejectOfOneMorePositionThanWasSentIsTwice() {
        audit.cameOut(ExampleWarnings.warning());
        audit.cameOut(reject(8, RejectReason.NO_TEXT));

        assertEquals(new FaultAudit.Result(0, 1, List.of()), audit.result(COUNTED));
    }

    @Test
    void aRejectForAnotherReasonIsOneTooManyAndTheRightOneIsLost() {
        audit.expect(new ScreenedRecord.Rejected("4", RejectReason.NO_TEXT, ""));
        audit.cameOut(ExampleWarnings.warning());
        audit.cameOut(reject(8, RejectReason.MALFORMED_JSON));

        assertEquals(1, audit.result(COUNTED).lost());
        assertEquals(1, audit.result(COUNTED).twice());
    }

    @Test
    void aLaterRevisionIsTheSameWarningTwiceUnlessTheJobRemembers() {
        for (FaultAudit each : List.of(audit, remembering)) {
            each.cameOut(ExampleWarnings.warning());
            each.cameOut(revision(2));
        }

        assertEquals(1, audit.result(COUNTED).twice());
        assertTrue(remembering.result(counted(1, 2)).isGood());
    }

    @Test
    void aRevisionThatIsMissingIsLost() {
        remembering.cameOut(revision(1));
        remembering.cameOut(revision(4));

        assertEquals(new FaultAudit.Result(2, 0, List.of()), remembering.result(counted(1, 2)));
    }

    @Test
    void whereTheJobRemembersItsCountSaysHowManyWarningsThereAre() {
        remembering.cameOut(revision(1));

        assertTrue(remembering.isComplete(counted(1, 1)));
        assertFalse(remembering.isComplete(counted(1, 2)));
        assertFalse(remembering.isComplete(counted(1, 0)), "the task is still reading its state");
        assertEquals(
                List.of("the job has counted warnings sent 2 instead of 1"),
                remembering.result(counted(1, 2)).wrong());
    }

    @Test
    void anotherScoreThanTheLibrarysIsWrong() {
        audit.cameOut(ScamWarning.newBuilder(ExampleWarnings.warning())
                .setOwnScore(0.8)
                .build());

        assertEquals(
                List.of("1 has score 0.8 instead of 0.9"), audit.result(COUNTED).wrong());
        assertFalse(audit.result(COUNTED).isGood());
    }

    @Test
    void recordsThatWereNotCountedAreWrong() {
        audit.cameOut(ExampleWarnings.warning());

        assertEquals(
                List.of(
                        "the job has counted in 0 instead of 3",
                        "the job has counted warned 0 instead of 1",
                        "the job has counted rejected 0 instead of 1"),
                audit.result(Map.of()).wrong());
    }

    private static ScamWarning revision(int number) {
        return ScamWarning.newBuilder(ExampleWarnings.warning())
                .setRevision(number)
                .build();
    }

    private static ScreenedRecord assessed(String identifier, String description) {
        return new ScreenedRecord.Assessed(new TestingDetector()
                .assess(new JobPosting(
                        identifier, "board", Map.of(PostingField.DESCRIPTION, description), null, null)));
    }

    private static RejectedPosting reject(long offset, RejectReason reason) {
        return RejectEncoder.encode(
                new SourceRecord(
                        "postings",
                        0,
                        offset,
                        Instant.EPOCH.toEpochMilli(),
                        null,
                        ByteBuffer.wrap(new byte[] {1}),
                        null,
                        false),
                reason,
                "");
    }
}
