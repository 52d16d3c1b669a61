package org.lurewatch.web.access;

import java.util.Objects;
import java.util.Set;

/**
 * Who sent a request.
 *
 * @param name of the account or token, as the audit tells it
 * @param permissions what it may do
 */
public record Caller(String name, Set<Permission> permissions) {
    /** Anyone: nobody has logged in. */
    public static final Caller NOBODY = new Caller("nobody", Set.of(Permission.OPEN));

    /** Whoever sits at this machine, where no login is asked for. */
    public static final Caller LOCAL = new Caller("local", Set.of(Permission.OPEN, Permission.ASSESS, Permission.READ));

    public Caller {
        Objects.requireNonNull(name);
        permissions = Set.copyOf(permissions);
    }

    /** Whether it is an account or a token, and not just anyone, or whoever sits at this machine. */
    public boolean isLoggedIn() {
        return !name.equals(NOBODY.name) && !name.equals(LOCAL.name);
    }

    /** Whether it may do that. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
