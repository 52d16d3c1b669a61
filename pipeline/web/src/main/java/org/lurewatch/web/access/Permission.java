package org.lurewatch.web.access;

import io.javalin.security.RouteRole;
import java.util.Optional;

/** What a route asks of whoever calls it. A route without one answers nobody. */
public enum Permission implements RouteRole {
    /** Nothing: liveness, the login page, style sheets. */
    OPEN(null),
    /** To have adverts assessed. */
    ASSESS(AccountRole.VIEWER),
    /** To read warnings, campaigns and trends, contact details hidden. */
    READ(AccountRole.VIEWER),
    /** To see contact details. */
    REVEAL(AccountRole.REVIEWER),
    /** To review, and to send postings into the stream. */
    REVIEW(AccountRole.REVIEWER),
    /** To change allow and block lists. */
    LISTS(AccountRole.LEAD),
    /** To manage accounts and tokens. */
    ACCOUNTS(AccountRole.ADMIN),
    /** To read who did, saw and revealed what. */
    AUDIT(AccountRole.ADMIN);

    private final AccountRole least;

    Permission(AccountRole least) {
        this.least = least;
    }

    /** The least role that has it; empty where anyone has. */
    public Optional<AccountRole> least() {
        return Optional.ofNullable(least);
    }
}
