package org.lurewatch.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.lurewatch.schemas.TrendDimension;
import org.lurewatch.schemas.Verdict;
import org.lurewatch.web.access.Audit;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.http.Problem;
import org.lurewatch.web.http.RouteGroup;
import org.lurewatch.web.view.CampaignFilter;
import org.lurewatch.web.view.StoredCampaign;
import org.lurewatch.web.view.StoredReview;
import org.lurewatch.web.view.StoredRevision;
import org.lurewatch.web.view.StoredTrend;
import org.lurewatch.web.view.StoredWarning;
import org.lurewatch.web.view.TrendFilter;
import org.lurewatch.web.view.ViewSlice;
import org.lurewatch.web.view.ViewStore;
import org.lurewatch.web.view.WarningFilter;

/** Reading what came over the topics: postings, warnings, campaigns, trends. */
public final class ReadRoutes implements RouteGroup {
    private static final int WARNINGS_OF_A_CAMPAIGN = 100;

    private final ViewStore view;
    private final ShownContacts contacts;

    /** @param audit is told of contact details that were shown */
    public ReadRoutes(ViewStore view, Audit audit, Clock clock) {
        this.view = Objects.requireNonNull(view);
        this.contacts = new ShownContacts(audit, clock);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/postings", this::postingOfQuery, Permission.READ);
        routes.get("/v1/postings/{source}/<id>", this::postingOfPath, Permission.READ);
        routes.get("/v1/warnings", this::warnings, Permission.READ);
        routes.get("/v1/campaigns", this::campaigns, Permission.READ);
        routes.get("/v1/campaigns/{id}", this::campaign, Permission.READ);
        routes.get("/v1/trends", this::trends, Permission.READ);
    }

    private void postingOfPath(Context request) {
        new ListQuery(request, Set.of(ShownContacts.PARAMETER));
        posting(request, request.pathParam("source"), request.pathParam("id"));
    }

    /** For names that a path cannot carry. */
    private void postingOfQuery(Context request) {
        ListQuery query = new ListQuery(request, Set.of("source", "id", ShownContacts.PARAMETER));
        posting(
                request,
                query.one("source").orElse(""),
                query.one("id").orElseThrow(() -> ListQuery.broken("id names the posting.")));
    }

    private void posting(Context request, String source, String id) {
        Optional<StoredWarning> warning = view.warningOf(source, id);
        List<StoredReview> reviews = view.reviewsOf(source, id);
        if (warning.isEmpty() && reviews.isEmpty()) {
            throw new Problem(
                            404,
                            "not-known",
                            "Not known",
                            "There is no warning of this posting, and no review. That says nothing of the posting.")
                    .with("knowsSince", view.knowsSince().map(Object::toString).orElse(null));
        }
        Optional<StoredCampaign> campaign =
                warning.flatMap(StoredWarning::campaignId).flatMap(view::campaign);
        List<ObjectNode> found = new ArrayList<>();
        warning.ifPresent(each -> found.add(each.json()));
        campaign.ifPresent(each -> found.add(each.json()));
        reviews.forEach(review -> found.add(review.json()));
        List<ObjectNode> shown = contacts.of(request, found, "posting " + source + "/" + id);

        int next = 0;
        ObjectNode answer = ApiJson.object();
        answer.put("source", source);
        answer.put("postingId", id);
        answer.set("warning", warning.isPresent() ? shown.get(next++) : null);
        ApiJson.array(answer, "revisions", revisions(view.revisionsOf(source, id)));
        answer.set("campaign", campaign.isPresent() ? shown.get(next++) : null);
        ApiJson.array(answer, "reviews", shown.subList(next, shown.size()));
        answer.put("knowsSince", view.knowsSince().map(Object::toString).orElse(null));
        answer(request, ApiJson.line(answer));
    }

