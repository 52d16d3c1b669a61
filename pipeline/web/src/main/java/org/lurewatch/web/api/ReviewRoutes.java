package org.lurewatch.web.api;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.lurewatch.codec.json.JsonReviewReader;
import org.lurewatch.desk.DeskException;
import org.lurewatch.desk.review.ReviewSender;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.detection.review.Review;
import org.lurewatch.web.access.Audit;
import org.lurewatch.web.access.AuditEntry;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.access.OnceKey;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.http.Problem;
import org.lurewatch.web.http.RouteGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reviewing a posting or campaign. Whoever calls is the reviewer. A request is done once, however often it comes, as long as
 * it has the same {@code Idempotency-Key}.
 */
public final class ReviewRoutes implements RouteGroup {
    static final String KEY_HEADER = "Idempotency-Key";

    private static final Logger LOG = LoggerFactory.getLogger(ReviewRoutes.class);
    private static final int MOST_BYTES = 16 << 10;
    private static final String ROUTE = "reviews";
    private static final JsonMapper JSON = new JsonMapper(new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10)
                    .maxStringLength(MOST_BYTES)
                    .build())
            .build());
    private static final JsonReviewReader READER = new JsonReviewReader(2 * MOST_BYTES);

    private final OnceSender sender;
    private final Audit audit;
    private final Clock clock;

    /** @param sender to the topic of reviews */
    public ReviewRoutes(OnceSender sender, Audit audit, Clock clock) {
        this.sender = Objects.requireNonNull(sender);
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/v1/reviews", this::review, Permission.REVIEW);
    }

    private void review(Context request) throws IOException {
        Caller caller = Gate.callerOf(request);
        byte[] body = request.bodyInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Problem(413, "too-large", "Too large", "A review may have " + (MOST_BYTES >> 10) + " KB.");
        }
        OnceKey key = OnceKey.of(caller, ROUTE, keyOf(request), body);
        ObjectNode said = object(body);
        // What cannot be read is refused before anything is kept of it.
        Review checked = review(said, caller, key, clock.instant());
        audit.record(new AuditEntry(clock.instant(), caller.name(), "review", target(checked)));
        try {
            OnceSender.Answered answered = sender.send(
                    key,
                    at -> List.of(ReviewSender.record(sender.topic(), review(said, caller, key, at))),
                    at -> answer(review(said, caller, key, at)));
            request.status(201)
                    .contentType(ApiJson.TYPE)
                    .header("Idempotent-Replayed", String.valueOf(answered.again()))
                    .result(answered.answer());
        } catch (DeskException e) {
            LOG.error("A review could not be sent", e);
            request.header("Retry-After", "5");
            throw new Problem(
                    503,
                    "not-sent",
                    "Not sent",
                    "It is not sure that Kafka has the review. Send it again with the same Idempotency-Key: it counts once.");
        }
    }

    /** The key that a request carries. @throws Problem where it has none that can be used */
    private static String keyOf(Context request) {
        String key = request.header(KEY_HEADER);
        if (key == null || key.isBlank() || key.length() > OnceKey.LONGEST) {
            throw new Problem(
                    400,
                    "key-needed",
                    "Key needed",
                    "Give each review a new Idempotency-Key of at most " + OnceKey.LONGEST
                            + " characters, and send it again with the same one until it is answered.");
        }
        return key;
    }

    private static ObjectNode object(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            if (read instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static Problem unreadable() {
        return new Problem(400, "unreadable", "Not readable", "A review is one JSON object.");
    }

    /** The same for the same key and time, so that it is one review however often it is made. */
    private static Review review(ObjectNode said, Caller caller, OnceKey key, Instant at) {
        ObjectNode whole = said.deepCopy();
        whole.put("reviewer", caller.name());
        whole.put(
                "reviewId",
                UUID.nameUUIDFromBytes(key.id().getBytes(StandardCharsets.UTF_8))
                        .toString());
        whole.put("reviewedAt", at.toString());
        try {
            return READER.read(ApiJson.line(whole).getBytes(StandardCharsets.UTF_8));
        } catch (UnusablePostingException e) {
            throw new Problem(422, "unusable", "The review cannot be used", e.getMessage())
                    .with("reason", e.reason().name());
        }
    }

    private static String target(Review review) {
        return review.isOfAPosting()
                ? "posting " + review.source() + "/" + review.postingId()
                : "campaign " + review.campaignId();
    }

    private static String answer(Review review) {
        ObjectNode answer = ApiJson.object();
        answer.put("reviewId", review.reviewId());
        answer.put("source", review.source());
        answer.put("postingId", review.postingId());
        answer.put("campaignId", review.campaignId());
        answer.put("judgement", review.judgement().name());
        answer.put("reviewer", review.reviewer());
        answer.put("reviewedAt", review.reviewedAt().toString());
        return ApiJson.line(answer);
    }
}
