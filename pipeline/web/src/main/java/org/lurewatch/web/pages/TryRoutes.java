package org.lurewatch.web.pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.http.RequestForm;
import org.lurewatch.web.http.RequestTurns;
import org.lurewatch.web.http.RouteGroup;

/** The page where anybody pastes an advert and sees what speaks for a lure. It keeps nothing. */
final class TryRoutes implements RouteGroup {
    private static final int MEGABYTES = 8;

    private final PageRenderer renderer;
    private final PastedAdverts adverts;

    TryRoutes(PageSources sources, PageRenderer renderer) {
        this.adverts = new PastedAdverts(sources);
        this.renderer = Objects.requireNonNull(renderer);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", this::form, Permission.ASSESS);
        routes.post("/try", this::assess, Permission.ASSESS);
        routes.get("/try", request -> request.redirect("/"), Permission.ASSESS);
    }

    private void form(Context request) {
        PageRenderer.show(
                request,
                renderer.page(request),
                "try",
                Map.of(
                        "pasted",
                        "",
                        "shown",
                        List.of(),
                        "message",
                        Optional.empty(),
                        "more",
                        0,
                        "megabytes",
                        MEGABYTES));
    }

    private void assess(Context request) {
        Page page = renderer.page(request);
        String pasted = RequestForm.value(request, "text").orElse("");
        byte[] file = file(request);
        Map<String, Object> model = new HashMap<>();
        model.put("pasted", file.length > 0 ? "" : pasted);
        model.put("megabytes", MEGABYTES);
        model.put("shown", List.of());
        model.put("more", 0);
        if (file.length == 0 && pasted.isBlank()) {
            model.put("message", Optional.of(page.say("try.nothing")));
        } else {
            PastedAdverts.Found found = find(request, file, pasted, page.words());
            model.put("message", found.unreadable().map(why -> (page.say("try.unreadable") + " "
                            + page.words().sentenceCase(why))
                    .strip()));
            model.put("shown", found.shown());
            model.put("more", found.more() ? PastedAdverts.MOST : 0);
        }
        if (PageRenderer.isPart(request)) {
            model.keySet().retainAll(List.of("shown", "message", "more"));
            PageRenderer.show(request, page, "result", model);
        } else {
            PageRenderer.show(request, page, "try", model);
        }
    }

    private PastedAdverts.Found find(Context request, byte[] file, String pasted, PageWords words) {
        try (RequestTurns.Turn turn = RequestTurns.take(request)) {
            return file.length > 0
                    ? adverts.ofFile(file, words)
                    : adverts.ofText(pasted.getBytes(StandardCharsets.UTF_8), words);
        }
    }

    private static byte[] file(Context request) {
        Optional<UploadedFile> file = RequestForm.file(request, "file").filter(sent -> sent.size() > 0);
        if (file.isEmpty()) {
            return new byte[0];
        }
        try (InputStream content = file.get().content()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("an upload in memory can be read", e);
        }
    }
}
