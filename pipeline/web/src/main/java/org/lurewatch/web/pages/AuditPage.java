package org.lurewatch.web.pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.lurewatch.web.access.AuditEntry;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.http.RouteGroup;

/** Who did, saw and revealed what of late. Reading it is written down, too. */
final class AuditPage implements RouteGroup {
    private final Function<Caller, List<AuditEntry>> audit;
    private final PageRenderer renderer;

    AuditPage(Function<Caller, List<AuditEntry>> audit, PageRenderer renderer) {
        this.audit = Objects.requireNonNull(audit);
        this.renderer = Objects.requireNonNull(renderer);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/audit", this::show, Permission.AUDIT);
    }

    private void show(Context request) {
        Page page = renderer.page(request);
        PageRenderer.show(request, page, "audit", Map.of("entries", audit.apply(Gate.callerOf(request))));
    }
}
