package org.lurewatch.web.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Gate;

/** Makes pages out of templates. */
final class PageRenderer {
    /** Only what this server sends may run or be shown, and nothing of it inline. */
    private static final String CONTENT_SECURITY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final int YEAR = 365 * 24 * 60 * 60;

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PageRenderer.class.getClassLoader(), "org.lurewatch.web.pages.jte");

    private final Function<Context, String> csrf;

    /** @param csrf what a form must send back; the empty string where nobody is logged in */
    PageRenderer(Function<Context, String> csrf) {
        this.csrf = csrf;
    }

    /** The frame of an answer to whoever was let in. */
    Page page(Context request) {
        return Page.of(
                request,
                Gate.callerOf(request),
                Optional.of(csrf.apply(request)).filter(token -> !token.isEmpty()));
    }

    /** Answers with a page. */
    static void show(Context request, Page page, String template, Map<String, Object> model) {
        if (request.queryParam(PageLanguage.CHOICE) != null) {
            Cookie choice = new Cookie(PageLanguage.CHOICE, page.language().tag());
            choice.setMaxAge(YEAR);
            choice.setHttpOnly(true);
            choice.setSameSite(SameSite.LAX);
            request.cookie(choice);
        }
        Map<String, Object> all = new HashMap<>(model);
        all.put("page", page);
        Utf8ByteOutput output = new Utf8ByteOutput();
        ENGINE.render(template + ".jte", all, output);
        protect(request);
        request.header("Cache-Control", "no-store")
                .header("Vary", "Accept, Accept-Language, Cookie, HX-Request")
                .header("Content-Language", page.language().tag())
                .contentType("text/html; charset=utf-8")
                .result(output.toByteArray());
    }

    /** What a browser may do with an answer. */
    static void protect(Context request) {
        request.header("Content-Security-Policy", CONTENT_SECURITY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }

    /** Whether htmx asks for a part of a page. */
    static boolean isPart(Context request) {
        return "true".equals(request.header("HX-Request")) && request.header("HX-Boosted") == null;
    }

    /** The frame of an answer to somebody of whom nothing is known. */
    static Page pageOfAnybody(Context request, Caller caller) {
        return Page.of(request, caller, Optional.empty());
    }
}
