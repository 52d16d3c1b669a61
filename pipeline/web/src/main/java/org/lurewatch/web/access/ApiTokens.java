package org.lurewatch.web.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.lurewatch.web.http.Problem;

/** ApiTokens by which programs call. Each is shown once and kept as a digest. Safe to share between threads. */
public final class ApiTokens {
    private static final String PREFIX = "lw_";
    private static final int ID_LETTERS = 8;
    private static final int LONGEST_PURPOSE = 100;
    private static final Duration LONGEST_LIFE = Duration.ofDays(400);

    private final Jdbi jdbi;
    private final Clock clock;

    ApiTokens(Jdbi jdbi, Clock clock) {
        this.jdbi = Objects.requireNonNull(jdbi);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * What is known of a token.
     *
     * @param permissions what it may do, as far as its account may
     * @param revoked whether it is good no more before it expires
     */
    public record Token(
            String id,
            String purpose,
            String account,
            Set<Permission> permissions,
            Instant created,
            Instant expires,
            boolean revoked) {}

    /**
     * Issues one.
     *
     * @param owner whose it is; it can never do more than that account may
     * @return the token itself, which is not kept
     * @throws Problem where it would be good for too long, or its purpose is not said
     */
    public String issue(Account owner, String purpose, Set<Permission> permissions, Duration life) {
        if (purpose.isBlank() || purpose.length() > LONGEST_PURPOSE || permissions.isEmpty()) {
            throw new Problem(
                    422,
                    "token-purpose",
                    "Purpose or permissions missing",
                    "Say in up to " + LONGEST_PURPOSE + " letters what the token is for, and what it may do.");
        }
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST_LIFE) > 0) {
            throw new Problem(
                    422,
                    "token-life",
                    "Life cannot be",
                    "A token is good for up to " + LONGEST_LIFE.toDays() + " days.");
        }
        if (!owner.role().permissions().containsAll(permissions)) {
            throw new Problem(
                    403, "not-allowed", "Not allowed", "A token cannot do more than the account that it belongs to.");
        }
        String secret = Secret.draw();
        String id = secret.substring(0, ID_LETTERS);
        long now = clock.millis();
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into api_token (id, digest, purpose, account, permissions, created_at, expires_at)"
                                + " values (:id, :digest, :purpose, :account, :permissions, :now, :until)")
                .bind("id", id)
                .bind("digest", Secret.digest(PREFIX + secret))
                .bind("purpose", purpose)
                .bind("account", owner.name())
                .bind(
                        "permissions",
                        permissions.stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .bind("now", now)
                .bind("until", now + life.toMillis())
                .execute());
        return PREFIX + secret;
    }

    /** Who calls by a token; empty where it is not good. */
    public Optional<Caller> callerBy(String token) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select t.id, t.permissions, a.name, a.role"
                                + " from api_token t join account a on a.name = t.account"
                                + " where t.digest = :digest and t.revoked_at is null and t.expires_at > :now and a.disabled = 0")
                .bind("digest", Secret.digest(token))
                .bind("now", clock.millis())
                .map((RowView row) -> {
                    Set<Permission> may = permissions(row.getColumn("permissions", String.class));
                    may.retainAll(AccountRole.valueOf(row.getColumn("role", String.class))
                            .permissions());
                    may.add(Permission.OPEN);
                    return new Caller(
                            row.getColumn("name", String.class) + "/token-" + row.getColumn("id", String.class), may);
                })
                .findOne());
    }

    /** All of them, the newest first; only those of one account, where it is named. */
    public List<Token> all(Optional<String> account) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, purpose, account, permissions, created_at, expires_at, revoked_at from api_token"
                                + " where :account = '' or account = :account order by created_at desc, id")
                .bind("account", account.orElse(""))
                .map((RowView row) -> new Token(
                        row.getColumn("id", String.class),
                        row.getColumn("purpose", String.class),
                        row.getColumn("account", String.class),
                        permissions(row.getColumn("permissions", String.class)),
                        Instant.ofEpochMilli(row.getColumn("created_at", Long.class)),
                        Instant.ofEpochMilli(row.getColumn("expires_at", Long.class)),
                        row.getColumn("revoked_at", Long.class) != null))
                .list());
    }

    /** Ends one, at once. @throws Problem where there is none of that number */
    public void revoke(String id) {
        int ended = jdbi.withHandle(handle -> handle.createUpdate(
                        "update api_token set revoked_at = coalesce(revoked_at, :now) where id = :id")
                .bind("now", clock.millis())
                .bind("id", id)
                .execute());
        if (ended == 0) {
            throw new Problem(404, "no-token", "No such token", "There is no token of that number.");
        }
    }

    private static Set<Permission> permissions(String names) {
        return Arrays.stream(names.split(","))
                .map(Permission::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }
}
