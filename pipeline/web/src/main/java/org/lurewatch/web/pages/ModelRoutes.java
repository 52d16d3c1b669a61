package org.lurewatch.web.pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.LanguageCoverage;
import org.lurewatch.detection.bundle.LoadedBundle;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.http.RouteGroup;

/** What decides, and how far it can be trusted. */
final class ModelRoutes implements RouteGroup {
    private static final String CARD = "MODEL_CARD.md";
    private static final long LARGEST_CARD = 1 << 20;

    private final PageSources sources;
    private final PageRenderer renderer;

    ModelRoutes(PageSources sources, PageRenderer renderer) {
        this.sources = Objects.requireNonNull(sources);
        this.renderer = Objects.requireNonNull(renderer);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/model", this::show, Permission.READ);
    }

    private void show(Context request) {
        Page page = renderer.page(request);
        LoadedBundle bundle = sources.bundle();
        Optional<ControlStatus> deployment = sources.deployment().get();
        Map<String, Object> model = new HashMap<>();
        model.put("version", bundle.id().version());
        model.put("digest", bundle.id().digest());
        model.put("baseRate", page.words().percent(bundle.policies().baseRate()));
        model.put("policies", policies(bundle, page.words()));
        model.put("languages", languages(bundle.languages(), page.words()));
        model.put("fewest", LanguageCoverage.FEWEST_POSTINGS);
        model.put("connected", deployment.isPresent());
        model.put("champion", deployment.map(ControlStatus::getChampion).orElse(""));
        model.put("shadow", deployment.map(ControlStatus::getShadow).orElse(""));
        model.put("canary", deployment.map(ControlStatus::getCanary).orElse(""));
        model.put("card", card());
        PageRenderer.show(request, page, "model", model);
    }

    private List<CardBlock> card() {
        Optional<Path> card =
                sources.folder().map(folder -> folder.resolve(CARD)).filter(Files::isRegularFile);
        if (card.isEmpty()) {
            return List.of();
        }
        try {
            return Files.size(card.get()) > LARGEST_CARD ? List.of() : CardBlock.of(Files.readString(card.get()));
        } catch (IOException e) {
            throw new UncheckedIOException("the model card cannot be read", e);
        }
    }

    private static List<PolicyRow> policies(LoadedBundle bundle, PageWords words) {
        List<PolicyRow> rows = new ArrayList<>();
        bundle.policies()
                .lines()
                .forEach((name, lines) -> rows.add(new PolicyRow(
                        name,
                        words.percent(lines.likely()),
                        words.percent(lines.unsure()),
                        words.number(1_000 * lines.alarmShare()))));
        return rows;
    }

    private static List<LanguageRow> languages(LanguageCoverage coverage, PageWords words) {
        List<LanguageRow> rows = new ArrayList<>();
        coverage.rows()
                .forEach((code, known) -> rows.add(new LanguageRow(
                        words.languageName(code), known.honest(), known.lures(), coverage.isMeasured(code))));
        rows.sort((one, other) -> Integer.compare(other.honest() + other.lures(), one.honest() + one.lures()));
        return rows;
    }
}
