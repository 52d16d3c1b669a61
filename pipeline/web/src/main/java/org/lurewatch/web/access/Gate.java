package org.lurewatch.web.access;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.security.RouteRole;
import java.util.Objects;
import java.util.Set;
import org.lurewatch.web.http.Problem;

/**
 * Stands before every route: finds out who calls, and lets in whoever has the permission that the route names.
 * See RATIONALE.md, "A route without a permission answers nobody".
 */
public final class Gate implements Handler {
    private static final String CALLER = "lurewatch.caller";

    private final CallerRule rule;

    /** Finds out who calls. */
    @FunctionalInterface
    public interface CallerRule {
        /** The caller; {@link Caller#NOBODY} where the request does not say. */
        Caller callerOf(Context request);
    }

    public Gate(CallerRule rule) {
        this.rule = Objects.requireNonNull(rule);
    }

    @Override
    public void handle(Context request) {
        Set<RouteRole> asked = request.routeRoles();
        Caller caller = rule.callerOf(request);
        request.attribute(CALLER, caller);
        for (RouteRole role : asked) {
            if (!(role instanceof Permission permission) || !caller.may(permission)) {
                throw refusal(caller, "do that");
            }
        }
        if (asked.isEmpty()) {
            throw refusal(caller, "do that");
        }
    }

    /**
     * Refuses a part of what a route can do to whoever may not do it.
     *
     * @param what it is, as it follows "may not"
     */
    public static void require(Context request, Permission permission, String what) {
        Caller caller = callerOf(request);
        if (!caller.may(permission)) {
            throw refusal(caller, what);
        }
    }

    private static Problem refusal(Caller caller, String what) {
        return caller.isLoggedIn()
                ? new Problem(403, "not-allowed", "Not allowed", "This account or token may not " + what + ".")
                : new Problem(
                        401, "login-needed", "Login needed", "Log in, or send a token: Authorization: Bearer TOKEN.");
    }

    /** Who sent a request; {@link Caller#NOBODY} where it did not come as far as a route. */
    public static Caller callerOrNobody(Context request) {
        Caller caller = request.attribute(CALLER);
        return caller == null ? Caller.NOBODY : caller;
    }

    /** Who sent a request that was let in. */
    public static Caller callerOf(Context request) {
        return Objects.requireNonNull(request.attribute(CALLER), "the gate stands before every route");
    }
}