    /** @param revisions of one warning, the newest first */
    private static List<ObjectNode> revisions(List<StoredRevision> revisions) {
        List<ObjectNode> all = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            StoredRevision revision = revisions.get(i);
            ObjectNode json = ApiJson.object();
            json.put("revision", revision.revision());
            json.put("revisionReason", revision.reason().orElse(null));
            json.put("assessedAt", revision.at().toString());
            json.put("verdict", revision.verdict());
            json.put("score", revision.score());
            json.put("scamType", revision.scamType().orElse(null));
            json.put("campaignId", revision.campaignId().orElse(null));
            ArrayNode changed = json.putArray("changed");
            if (i + 1 < revisions.size()) {
                revision.changesSince(revisions.get(i + 1)).forEach(part -> changed.add(part.name()));
            }
            all.add(json);
        }
        return all;
    }

    private void warnings(Context request) {
        ListQuery query = new ListQuery(
                request,
                Set.of(
                        "since",
                        "until",
                        "language",
                        "type",
                        "verdict",
                        "source",
                        "campaign",
                        "cursor",
                        "limit",
                        ShownContacts.PARAMETER));
        ShownContacts.areAskedFor(request);
        ViewSlice<StoredWarning> slice = view.warnings(filter(query), query.one("cursor"), query.limit());
        String ids = slice.items().stream().map(StoredWarning::warningId).collect(Collectors.joining(" "));
        List<ObjectNode> shown = contacts.of(
                request, slice.items().stream().map(StoredWarning::json).toList(), "warnings " + ids);
        answer(request, ApiJson.list(view.knowsSince(), shown, slice.next()));
    }

    /** The warnings that a query asks for. */
    static WarningFilter filter(ListQuery query) {
        return new WarningFilter(
                query.time("since"),
                query.time("until"),
                query.texts("language"),
                query.texts("type"),
                query.names("verdict", Verdict.values()),
                query.texts("source"),
                query.one("campaign"));
    }

    private void campaigns(Context request) {
        ListQuery query = new ListQuery(
                request,
                Set.of(
                        "since",
                        "until",
                        "language",
                        "type",
                        "verdict",
                        "source",
                        "cursor",
                        "limit",
                        ShownContacts.PARAMETER));
        ShownContacts.areAskedFor(request);
        CampaignFilter filter = new CampaignFilter(
                query.time("since"),
                query.time("until"),
                query.texts("language"),
                query.texts("type"),
                query.names("verdict", Verdict.values()),
                query.texts("source"));
        ViewSlice<StoredCampaign> slice = view.campaigns(filter, query.one("cursor"), query.limit());
        String ids = slice.items().stream().map(StoredCampaign::campaignId).collect(Collectors.joining(" "));
        List<ObjectNode> shown = contacts.of(
                request, slice.items().stream().map(StoredCampaign::json).toList(), "campaigns " + ids);
        answer(request, ApiJson.list(view.knowsSince(), shown, slice.next()));
    }

    private void campaign(Context request) {
        new ListQuery(request, Set.of(ShownContacts.PARAMETER));
        StoredCampaign campaign = view.campaign(request.pathParam("id"))
                .orElseThrow(() -> new Problem(404, "not-known", "Not known", "There is no such campaign."));
        List<ObjectNode> found = new ArrayList<>(List.of(campaign.json()));
        List<StoredWarning> warnings = view.warningsOf(campaign.campaignId(), WARNINGS_OF_A_CAMPAIGN);
        warnings.forEach(warning -> found.add(warning.json()));
        view.reviewsOfCampaign(campaign.campaignId()).forEach(review -> found.add(review.json()));
        List<ObjectNode> shown = contacts.of(request, found, "campaign " + campaign.campaignId());
        ObjectNode answer = ApiJson.object();
        answer.set("campaign", shown.get(0));
        ApiJson.array(answer, "warnings", shown.subList(1, 1 + warnings.size()));
        ApiJson.array(answer, "reviews", shown.subList(1 + warnings.size(), shown.size()));
        answer.put("knowsSince", view.knowsSince().map(Object::toString).orElse(null));
        answer(request, ApiJson.line(answer));
    }

    private void trends(Context request) {
        ListQuery query = new ListQuery(
                request,
                Set.of("since", "until", "hours", "dimension", "value", "language", "type", "cursor", "limit"));
        Set<String> dimensions = query.names("dimension", TrendDimension.values());
        Set<String> values = query.texts("value");
        Set<String> languages = query.texts("language");
        Set<String> types = query.texts("type");
        if ((languages.isEmpty() ? 0 : 1) + (types.isEmpty() ? 0 : 1) + (dimensions.isEmpty() ? 0 : 1) > 1) {
            throw ListQuery.broken("A count is of one dimension: language, type and dimension do not go together.");
        }
        if (!languages.isEmpty()) {
            dimensions = Set.of(TrendDimension.LANGUAGE.name());
            values = languages;
        } else if (!types.isEmpty()) {
            dimensions = Set.of(TrendDimension.SCAM_TYPE.name());
            values = types;
        }
        TrendFilter filter = new TrendFilter(
                query.time("since"),
                query.time("until"),
                query.number("hours", 1, 24).map(OptionalInt::of).orElse(OptionalInt.empty()),
                dimensions,
                values);
        ViewSlice<StoredTrend> slice = view.trends(filter, query.one("cursor"), query.limit());
        answer(
                request,
                ApiJson.list(
                        view.knowsSince(),
                        slice.items().stream().map(ReadRoutes::json).toList(),
                        slice.next()));
    }

    private static ObjectNode json(StoredTrend trend) {
        ObjectNode json = ApiJson.object();
        json.put("windowStart", trend.hour().toString());
        json.put("windowHours", trend.hours());
        json.put("dimension", trend.dimension());
        json.put("value", trend.value());
        json.put("postings", trend.postings());
        json.put("likely", trend.likely());
        json.put("unsure", trend.unsure());
        json.put("revision", trend.revision());
        return json;
    }

    private static void answer(Context request, String json) {
        request.contentType(ApiJson.TYPE).header("Cache-Control", "no-store").result(json);
    }
}
