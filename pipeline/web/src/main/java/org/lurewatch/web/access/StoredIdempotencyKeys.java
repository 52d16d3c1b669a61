package org.lurewatch.web.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Keys that are kept in the store of what no topic holds. */
public final class StoredIdempotencyKeys implements IdempotencyKeys {
    /** How long whoever has claimed a request may take: longer than Kafka takes to give up. */
    public static final Duration CLAIM = Duration.ofSeconds(45);

    /** How long a key is known. */
    public static final Duration KEPT = Duration.ofDays(30);

    private final Jdbi jdbi;
    private final Duration claim;

    /** @param jdbi of a database with the table {@code idempotency_key} */
    public StoredIdempotencyKeys(Jdbi jdbi) {
        this(jdbi, CLAIM);
    }

    /** @param claim how long whoever has claimed a request may take */
    public StoredIdempotencyKeys(Jdbi jdbi, Duration claim) {
        this.jdbi = Objects.requireNonNull(jdbi);
        this.claim = Objects.requireNonNull(claim);
    }

    private record Row(String content, String plan, Optional<String> answer, long claimedUntil) {}

    @Override
    public Claim claim(OnceKey key, Instant now, Supplier<String> plan) {
        Optional<Row> before = row(key);
        if (before.isEmpty()) {
            String made = plan.get();
            if (insert(key, now, made)) {
                return new Claim.Begun(made);
            }
            before = row(key);
        }
        return before.map(row -> claim(key, row, now)).orElseGet(Claim.Busy::new);
    }

    private Claim claim(OnceKey key, Row row, Instant now) {
        if (!row.content().equals(key.content())) {
            return new Claim.OtherRequest();
        }
        if (row.answer().isPresent()) {
            return new Claim.Done(row.answer().get());
        }
        if (row.claimedUntil() > now.toEpochMilli()) {
            return new Claim.Busy();
        }
        int claimed = jdbi.withHandle(handle -> handle.createUpdate("UPDATE idempotency_key SET claimed_until = :until"
                        + " WHERE id = :id AND claimed_until = :before AND answer IS NULL")
                .bind("until", now.plus(claim).toEpochMilli())
                .bind("id", key.id())
                .bind("before", row.claimedUntil())
                .execute());
        return claimed == 1 ? new Claim.Again(row.plan()) : new Claim.Busy();
    }

    private Optional<Row> row(OnceKey key) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT content, plan, answer, claimed_until FROM idempotency_key WHERE id = :id")
                .bind("id", key.id())
                .map((row, context) -> new Row(
                        row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3)), row.getLong(4)))
                .findOne());
    }

    private boolean insert(OnceKey key, Instant now, String plan) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("DELETE FROM idempotency_key WHERE created_at < :time")
                    .bind("time", now.minus(KEPT).toEpochMilli())
                    .execute();
            return handle.createUpdate("INSERT INTO idempotency_key (id, content, plan, claimed_until, created_at)"
                                    + " VALUES (:id, :content, :plan, :until, :now)"
                                    + " ON CONFLICT (id) DO NOTHING")
                            .bind("id", key.id())
                            .bind("content", key.content())
                            .bind("plan", plan)
                            .bind("until", now.plus(claim).toEpochMilli())
                            .bind("now", now.toEpochMilli())
                            .execute()
                    == 1;
        });
    }

    @Override
    public void finish(OnceKey key, String answer) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE idempotency_key SET answer = :answer, claimed_until = 0 WHERE id = :id")
                .bind("answer", answer)
                .bind("id", key.id())
                .execute());
    }

    @Override
    public void release(OnceKey key) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE idempotency_key SET claimed_until = 0 WHERE id = :id AND answer IS NULL")
                .bind("id", key.id())
                .execute());
    }
}
