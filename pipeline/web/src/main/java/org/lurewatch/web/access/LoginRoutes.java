package org.lurewatch.web.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.lurewatch.web.http.Problem;
import org.lurewatch.web.http.RequestForm;
import org.lurewatch.web.http.RouteGroup;

/** Logging in and out, and setting a password by a link. The forms themselves are pages. */
public final class LoginRoutes implements RouteGroup {
    /** Each needs 19 MiB for a tenth of a second. */
    private static final int PASSWORDS_AT_ONCE = 2;

    private final Login login;
    private final Audit audit;
    private final Clock clock;
    private final Semaphore passwords = new Semaphore(PASSWORDS_AT_ONCE);

    public LoginRoutes(Login login, Audit audit, Clock clock) {
        this.login = Objects.requireNonNull(login);
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/login", this::logIn, Permission.OPEN);
        routes.post("/logout", this::logOut, Permission.OPEN);
        routes.post("/password", this::setPassword, Permission.OPEN);
    }

    private Login.OwnAccess own() {
        return login.own()
                .orElseThrow(() -> new Problem(404, "no-accounts", "No accounts", "Nobody can log in at this server."));
    }

    private void logIn(Context request) {
        String name = field(request, "user");
        String wanted = WantedPage.of(field(request, WantedPage.FIELD));
        Account account;
        try {
            account = slowly(() -> own().accounts().authenticate(name, field(request, "password")));
        } catch (Problem problem) {
            audit.record(clock, Caller.NOBODY, "login-failed", name.length() > 64 ? name.substring(0, 64) : name);
            String again = WantedPage.login(wanted);
            request.redirect(
                    again + (again.contains("?") ? "&" : "?") + "problem=" + encoded(problem.code()),
                    HttpStatus.SEE_OTHER);
            return;
        }
        begin(request, account, wanted);
    }

    private void begin(Context request, Account account, String wanted) {
        audit.record(clock, new Caller(account.name(), account.role().permissions()), "login", account.name());
        login.begin(request, account);
        request.redirect(wanted, HttpStatus.SEE_OTHER);
    }

    private void logOut(Context request) {
        audit.record(clock, Gate.callerOf(request), "logout", "");
        login.end(request);
        request.redirect("/login", HttpStatus.SEE_OTHER);
    }

    private void setPassword(Context request) {
        String link = field(request, "link");
        Account account;
        try {
            account = slowly(() -> own().accounts().setPassword(link, field(request, "password")));
        } catch (Problem problem) {
            request.redirect(
                    "/password?link=" + encoded(link) + "&problem=" + encoded(problem.code()), HttpStatus.SEE_OTHER);
            return;
        }
        audit.record(clock, new Caller(account.name(), account.role().permissions()), "password-set", account.name());
        begin(request, account, "/");
    }

    /** One of the few at a time, so that strangers cannot fill the memory. */
    private Account slowly(Supplier<Account> work) {
        if (!passwords.tryAcquire()) {
            throw new Problem(503, "busy", "Busy", "Many log in at this moment. Try again.");
        }
        try {
            return work.get();
        } finally {
            passwords.release();
        }
    }

    private static String field(Context request, String name) {
        return RequestForm.value(request, name).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
