package org.lurewatch.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.web.access.IdempotencyKeys.Claim;

class StoredIdempotencyKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration CLAIM = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private IdempotencyKeys keys;

    @BeforeEach
    void open() {
        String url = "jdbc:sqlite:" + folder.resolve("own.db");
        Flyway.configure()
                .dataSource(url, "", "")
                .locations("classpath:org/lurewatch/web/access/migrations")
                .load()
                .migrate();
        keys = new StoredIdempotencyKeys(Jdbi.create(url), CLAIM);
    }

    @Test
    void aRequestIsDoneOnce() {
        assertEquals(new Claim.Begun("plan"), keys.claim(key("ann", "k", "body"), NOW, () -> "plan"));
        assertInstanceOf(Claim.Busy.class, keys.claim(key("ann", "k", "body"), NOW.plusSeconds(1), () -> "other"));
        keys.finish(key("ann", "k", "body"), "done");
        assertEquals(new Claim.Done("done"), keys.claim(key("ann", "k", "body"), NOW.plusSeconds(2), () -> "other"));
        assertInstanceOf(
                Claim.OtherRequest.class, keys.claim(key("ann", "k", "else"), NOW.plusSeconds(2), () -> "other"));
        assertEquals(
                new Claim.Begun("bens"),
                keys.claim(key("ben", "k", "body"), NOW, () -> "bens"),
                "the keys of others are others");
    }

    @Test
    void whoeverComesAfterACrashGoesOnByThePlan() {
        keys.claim(key("ann", "k", "body"), NOW, () -> "plan");
        Instant later = NOW.plus(CLAIM);
        assertEquals(new Claim.Again("plan"), keys.claim(key("ann", "k", "body"), later, () -> "other"));
        assertInstanceOf(Claim.Busy.class, keys.claim(key("ann", "k", "body"), later, () -> "other"));
        keys.release(key("ann", "k", "body"));
        assertEquals(new Claim.Again("plan"), keys.claim(key("ann", "k", "body"), later, () -> "other"));
    }

    @Test
    void keysAreForgottenInTheEnd() {
        keys.claim(key("ann", "k", "body"), NOW, () -> "plan");
        keys.finish(key("ann", "k", "body"), "done");
        Instant muchLater = NOW.plus(StoredIdempotencyKeys.KEPT).plusSeconds(1);
        keys.claim(key("ann", "another", "body"), muchLater, () -> "plan");
        assertEquals(new Claim.Begun("new"), keys.claim(key("ann", "k", "body"), muchLater, () -> "new"));
    }

    private static OnceKey key(String caller, String key, String body) {
        return OnceKey.of(new Caller(caller, Set.of()), "reviews", key, body.getBytes(StandardCharsets.UTF_8));
    }
}
