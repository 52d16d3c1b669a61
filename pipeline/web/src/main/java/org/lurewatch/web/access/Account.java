package org.lurewatch.web.access;

import java.util.Objects;

/**
 * Someone who may log in.
 *
 * @param disabled whether it may not any more
 */
public record Account(String name, AccountRole role, boolean disabled) {
    public Account {
        Objects.requireNonNull(name);
        Objects.requireNonNull(role);
    }
}
