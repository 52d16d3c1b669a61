package org.lurewatch.web.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lurewatch.web.http.Problem;
import org.lurewatch.web.http.RequestForm;
import org.lurewatch.web.http.SameOrigin;

/**
 * Finds out who calls: by a token, by the session of a browser, or, at this machine, by nothing. A session's requests that
 * change something must carry its CSRF secret.
 */
public final class Login implements Gate.CallerRule {
    /** Name of the form field and, with {@link #CSRF_HEADER}, the header that carries the CSRF secret. */
    public static final String CSRF_FIELD = "csrf";

    public static final String CSRF_HEADER = "X-CSRF-Token";

    private static final String BEARER = "Bearer ";
    private static final String SESSION = "lurewatch.session";

    private final Optional<OwnAccess> own;
    private final Set<Permission> local;
    private final boolean secure;

    /** What the store of accounts says. */
    public record OwnAccess(Accounts accounts, ApiTokens tokens, Sessions sessions) {}

    /**
     * @param own empty where nobody can log in
     * @param local what whoever sits at this machine may do without a login; empty where the server listens elsewhere
     * @param secure whether browsers reach it by TLS, so that cookies go by nothing else
     */
    public Login(Optional<OwnAccess> own, Set<Permission> local, boolean secure) {
        this.own = Objects.requireNonNull(own);
        this.local = local.isEmpty() ? Set.of() : EnumSet.copyOf(local);
        this.secure = secure;
    }

    @Override
    public Caller callerOf(Context request) {
        String authorization = request.header("Authorization");
        if (authorization != null) {
            return own.filter(access -> authorization.startsWith(BEARER))
                    .flatMap(access -> access.tokens().callerBy(authorization.substring(BEARER.length())))
                    .orElseThrow(() -> new Problem(
                            401, "token-not-good", "Token not good", "The token is unknown, revoked or expired."));
        }
        Optional<Sessions.Session> session = session(request);
        if (SameOrigin.changes(request)) {
            SameOrigin.require(request);
        }
        if (session.isPresent()) {
            request.attribute(SESSION, session.get());
            if (SameOrigin.changes(request)) {
                requireCsrf(request, session.get());
            }
            return new Caller(
                    session.get().account().name(),
                    session.get().account().role().permissions());
        }
        if (local.isEmpty()) {
            return Caller.NOBODY;
        }
        SameOrigin.requireLoopbackHost(request);
        return new Caller(Caller.LOCAL.name(), local);
    }

    private Optional<Sessions.Session> session(Context request) {
        String secret = request.cookie(cookieName());
        return secret == null
                ? Optional.empty()
                : own.flatMap(access -> access.sessions().find(secret));
    }

    private static void requireCsrf(Context request, Sessions.Session session) {
        String sent = request.header(CSRF_HEADER);
        if (sent == null && (request.isFormUrlencoded() || request.isMultipartFormData())) {
            sent = RequestForm.value(request, CSRF_FIELD).orElse(null);
        }
        if (sent == null || !Secret.same(sent, session.csrf())) {
            throw new Problem(
                    403,
                    "form-too-old",
                    "Form too old",
                    "You have logged in anew since this page was opened. Reload it.");
        }
    }

    /** The CSRF secret for the forms of a page; empty where nobody has logged in. */
    public static String csrfOf(Context request) {
        Sessions.Session session = request.attribute(SESSION);
        return session == null ? "" : session.csrf();
    }

    /** Begins a session in the browser that sent a request. */
    void begin(Context request, Account account) {
        String secret = own.orElseThrow().sessions().begin(account);
        request.cookie(new Cookie(cookieName(), secret, "/", -1, secure, true, null, SameSite.LAX));
    }

    /** Ends the session of the browser that sent a request. */
    void end(Context request) {
        String secret = request.cookie(cookieName());
        if (secret != null) {
            own.ifPresent(access -> access.sessions().end(secret));
        }
        request.removeCookie(cookieName(), "/");
    }

    /** Lets the browser remember which login at a provider it has begun. */
    void rememberState(Context request, String state) {
        request.cookie(new Cookie(stateCookie(), Secret.digest(state), "/", -1, secure, true, null, SameSite.LAX));
    }

    /** Whether it was this browser that has begun it. */
    boolean isState(Context request, String state) {
        String kept = request.cookie(stateCookie());
        request.removeCookie(stateCookie(), "/");
        return kept != null && Secret.same(kept, Secret.digest(state));
    }

    private String stateCookie() {
        return cookieName() + "-oidc";
    }

    /** Whether anyone can log in. */
    public boolean isPossible() {
        return own.isPresent();
    }

    Optional<OwnAccess> own() {
        return own;
    }

    /** A browser takes a cookie of the first name only by TLS, and from this very host. */
    private String cookieName() {
        return secure ? "__Host-lurewatch" : "lurewatch";
    }
}
