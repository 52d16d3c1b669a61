package org.lurewatch.web;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.lurewatch.desk.DeskException;
import org.lurewatch.desk.control.ControlTopics;
import org.lurewatch.desk.lists.ListFollower;
import org.lurewatch.detection.bundle.LoadedBundle;
import org.lurewatch.detection.lists.PostingLists;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.web.access.AccountRoutes;
import org.lurewatch.web.access.Audit;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.access.Login;
import org.lurewatch.web.access.LoginRoutes;
import org.lurewatch.web.access.OidcLogin;
import org.lurewatch.web.access.OwnStore;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.access.StoredIdempotencyKeys;
import org.lurewatch.web.api.AssessRoutes;
import org.lurewatch.web.api.AssessSettings;
import org.lurewatch.web.api.ListRoutes;
import org.lurewatch.web.api.OnceSender;
import org.lurewatch.web.api.OperationRoutes;
import org.lurewatch.web.api.PostingMemory;
import org.lurewatch.web.api.PostingSink;
import org.lurewatch.web.api.ReadRoutes;
import org.lurewatch.web.api.RequestAssessor;
import org.lurewatch.web.api.ReviewRoutes;
import org.lurewatch.web.api.TopicPostings;
import org.lurewatch.web.api.ViewMemory;
import org.lurewatch.web.api.WarningStream;
import org.lurewatch.web.http.RequestLimits;
import org.lurewatch.web.http.RouteGroup;
import org.lurewatch.web.http.ServerMetrics;
import org.lurewatch.web.pages.PageRoutes;
import org.lurewatch.web.pages.PageSources;
import org.lurewatch.web.view.ViewFollower;
import org.lurewatch.web.view.ViewStore;
import org.lurewatch.web.view.ViewTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole door: API and pages on a bundle and, where there is one, on a stream. It runs until it is closed. */
public final class WebConsole implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebConsole.class);

    /** Entries of the audit on its page. */
    private static final int AUDIT_SHOWN = 200;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final WebServer server;

    /**
     * What a console is made of.
     *
     * @param version of the program
     * @param bundle decides, and lies in {@code folder}
     * @param local what whoever sits at this machine may do without a login
     * @param own accounts; without them nobody can log in, and nothing can be sent into the stream
     * @param oidc the provider that vouches for people
     * @param stream what is read and written
     */
    public record Parts(
            WebSettings settings,
            RequestLimits limits,
            AssessSettings assess,
            String version,
            LoadedBundle bundle,
            Path folder,
            Set<Permission> local,
            Optional<OwnStore> own,
            Audit audit,
            Optional<OidcLogin.Settings> oidc,
            Optional<StreamSettings> stream,
            Clock clock) {
        public Parts {
            Objects.requireNonNull(settings);
            Objects.requireNonNull(limits);
            Objects.requireNonNull(assess);
            Objects.requireNonNull(version);
            Objects.requireNonNull(bundle);
            Objects.requireNonNull(folder);
            local = Set.copyOf(local);
            Objects.requireNonNull(own);
            Objects.requireNonNull(audit);
            Objects.requireNonNull(oidc);
            Objects.requireNonNull(stream);
            Objects.requireNonNull(clock);
            List<String> problems = settings.problems(own.isPresent());
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", problems));
            }
        }
    }

    private WebConsole(Parts parts) {
        try {
            this.server = open(parts);
        } catch (RuntimeException e) {
            try {
                close();
            } catch (Exception closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    private WebServer open(Parts parts) {
        Clock clock = parts.clock();
        Optional<Login.OwnAccess> access = parts.own()
                .map(own -> new Login.OwnAccess(own.accounts(clock), own.tokens(clock), own.sessions(clock)));
        Login login = new Login(
                access,
                parts.settings().isLoopback() ? parts.local() : Set.of(),
                parts.settings().isSecure());
        ServerMetrics metrics = new ServerMetrics();
        List<RouteGroup> groups = new ArrayList<>();
        Map<String, BooleanSupplier> ready = new HashMap<>();
        groups.add(new LoginRoutes(login, parts.audit(), clock));
        access.ifPresent(own -> groups.add(new AccountRoutes(own, parts.audit(), clock)));
        parts.oidc().ifPresent(provider -> groups.add(new OidcLogin(provider, login, parts.audit(), clock)));

        Optional<ViewStore> view = parts.stream().map(stream -> follow(stream, clock, ready));
        Optional<PostingSink> sink = Optional.empty();
        if (parts.stream().isPresent() && parts.own().isPresent()) {
            StreamSettings stream = parts.stream().get();
            StoredIdempotencyKeys keys =
                    new StoredIdempotencyKeys(parts.own().get().jdbi());
            OnceSender postings =
                    closed(new OnceSender(stream.kafka(), stream.topics().postings(), keys, clock));
            OnceSender reviews =
                    closed(new OnceSender(stream.kafka(), stream.topics().reviews(), keys, clock));
            sink = Optional.of(new TopicPostings(postings));
            groups.add(new ReviewRoutes(reviews, parts.audit(), clock));
        }
        view.ifPresent(store -> {
            groups.add(new ReadRoutes(store, parts.audit(), clock));
            groups.add(closed(new WarningStream(store, WarningStream.Bounds.DEFAULT)));
        });
        Optional<ControlTopics> control = parts.stream().flatMap(WebConsole::control);
        Supplier<PostingLists> lists = control.<Supplier<PostingLists>>map(topics -> closed(
                        ListFollower.start(topics, trouble -> LOG.warn("The lists could not be read: {}", trouble))))
                .orElse(() -> PostingLists.NONE);
        control.ifPresent(topics ->
                groups.add(new ListRoutes(lists, command -> topics.sendAll(List.of(command)), parts.audit(), clock)));
        PostingMemory memory = view.<PostingMemory>map(ViewMemory::new).orElse(PostingMemory.NOTHING);
        groups.add(new AssessRoutes(
                new RequestAssessor(parts.bundle(), memory, lists, clock), parts.assess(), metrics, sink));
        groups.add(new OperationRoutes(parts.version(), parts.bundle().id(), metrics, ready));
        groups.add(new PageRoutes(new PageSources(
                parts.bundle(),
                memory,
                lists,
                clock,
                Optional.of(parts.folder()),
                view,
                () -> control.flatMap(WebConsole::deployment),
                (caller, subject) -> parts.audit().record(clock, caller, "contacts-shown", subject),
                caller -> {
                    parts.audit().record(clock, caller, "audit-read", "");
                    return parts.audit().newest(AUDIT_SHOWN);
                },
                Login::csrfOf,
                parts.oidc().isPresent())));
        return closed(WebServer.start(parts.settings(), parts.limits(), metrics, new Gate(login), groups));
    }

    private ViewStore follow(StreamSettings stream, Clock clock, Map<String, BooleanSupplier> ready) {
        ViewStore store = closed(ViewStore.open(stream.view()));
        StreamSettings.Topics topics = stream.topics();
        ViewFollower follower = closed(ViewFollower.start(
                stream.kafka(),
                Map.of(
                        ViewTopic.WARNINGS, topics.warnings(),
                        ViewTopic.CAMPAIGNS, topics.campaigns(),
                        ViewTopic.TRENDS, topics.trends(),
                        ViewTopic.REVIEWS, topics.reviews()),
                store,
                ViewFollower.LONGEST_KEPT,
                clock));
        ready.put("view", () -> follower.isCaughtUp() && !follower.isWaiting());
        return store;
    }

    /** What the job last said of its bundles; empty where the topics are not there, or Kafka does not answer. */
    private static Optional<ControlStatus> deployment(ControlTopics control) {
        try {
            return control.exist() ? control.read().deployment() : Optional.empty();
        } catch (DeskException e) {
            LOG.warn("The topic of commands could not be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** The topics of commands; empty where the job obeys none. */
    private static Optional<ControlTopics> control(StreamSettings stream) {
        return stream.topics()
                .control()
                .map(names -> new ControlTopics(stream.kafka(), names.commands(), names.status()));
    }

    private <T extends AutoCloseable> T closed(T part) {
        open.push(part);
        return part;
    }

    /**
     * Starts one.
     *
     * @throws RuntimeException where a part of it cannot be had; what was opened before is closed
     */
    public static WebConsole start(Parts parts) {
        return new WebConsole(parts);
    }

    /** The port that it listens at. */
    public int port() {
        return server.port();
    }

    /** All that it answers to: method, a space, path. */
    List<String> routes() {
        return server.routes();
    }

    /** Closes the server first, so that nothing more is asked; then what it stands on, the newest first. */
    @Override
    public void close() throws Exception {
        Exception failed = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                if (failed == null) {
                    failed = e;
                } else {
                    failed.addSuppressed(e);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
