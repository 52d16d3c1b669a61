package org.lurewatch.web.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/** Who has logged in. Safe to share between threads. */
public final class Sessions {
    /** A session that nobody used for so long ends. */
    private static final Duration IDLE = Duration.ofHours(2);

    /** And each ends after so long. */
    private static final Duration LONGEST = Duration.ofHours(12);

    /** A use is not noted more often, for each note is a write. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final Clock clock;

    Sessions(Jdbi jdbi, Clock clock) {
        this.jdbi = Objects.requireNonNull(jdbi);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * A session.
     *
     * @param csrf the secret that forms send along, so that no other site can send them
     */
    public record Session(Account account, String csrf) {}

    /** Begins one. @return the secret that the browser keeps */
    public String begin(Account account) {
        String secret = Secret.draw();
        long now = clock.millis();
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from login_session where seen_at < :idle or created_at < :oldest")
                    .bind("idle", now - IDLE.toMillis())
                    .bind("oldest", now - LONGEST.toMillis())
                    .execute();
            handle.createUpdate("insert into login_session (digest, account, csrf, created_at, seen_at)"
                            + " values (:digest, :account, :csrf, :now, :now)")
                    .bind("digest", Secret.digest(secret))
                    .bind("account", account.name())
                    .bind("csrf", Secret.draw())
                    .bind("now", now)
                    .execute();
        });
        return secret;
    }

    /** The session of a secret; empty where it has ended. */
    public Optional<Session> find(String secret) {
        String digest = Secret.digest(secret);
        long now = clock.millis();
        Optional<Seen> seen = jdbi.withHandle(
                handle -> handle.createQuery("select s.csrf, s.seen_at, a.name, a.role from login_session s"
                                + " join account a on a.name = s.account"
                                + " where s.digest = :digest and s.seen_at >= :idle and s.created_at >= :oldest"
                                + " and a.disabled = 0")
                        .bind("digest", digest)
                        .bind("idle", now - IDLE.toMillis())
                        .bind("oldest", now - LONGEST.toMillis())
                        .map((RowView row) -> new Seen(
                                new Session(
                                        new Account(
                                                row.getColumn("name", String.class),
                                                AccountRole.valueOf(row.getColumn("role", String.class)),
                                                false),
                                        row.getColumn("csrf", String.class)),
                                row.getColumn("seen_at", Long.class)))
                        .findOne());
        if (seen.isPresent() && seen.get().at() < now - NOTED.toMillis()) {
            jdbi.useHandle(
                    handle -> handle.createUpdate("update login_session set seen_at = :now where digest = :digest")
                            .bind("now", now)
                            .bind("digest", digest)
                            .execute());
        }
        return seen.map(Seen::session);
    }

    private record Seen(Session session, long at) {}

    /** Ends one. */
    public void end(String secret) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from login_session where digest = :digest")
                .bind("digest", Secret.digest(secret))
                .execute());
    }
}
