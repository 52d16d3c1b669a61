package org.lurewatch.web.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between the network and the routes: bounds what comes in, sets what every answer carries, and turns what fails
 * into problems.
 */
public final class ServerGuard {
    /** What every answer carries; a page may say otherwise. */
    static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Cache-Control", "no-store");

    /** Bytes of a body that are awaited without a thread. Those of most requests are fewer. */
    private static final int AWAITED_BYTES = 64 << 10;

    private static final int FRAMING_BYTES = 16;

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private static final Logger LOG = LoggerFactory.getLogger(ServerGuard.class);

    private final RequestLimits limits;
    private final ServerMetrics metrics;
    private final RequestRates rates;

    public ServerGuard(RequestLimits limits, ServerMetrics metrics) {
        this.limits = limits;
        this.metrics = metrics;
        this.rates = new RequestRates(limits);
    }

    /**
     * Sets up a server. To be called before its routes are added.
     *
     * @param page answers a problem with a page where a person has asked, and says whether it did
     */
    public void setUp(JavalinConfig config, BiPredicate<Problem, Context> page) {
        config.appData(RequestBody.KEY, new RequestBody(limits, AWAITED_BYTES));
        config.appData(RequestTurns.KEY, new RequestTurns(limits));
        config.http.maxRequestSize = limits.mostBytes();
        config.http.prefer405over404 = true;
        config.jetty.threadPool = new QueuedThreadPool(limits.threads(), Math.min(8, limits.threads()));
        config.jetty.modifyHttpConfiguration(this::bound);
        config.jetty.modifyServer(this::bound);
        config.router.javaLangErrorHandler((response, error) -> {
            LOG.error("The virtual machine failed while a request was answered", error);
            response.setStatus(500);
        });
        config.routes.before(request -> {
            metrics.begin(request);
            HEADERS.forEach(request::header);
            requireEscapes(request.req().getRequestURI());
            requireEscapes(request.queryString());
            requireCharset(request.req().getCharacterEncoding());
            rates.countAddress(request.ip());
        });
        config.requestLogger.http((request, milliseconds) -> metrics.end(request));
        config.routes.exception(Problem.class, (problem, request) -> answer(problem, request, page));
        config.routes.exception(
                HttpResponseException.class, (e, request) -> answer(Problem.ofStatus(e.getStatus()), request, page));
        config.routes.exception(Exception.class, (e, request) -> {
            LOG.error("A request to {} failed; the answer was 500", ServerMetrics.route(request), e);
            answer(Problem.ofStatus(500), request, page);
        });
    }

    /** What is to be decoded when somebody asks for it is looked at before. */
    private static void requireEscapes(String text) {
        if (text != null && BROKEN_ESCAPE.matcher(text).find()) {
            throw new Problem(400, "bad-address", "Bad address", "The address has a % that is no escape.");
        }
    }

    /** What a request is to be decoded by must be known before anything of it is looked at. */
    private static void requireCharset(String name) {
        if (name != null && !isCharset(name)) {
            throw new Problem(
                    415, "unknown-charset", "Unknown charset", "The charset of the content is not known. Send UTF-8.");
        }
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    /** Counts a request of a caller who was let in. @throws Problem where there are too many */
    public void countCaller(String name) {
        rates.countCaller(name);
    }

    private void bound(HttpConfiguration http) {
        http.setRequestHeaderSize(limits.mostHeaderBytes());
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
    }

    private void bound(Server server) {
        server.setErrorHandler(new ProblemErrors(metrics));
        server.setHandler(new EagerContentHandler(
                new EagerContentHandler.RetainedContentLoaderFactory(AWAITED_BYTES, FRAMING_BYTES, false)));
        server.addBean(new NetworkConnectionLimit(limits.mostConnections(), server));
        SlowSenders slow = new SlowSenders(limits);
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                for (Connector connector : server.getConnectors()) {
                    if (connector instanceof AbstractConnector bounded) {
                        bounded.setIdleTimeout(limits.idleTime().toMillis());
                        bounded.addBean(slow);
                    }
                }
            }

            @Override
            public void lifeCycleStarted(LifeCycle started) {
                slow.watch(server.getScheduler());
            }
        });
    }

    private static void answer(Problem problem, Context request, BiPredicate<Problem, Context> page) {
        problem.retryAfter().ifPresent(seconds -> request.header("Retry-After", Long.toString(seconds)));
        if (page.test(problem, request)) {
            return;
        }
        request.status(problem.status()).contentType(Problem.CONTENT_TYPE).result(problem.json());
    }
}
