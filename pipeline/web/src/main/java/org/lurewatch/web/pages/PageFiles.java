package org.lurewatch.web.pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lurewatch.detection.posting.Sha256;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.http.Problem;
import org.lurewatch.web.http.RouteGroup;

/**
 * Style sheets, scripts and pictures of our own, from the class path. The address of each names its content, so that a
 * browser may keep it for good.
 */
final class PageFiles implements RouteGroup {
    private static final String PREFIX = "/static/";
    private static final int DIGITS = 16;

    private static final Map<String, String> TYPES =
            Map.of("css", "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");

    private static final Map<String, StaticFile> BY_NAME = new LinkedHashMap<>();

    static {
        for (String name : new String[] {
            "lurewatch.css",
            "lurewatch.js",
            "charts.js",
            "htmx.min.js",
            "uPlot.iife.min.js",
            "uPlot.min.css",
            "icon.svg"
        }) {
            BY_NAME.put(name, StaticFile.read(name));
        }
    }

    private record StaticFile(byte[] content, String digest, String type) {
        static StaticFile read(String name) {
            try (InputStream in = PageFiles.class.getResourceAsStream("static/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("the class path lacks static/" + name);
                }
                byte[] content = in.readAllBytes();
                return new StaticFile(
                        content,
                        Sha256.hex(content).substring(0, DIGITS),
                        TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
            } catch (IOException e) {
                throw new UncheckedIOException("the class path can be read", e);
            }
        }
    }

    /** Where a file is found: with its digest in the path. */
    static String address(String name) {
        return PREFIX + BY_NAME.get(name).digest() + "/" + name;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PREFIX + "{digest}/{name}", PageFiles::send, Permission.OPEN);
    }

    private static void send(Context request) {
        StaticFile file = BY_NAME.get(request.pathParam("name"));
        if (file == null || !file.digest().equals(request.pathParam("digest"))) {
            throw new Problem(404, "not-found", "Not found", "There is no such file.");
        }
        String tag = "\"" + file.digest() + "\"";
        request.header("ETag", tag).header("Cache-Control", "public, max-age=31536000, immutable");
        PageRenderer.protect(request);
        if (tag.equals(request.header("If-None-Match"))) {
            request.status(304);
            return;
        }
        request.contentType(file.type()).result(file.content());
    }
}
