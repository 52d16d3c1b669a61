package org.lurewatch.web.pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.access.WantedPage;
import org.lurewatch.web.http.RouteGroup;

/** The forms for logging in and for setting a password. What they send is dealt with elsewhere. */
final class LoginPages implements RouteGroup {
    private static final int SHORTEST_PASSWORD = 12;

    private final boolean singleSignOn;
    private final PageRenderer renderer;

    LoginPages(boolean singleSignOn, PageRenderer renderer) {
        this.singleSignOn = singleSignOn;
        this.renderer = Objects.requireNonNull(renderer);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/login", this::login, Permission.OPEN);
        routes.get("/password", this::password, Permission.OPEN);
    }

    private void login(Context request) {
        Page page = renderer.page(request);
        Optional<String> problem = Optional.ofNullable(request.queryParam("problem"))
                .map(code -> switch (code) {
                    case "login-failed" -> page.say("login.failed");
                    case "locked" -> page.say("login.locked");
                    case "no-accounts" -> page.say("login.nowhere");
                    default -> page.say("login.other");
                });
        String wanted = WantedPage.of(request.queryParam(WantedPage.FIELD));
        PageRenderer.show(
                request,
                page,
                "login",
                Map.of("problem", problem, "singleSignOn", singleSignOn, "field", WantedPage.FIELD, "wanted", wanted));
    }

    private void password(Context request) {
        Page page = renderer.page(request);
        Optional<String> problem = Optional.ofNullable(request.queryParam("problem"))
                .map(code -> switch (code) {
                    case "password-length" -> page.say("password.length");
                    case "link-used" -> page.say("password.used");
                    default -> page.say("login.other");
                });
        String link = Objects.requireNonNullElse(request.queryParam("link"), "");
        PageRenderer.show(
                request, page, "password", Map.of("problem", problem, "link", link, "fewest", SHORTEST_PASSWORD));
    }
}
