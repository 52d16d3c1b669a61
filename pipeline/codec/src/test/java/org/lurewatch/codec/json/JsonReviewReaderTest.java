package org.lurewatch.codec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.detection.review.Judgement;
import org.lurewatch.detection.review.Review;

class JsonReviewReaderTest {
    private final JsonReviewReader reader = new JsonReviewReader(10_000);

    @Test
    void aReviewThatAPersonTypedIsRead() {
        assertEquals(
                new Review(
                        "r-1",
                        "board",
                        "4711",
                        null,
                        Judgement.ABOUT_SCAMS,
                        "ana",
                        "news",
                        Instant.parse("2026-11-20T12:00:00Z")),
                read("""
                        {"reviewId": "r-1", "source": "board", "postingId": 4711, "judgement": "about-scams",
                         "reviewer": "ana", "note": "news", "reviewedAt": "2026-11-20T12:00:00Z", "mood": "good"}
                        """));
        assertEquals(
                new Review("", "", null, "c1", Judgement.SCAM, "ana", "", null),
                read("{\"campaignId\": \"c1\", \"judgement\": \"SCAM\", \"reviewer\": \"ana\"}"));
    }

    @Test
    void everyKindOfBrokenReviewHasItsReason() {
        assertReason(RejectReason.WRONG_TYPE, "[]");
        assertReason(RejectReason.MALFORMED_JSON, "{\"postingId\": ");
        assertReason(RejectReason.WRONG_TYPE, review("\"judgement\": \"fake\""));
        assertReason(RejectReason.WRONG_TYPE, review("\"judgement\": {}"));
        assertReason(RejectReason.WRONG_TYPE, review("\"judgement\": \"scam\", \"reviewedAt\": \"soon\""));
        assertReason(RejectReason.MISSING_IDENTIFIER, review("\"judgement\": \"scam\", \"campaignId\": \"c\""));
        assertReason(RejectReason.MISSING_IDENTIFIER, review("\"judgement\": \"scam\", \"reviewer\": \" \""));
        assertReason(RejectReason.MISSING_IDENTIFIER, "{\"judgement\": \"scam\", \"reviewer\": \"ana\"}");
        assertReason(
                RejectReason.FIELD_TOO_LONG,
                review("\"judgement\": \"scam\", \"note\": \"" + "x".repeat(Review.LONGEST_NOTE + 1) + "\""));
        assertReason(RejectReason.POSTING_TOO_LARGE, " ".repeat(10_001));
    }

    @Property(tries = 1_000)
    void whateverTheBytesOnlyAnUnusablePostingExceptionComesOfThem(@ForAll byte[] bytes) {
        assertThrows(UnusablePostingException.class, () -> reader.read(bytes));
    }

    private static String review(String more) {
        return "{\"postingId\": \"1\", \"reviewer\": \"ana\", " + more + "}";
    }

    private void assertReason(RejectReason expected, String json) {
        UnusablePostingException thrown = assertThrows(UnusablePostingException.class, () -> read(json));
        assertEquals(expected, thrown.reason(), thrown.getMessage());
    }

    private Review read(String json) {
        return reader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
