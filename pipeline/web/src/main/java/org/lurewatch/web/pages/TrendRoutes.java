package org.lurewatch.web.pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.http.RouteGroup;
import org.lurewatch.web.view.StoredTrend;
import org.lurewatch.web.view.TrendFilter;
import org.lurewatch.web.view.ViewStore;

/** How many postings were read and warned of, by time, kind and language. */
final class TrendRoutes implements RouteGroup {
    private static final String ALL = "ALL";
    private static final String KIND = "SCAM_TYPE";
    private static final String LANGUAGE = "LANGUAGE";
    private static final int A_DAY = 24;
    private static final int MOST_HOURS = 72;
    private static final int MOST_DAYS = 60;

    private final Optional<ViewStore> view;
    private final PageRenderer renderer;

    TrendRoutes(Optional<ViewStore> view, PageRenderer renderer) {
        this.view = view;
        this.renderer = Objects.requireNonNull(renderer);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/trends", this::page, Permission.READ);
        routes.get("/trends.csv", this::csv, Permission.READ);
    }

    /** The spans that are shown, of one length. */
    private record Shown(int hours, List<StoredTrend> all, List<StoredTrend> kinds, List<StoredTrend> languages) {}

    private Shown shown(Context request) {
        int hours = "day".equals(request.queryParam("by")) ? A_DAY : 1;
        if (view.isEmpty()) {
            return new Shown(hours, List.of(), List.of(), List.of());
        }
        int most = hours == 1 ? MOST_HOURS : MOST_DAYS;
        List<StoredTrend> all = view.get()
                .trends(
                        new TrendFilter(
                                Optional.empty(), Optional.empty(), OptionalInt.of(hours), Set.of(ALL), Set.of()),
                        Optional.empty(),
                        most)
                .items();
        return new Shown(hours, all, of(hours, KIND, all), of(hours, LANGUAGE, all));
    }

    /** Counts by a dimension over the same time. */
    private List<StoredTrend> of(int hours, String dimension, List<StoredTrend> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        return view.orElseThrow()
                .trends(new TrendFilter(
                        Optional.of(all.get(all.size() - 1).hour()),
                        Optional.empty(),
                        OptionalInt.of(hours),
                        Set.of(dimension),
                        Set.of()));
    }

    private void page(Context request) {
        Page page = renderer.page(request);
        PageWords words = page.words();
        Shown shown = shown(request);
        List<TrendRow> times = shown.all().stream()
                .map(trend -> TrendRow.of(
                        page.time(trend.hour()), trend.hour().toString(), trend.postings(), trend.likely(), words))
                .toList();
        PageRenderer.show(
                request,
                page,
                "trends",
                Map.of(
                        "connected",
                        view.isPresent(),
                        "byDay",
                        shown.hours() == A_DAY,
                        "times",
                        times,
                        "kinds",
                        sums(
                                shown.kinds(),
                                code -> code.isEmpty() || code.equals("other")
                                        ? words.say("trends.kind.none")
                                        : words.kind(code),
                                words),
                        "languages",
                        sums(
                                shown.languages(),
                                code -> code.isEmpty() || code.equals("other")
                                        ? words.say("trends.language.other")
                                        : words.languageName(code),
                                words)));
    }

    private static List<TrendRow> sums(List<StoredTrend> trends, Function<String, String> name, PageWords words) {
        Map<String, long[]> sums = new HashMap<>();
        for (StoredTrend trend : trends) {
            long[] sum = sums.computeIfAbsent(trend.value(), value -> new long[2]);
            sum[0] += trend.postings();
            sum[1] += trend.likely();
        }
        List<String> values = new ArrayList<>(sums.keySet());
        values.sort((one, other) -> {
            int byCount = Long.compare(sums.get(other)[1], sums.get(one)[1]);
            return byCount != 0 ? byCount : one.compareTo(other);
        });
        return values.stream()
                .map(value -> TrendRow.of(
                        MarkedText.visible(name.apply(value)), value, sums.get(value)[0], sums.get(value)[1], words))
                .toList();
    }

    private void csv(Context request) {
        Shown shown = shown(request);
        StringBuilder csv = new StringBuilder("start,hours,dimension,value,postings,likely,unsure\r\n");
        for (List<StoredTrend> trends : List.of(shown.all(), shown.kinds(), shown.languages())) {
            for (StoredTrend trend : trends) {
                csv.append(trend.hour())
                        .append(',')
                        .append(trend.hours())
                        .append(',')
                        .append(trend.dimension())
                        .append(',')
                        .append(cell(trend.value()))
                        .append(',')
                        .append(trend.postings())
                        .append(',')
                        .append(trend.likely())
                        .append(',')
                        .append(trend.unsure())
                        .append("\r\n");
            }
        }
        PageRenderer.protect(request);
        request.header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"trends.csv\"")
                .contentType("text/csv; charset=utf-8")
                .result(csv.toString());
    }

    /** Values are codes; anything else in one could be a formula for a spreadsheet, and is left out. */
    private static String cell(String value) {
        return value.replaceAll("[^\\p{L}\\p{N}_.-]", "").replaceFirst("^[-.]+", "");
    }
}
