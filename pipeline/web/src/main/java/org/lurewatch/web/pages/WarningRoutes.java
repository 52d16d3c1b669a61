package org.lurewatch.web.pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.lurewatch.detection.assess.ScamTypeText;
import org.lurewatch.detection.concepts.Concepts;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.http.Problem;
import org.lurewatch.web.http.RouteGroup;
import org.lurewatch.web.view.StoredCampaign;
import org.lurewatch.web.view.StoredWarning;
import org.lurewatch.web.view.ViewSlice;
import org.lurewatch.web.view.ViewStore;
import org.lurewatch.web.view.WarningFilter;

/** What the stream has warned of. Contact details are hidden until somebody who may see them asks, and that is written down. */
final class WarningRoutes implements RouteGroup {
    private static final int A_PAGE = 25;
    private static final int MOST_OF_CAMPAIGN = 500;
    private static final int SHOWN_OF_CAMPAIGN = 50;
    private static final int LONGEST_VALUE = 200;

    private final Optional<ViewStore> view;
    private final BiConsumer<Caller, String> reveals;
    private final PageRenderer renderer;

    WarningRoutes(Optional<ViewStore> view, BiConsumer<Caller, String> reveals, PageRenderer renderer) {
        this.view = view;
        this.reveals = Objects.requireNonNull(reveals);
        this.renderer = Objects.requireNonNull(renderer);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/warnings", this::list, Permission.READ);
        routes.get("/warnings/{id}", request -> showWarning(request, false), Permission.READ);
        routes.post("/warnings/{id}/contacts", request -> showWarning(request, true), Permission.REVEAL);
        routes.get("/warnings/{id}/contacts", request -> back(request, "/warnings/"), Permission.READ);
        routes.get("/campaigns/{id}", request -> showCampaign(request, false), Permission.READ);
        routes.post("/campaigns/{id}/contacts", request -> showCampaign(request, true), Permission.REVEAL);
        routes.get("/campaigns/{id}/contacts", request -> back(request, "/campaigns/"), Permission.READ);
    }

    /** Whoever reloads a page with contact details, or changes its language, asks for them again. */
    private static void back(Context request, String list) {
        String language = request.queryParam(PageLanguage.CHOICE);
        request.redirect(list
                + Page.encoded(request.pathParam("id"))
                + (language == null ? "" : "?" + Page.parameter(PageLanguage.CHOICE, language)));
    }

    private void list(Context request) {
        Page page = renderer.page(request);
        PageWords words = page.words();
        Map<String, String> chosen = chosen(request);
        Optional<String> cursor = value(request, "cursor");
        ViewSlice<StoredWarning> slice = view.map(store -> store.warnings(filter(chosen), cursor, A_PAGE))
                .orElse(new ViewSlice<>(List.of(), Optional.empty()));
        Map<String, Object> model = new HashMap<>();
        model.put("connected", view.isPresent());
        model.put(
                "warnings",
                slice.items().stream()
                        .map(warning -> ShownWarning.of(warning, false, words))
                        .toList());
        model.put("since", view.flatMap(ViewStore::knowsSince).map(page::time));
        model.put("chosen", chosen);
        model.put("languages", languages(words));
        model.put("kinds", kinds(words));
        model.put("older", slice.next().map(next -> address(chosen, Optional.of(next))));
        model.put("newest", address(chosen, Optional.empty()));
        model.put("first", cursor.isEmpty());
        PageRenderer.show(request, page, "warnings", model);
    }

    private static Map<String, String> chosen(Context request) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String name : List.of("language", "kind", "campaign")) {
            chosen.put(name, value(request, name).orElse(""));
        }
        return chosen;
    }

    private static Optional<String> value(Context request, String name) {
        return Optional.ofNullable(request.queryParam(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST_VALUE);
    }

    private static WarningFilter filter(Map<String, String> chosen) {
        return new WarningFilter(
                Optional.empty(),
                Optional.empty(),
                some(chosen.get("language")),
                some(chosen.get("kind")),
                Set.of(),
                Set.of(),
                Optional.of(chosen.get("campaign")).filter(id -> !id.isEmpty()));
    }

    private static Set<String> some(String value) {
        return value.isEmpty() ? Set.of() : Set.of(value);
    }

    private static String address(Map<String, String> chosen, Optional<String> cursor) {
        String query = chosen.entrySet().stream()
                .filter(choice -> !choice.getValue().isEmpty())
                .map(choice -> Page.parameter(choice.getKey(), choice.getValue()))
                .collect(Collectors.joining("&"));
        String all = cursor.map(next -> (query.isEmpty() ? "" : query + "&") + Page.parameter("cursor", next))
                .orElse(query);
        return "/warnings" + (all.isEmpty() ? "" : "?" + all);
    }

    private static List<FilterChoice> languages(PageWords words) {
        List<FilterChoice> languages = new ArrayList<>();
        Concepts.languageCodes().forEach(code -> languages.add(new FilterChoice(code, words.languageName(code))));
        languages.sort((one, other) -> words.compare(one.name(), other.name()));
        return languages;
    }

    private static List<FilterChoice> kinds(PageWords words) {
        return ScamTypeText.all().stream()
                .map(kind -> new FilterChoice(
                        kind.type().code(), words.kind(kind.type().code())))
                .toList();
    }

    private void showWarning(Context request, boolean reveal) {
        Page page = renderer.page(request);
        StoredWarning warning = view.flatMap(store -> store.warning(request.pathParam("id")))
                .orElseThrow(() -> new Problem(404, "no-warning", "No such warning", page.say("warning.gone")));
        if (reveal) {
            reveals.accept(Gate.callerOf(request), "warning " + warning.warningId());
        }
        PageRenderer.show(
                request,
                page,
                "warning",
                Map.of(
                        "warning",
                        ShownWarning.of(warning, reveal, page.words()),
                        "revisions",
                        ShownRevision.all(
                                view.orElseThrow().revisionsOf(warning.source(), warning.postingId()), page.words()),
                        "revealed",
                        reveal));
    }

    private void showCampaign(Context request, boolean reveal) {
        Page page = renderer.page(request);
        StoredCampaign campaign = view.flatMap(store -> store.campaign(request.pathParam("id")))
                .orElseThrow(() -> new Problem(404, "no-campaign", "No such campaign", page.say("campaign.gone")));
        List<StoredWarning> warnings = view.orElseThrow().warningsOf(campaign.campaignId(), MOST_OF_CAMPAIGN);
        if (reveal) {
            reveals.accept(Gate.callerOf(request), "campaign " + campaign.campaignId());
        }
        PageRenderer.show(
                request,
                page,
                "campaign",
                Map.of(
                        "campaign",
                        ShownCampaign.of(campaign, warnings, reveal, page.words()),
                        "warnings",
                        warnings.stream()
                                .limit(SHOWN_OF_CAMPAIGN)
                                .map(warning -> ShownWarning.of(warning, false, page.words()))
                                .toList(),
                        "revealed",
                        reveal));
    }
}
