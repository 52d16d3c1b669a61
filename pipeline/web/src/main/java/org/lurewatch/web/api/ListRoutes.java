package org.lurewatch.web.api;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lurewatch.codec.ListRecords;
import org.lurewatch.codec.json.ListEntryJson;
import org.lurewatch.desk.DeskException;
import org.lurewatch.detection.lists.ListChange;
import org.lurewatch.detection.lists.ListEntry;
import org.lurewatch.detection.lists.ListedKind;
import org.lurewatch.detection.lists.PostingLists;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.web.access.Audit;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.http.Problem;
import org.lurewatch.web.http.RouteGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Allow and block lists: what stands, and commands that change it. Whoever calls is the author. A command that comes twice
 * leads to the same lists.
 */
public final class ListRoutes implements RouteGroup {
    private static final Logger LOG = LoggerFactory.getLogger(ListRoutes.class);
    private static final int MOST_BYTES = 16 << 10;
    private static final String PATH = "/v1/lists";
    private static final JsonMapper JSON = new JsonMapper(new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10)
                    .maxStringLength(MOST_BYTES)
                    .build())
            .build());

    private final Supplier<PostingLists> lists;
    private final Consumer<ControlCommand> sender;
    private final Audit audit;
    private final Clock clock;
    private final ListEntryJson reader = new ListEntryJson();

    /**
     * @param lists those that stand now
     * @param sender sends a command and returns once Kafka has it; throws {@link DeskException} where it may not
     */
    public ListRoutes(Supplier<PostingLists> lists, Consumer<ControlCommand> sender, Audit audit, Clock clock) {
        this.lists = Objects.requireNonNull(lists);
        this.sender = Objects.requireNonNull(sender);
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list, Permission.READ);
        routes.post(PATH, this::put, Permission.LISTS);
        routes.delete(PATH, this::remove, Permission.LISTS);
    }

    private void list(Context request) {
        Instant now = clock.instant();
        ObjectNode answer = ApiJson.object();
        ApiJson.array(
                answer,
                "items",
                lists.get().entries().stream().map(entry -> shown(entry, now)).toList());
        request.contentType(ApiJson.TYPE).result(ApiJson.line(answer));
    }

    private void put(Context request) throws IOException {
        Caller caller = Gate.callerOf(request);
        ListEntry entry = entry(request, caller);
        audit.record(clock, caller, "list-" + entry.list().word(), entry.kind().word() + " " + entry.value());
        send(ListRecords.put(newId(), entry));
        request.status(201).contentType(ApiJson.TYPE).result(ApiJson.line(shown(entry, entry.since())));
    }

    private void remove(Context request) {
        Caller caller = Gate.callerOf(request);
        ListedKind kind = ListedKind.ofWord(parameter(request, "kind"))
                .orElseThrow(() -> unusable("kind is employer, domain or handle"));
        String value = parameter(request, "value");
        ControlCommand command =
                ListRecords.remove(newId(), kind, value, parameter(request, "reason"), caller.name(), clock.instant());
        ListChange change = checked(() -> ListRecords.toDomain(command));
        audit.record(clock, caller, "list-remove", change.kind().word() + " " + change.value());
        send(command);
        request.status(204);
    }

    private ListEntry entry(Context request, Caller caller) throws IOException {
        byte[] body = request.bodyInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Problem(413, "too-large", "Too large", "An entry may have " + (MOST_BYTES >> 10) + " KB.");
        }
        ObjectNode said = object(body);
        if (said.path("reason").asText().isBlank()) {
            throw unusable("an entry needs a reason");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        said.put("author", caller.name());
        said.put("since", now.toString());
        return checked(() -> reader.read(ApiJson.line(said).getBytes(StandardCharsets.UTF_8), now));
    }

    private static ObjectNode object(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            if (read instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            // Answered like what is no object.
            LOG.debug("An entry of a list could not be read");
        }
        throw new Problem(400, "unreadable", "Not readable", "An entry is one JSON object.");
    }

    private void send(ControlCommand command) {
        try {
            sender.accept(command);
        } catch (DeskException e) {
            LOG.error("A command about lists could not be sent", e);
            throw new Problem(
                            503,
                            "not-sent",
                            "Not sent",
                            "It is not sure that Kafka has the command. Send it again: it counts once.")
                    .retryAfter(5);
        }
    }

    private static ObjectNode shown(ListEntry entry, Instant now) {
        ObjectNode shown = ApiJson.object();
        shown.put("list", entry.list().word());
        shown.put("kind", entry.kind().word());
        shown.put("value", entry.value());
        shown.put("reason", entry.reason());
        shown.put("author", entry.author());
        shown.put("since", entry.since().toString());
        shown.put("until", entry.until().map(Instant::toString).orElse(null));
        shown.put("ended", entry.until().filter(end -> !end.isAfter(now)).isPresent());
        return shown;
    }

    private static String parameter(Context request, String name) {
        String value = request.queryParam(name);
        return value == null ? "" : value;
    }

    private static <T> T checked(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnusablePostingException e) {
            throw new Problem(422, "unusable", "The entry cannot be used", Objects.requireNonNull(e.getMessage()))
                    .with("reason", e.reason().name());
        }
    }

    private static Problem unusable(String detail) {
        return new Problem(422, "unusable", "The entry cannot be used", detail);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
