package org.lurewatch.web.http;

import io.javalin.config.RoutesConfig;

/** Routes that belong together. Each names the permission that it asks for. */
@FunctionalInterface
public interface RouteGroup {
    /** Adds them to a server that is being set up. */
    void addTo(RoutesConfig routes);
}
