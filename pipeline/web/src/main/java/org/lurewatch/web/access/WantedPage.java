package org.lurewatch.web.access;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where somebody wanted to go who has to log in first: a path of this server with its query, never another site. */
public final class WantedPage {
    /** Name of the parameter and form field that carries it. */
    public static final String FIELD = "to";

    private static final String HOME = "/";
    private static final String LOGIN = "/login";

    /** A second slash, or a backslash, which browsers take for one, would begin the name of another host. */
    private static final Pattern OWN = Pattern.compile("/(?!/)[!-~&&[^\\\\]]{0,2000}");

    private WantedPage() {}

    /** What a parameter names; the first page where it names none that can be. */
    public static String of(String parameter) {
        return parameter != null && OWN.matcher(parameter).matches() ? parameter : HOME;
    }

    /** The login page for whoever has sent a request, which leads back to what they asked for, or to the page they are on. */
    public static String login(Context request) {
        return login(wanted(request));
    }

    /** The login page that leads to another one. */
    static String login(String wanted) {
        return wanted.equals(HOME) ? LOGIN : LOGIN + "?" + FIELD + "=" + encoded(wanted);
    }

    private static String wanted(Context request) {
        String page = request.header("HX-Current-URL");
        if (page != null) {
            return path(page);
        }
        return request.method() == HandlerType.GET
                ? withQuery(request.req().getRequestURI(), request.queryString())
                : HOME;
    }

    private static String path(String address) {
        try {
            URI page = URI.create(address);
            return withQuery(page.getRawPath(), page.getRawQuery());
        } catch (IllegalArgumentException e) {
            return HOME;
        }
    }

    private static String withQuery(String path, String query) {
        return of(Optional.ofNullable(query).map(some -> path + "?" + some).orElse(path));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
