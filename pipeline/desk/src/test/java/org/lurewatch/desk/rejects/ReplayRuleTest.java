package org.lurewatch.desk.rejects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.examples.ExampleRejects;
import org.lurewatch.codec.examples.TestingDetector;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.schemas.RejectReason;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.WriterSchemas;

class ReplayRuleTest {
    private static final String GOOD =
            "{\"identifier\": \"1\", \"source\": \"board\", \"description\": \"waiter wanted\"}";
    private static final String BREAKS = GOOD.replace("waiter", "breaks");

    private final Map<RejectPlace, ReplayRule.Whole> kept = new HashMap<>();
    private final ReplayRule rule = rule(Set.of());

    @Test
    void whatCanBeAssessedNowIsSentWithItsKey() {
        ReplayRule.Decision decision =
                rule.decide(ExampleRejects.reject(7, RejectReason.POSTING_TOO_LARGE, GOOD), null);

        assertEquals(RejectFate.SENT, decision.fate());
        assertArrayEquals(GOOD.getBytes(UTF_8), decision.record().value());
        assertArrayEquals("board/1".getBytes(UTF_8), decision.record().key());
    }

    @Test
    void whatIsStillWrongIsToldByWhatIsWrongNow() {
        ReplayRule.Decision decision =
                rule.decide(ExampleRejects.reject(7, RejectReason.POSTING_TOO_LARGE, "no posting"), null);

        assertEquals(RejectFate.UNACCEPTABLE, decision.fate());
        assertEquals(RejectReason.UNKNOWN_FORMAT, decision.reason());
        assertNull(decision.record());
    }

    @Test
    void whatWasSentBackIsNotSentAgain() {
        RejectedPosting reject = ExampleRejects.reject(7, RejectReason.NO_TEXT, GOOD);
        ReplayRule later = rule(Set.of(RejectPlace.of(reject)));

        assertEquals(RejectFate.SENT_BEFORE, later.decide(reject, null).fate());
        assertEquals(
                RejectFate.SENT_BEFORE,
                rule(Set.of(RejectPlace.of(reject)))
                        .decide(reject, GOOD.getBytes(UTF_8))
                        .fate());
    }

    @Test
    void whatTheJobToldTwiceIsSentOnce() {
        RejectedPosting reject = ExampleRejects.reject(7, RejectReason.NO_TEXT, GOOD);

        assertEquals(RejectFate.SENT, rule.decide(reject, null).fate());
        assertEquals(RejectFate.REPEATED, rule.decide(reject, null).fate());
    }

    @Test
    void aBrokenReviewIsNoPosting() {
        RejectedPosting review = RejectedPosting.newBuilder(ExampleRejects.reject(7, RejectReason.NO_TEXT, GOOD))
                .setTopic("reviews")
                .build();

        assertEquals(RejectFate.OF_ANOTHER_TOPIC, rule.decide(review, null).fate());
    }

    @Test
    void whatTheRejectHoldsInPartIsReadWhereItLay() {
        RejectedPosting cut = ExampleRejects.cut(ExampleRejects.reject(7, RejectReason.POSTING_TOO_LARGE, GOOD), 9);
        kept.put(RejectPlace.of(cut), whole("board/1", GOOD));

        assertArrayEquals(GOOD.getBytes(UTF_8), rule.decide(cut, null).record().value());
    }

    @Test
    void aCutRecordThatIsNoLongerKeptIsGone() {
        RejectedPosting cut = ExampleRejects.cut(ExampleRejects.reject(7, RejectReason.POSTING_TOO_LARGE, GOOD), 9);

        assertEquals(RejectFate.GONE, rule.decide(cut, null).fate());
    }

    @Test
    void anotherRecordAtTheSamePlaceIsNotTakenForIt() {
        RejectedPosting cut = ExampleRejects.cut(ExampleRejects.reject(7, RejectReason.POSTING_TOO_LARGE, GOOD), 9);
        kept.put(RejectPlace.of(cut), whole("board/2", GOOD));

        assertEquals(RejectFate.GONE, rule.decide(cut, null).fate());
    }

    @Test
    void aMendedValueStandsInPlaceOfACutOne() {
        RejectedPosting cut = ExampleRejects.cut(ExampleRejects.reject(7, RejectReason.MALFORMED_JSON, "{broken}"), 3);

        ReplayRule.Decision decision = rule.decide(cut, GOOD.getBytes(UTF_8));

        assertArrayEquals(GOOD.getBytes(UTF_8), decision.record().value());
        assertArrayEquals("board/1".getBytes(UTF_8), decision.record().key());
    }

    @Test
    void aKeyThatTheRejectHoldsInPartIsReadWhereItLay() {
        RejectedPosting reject = RejectedPosting.newBuilder(ExampleRejects.reject(7, RejectReason.NO_TEXT, GOOD))
                .setKey(ByteBuffer.wrap("boa".getBytes(UTF_8)))
                .build();
        kept.put(RejectPlace.of(reject), whole("board/1", GOOD));

        assertArrayEquals(
                "board/1".getBytes(UTF_8), rule.decide(reject, null).record().key());
    }

    @Test
    void whatBrokeScoringIsScoredAgain() {
        assertEquals(
                RejectReason.DETECTION_FAILED,
                rule.decide(ExampleRejects.reject(7, RejectReason.DETECTION_FAILED, BREAKS), null)
                        .reason());
        assertEquals(
                RejectFate.SENT,
                rule.decide(ExampleRejects.reject(8, RejectReason.DETECTION_FAILED, GOOD), null)
                        .fate());
    }

    private ReplayRule rule(Set<RejectPlace> sentBack) {
        return new ReplayRule(
                "postings",
                new PostingDecoder(PostingLimits.DEFAULT, WriterSchemas.known()),
                TestingDetector::new,
                place -> Optional.ofNullable(kept.get(place)),
                sentBack);
    }

    private static ReplayRule.Whole whole(String key, String value) {
        return new ReplayRule.Whole(key.getBytes(UTF_8), value.getBytes(UTF_8));
    }
}
