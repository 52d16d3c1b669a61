package org.lurewatch.web.pages;

import io.javalin.config.RoutesConfig;
import java.util.Objects;
import org.lurewatch.web.http.RouteGroup;

/** All pages. */
public final class PageRoutes implements RouteGroup {
    private final PageSources sources;

    public PageRoutes(PageSources sources) {
        this.sources = Objects.requireNonNull(sources);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        PageRenderer renderer = new PageRenderer(sources.csrf());
        new PageFiles().addTo(routes);
        new TryRoutes(sources, renderer).addTo(routes);
        new WarningRoutes(sources.view(), sources.reveals(), renderer).addTo(routes);
        new TrendRoutes(sources.view(), renderer).addTo(routes);
        new ModelRoutes(sources, renderer).addTo(routes);
        new AuditPage(sources.audit(), renderer).addTo(routes);
        new LoginPages(sources.singleSignOn(), renderer).addTo(routes);
    }
}
