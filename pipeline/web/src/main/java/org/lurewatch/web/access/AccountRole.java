package org.lurewatch.web.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What an account may do; each may do what those before it may. */
public enum AccountRole {
    VIEWER,
    REVIEWER,
    LEAD,
    ADMIN;

    /** Whether it may do what another one may. */
    public boolean covers(AccountRole other) {
        return compareTo(other) >= 0;
    }

    /** What it may do. */
    public Set<Permission> permissions() {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission.least().map(this::covers).orElse(true))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }
}
