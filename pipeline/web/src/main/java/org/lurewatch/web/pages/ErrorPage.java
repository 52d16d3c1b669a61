package org.lurewatch.web.pages;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Locale;
import java.util.Map;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.access.WantedPage;
import org.lurewatch.web.http.Problem;

/** A problem as a page, for people. */
public final class ErrorPage {
    private static final String MESSAGE = "problem.";

    private ErrorPage() {}

    /** Whether a person asks, and not a program: the address is a page's, and the caller prefers HTML. */
    public static boolean isWanted(Context request) {
        String accepted = request.header("Accept");
        return accepted != null
                && accepted.toLowerCase(Locale.ROOT).contains("text/html")
                && !request.path().startsWith("/v1/");
    }

    /** Answers with the page. Whoever has to log in is sent to do so. */
    public static void answer(Problem problem, Context request) {
        if (problem.status() == 401 && PageRenderer.isPart(request)) {
            request.status(401).header("HX-Redirect", WantedPage.login(request));
            return;
        }
        if (problem.status() == 401 && request.method() == HandlerType.GET) {
            request.redirect(WantedPage.login(request));
            return;
        }
        Page page = PageRenderer.pageOfAnybody(request, Gate.callerOrNobody(request));
        String key = MESSAGE + problem.status();
        request.status(problem.status());
        String template = PageRenderer.isPart(request) ? "problem-part" : "problem";
        PageRenderer.show(
                request,
                page,
                template,
                Map.of(
                        "said", page.say(PageWords.has(key) ? key : MESSAGE + (problem.status() < 500 ? 400 : 500)),
                        "detail", problem.getMessage()));
    }
}
