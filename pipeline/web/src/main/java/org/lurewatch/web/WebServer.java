package org.lurewatch.web;

import io.javalin.Javalin;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.http.Problem;
import org.lurewatch.web.http.RequestLimits;
import org.lurewatch.web.http.RouteGroup;
import org.lurewatch.web.http.ServerGuard;
import org.lurewatch.web.http.ServerMetrics;
import org.lurewatch.web.pages.ErrorPage;

/** The server. It runs until it is closed. */
public final class WebServer implements AutoCloseable {
    private final Javalin server;

    private WebServer(Javalin server) {
        this.server = server;
    }

    /** Starts it with limits that fit most. @param gate stands before every route */
    public static WebServer start(WebSettings settings, Gate gate, List<RouteGroup> groups) {
        return start(settings, RequestLimits.DEFAULT, new ServerMetrics(), gate, groups);
    }

    /**
     * Starts it.
     *
     * @param limits how much it takes in
     * @param metrics count what it does
     * @param gate stands before every route
     */
    public static WebServer start(
            WebSettings settings, RequestLimits limits, ServerMetrics metrics, Gate gate, List<RouteGroup> groups) {
        ServerGuard guard = new ServerGuard(limits, metrics);
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            guard.setUp(config, WebServer::answeredByPage);
            // What is uploaded stays in memory and never touches the disk.
            config.jetty.multipartConfig.maxInMemoryFileSize(limits.mostBytes(), SizeUnit.BYTES);
            config.jetty.multipartConfig.maxTotalRequestSize(limits.mostBytes(), SizeUnit.BYTES);
            config.contextResolver.ip = settings.proxies()::senderOf;
            config.routes.before(settings.proxies()::require);
            config.jetty.addConnector((jetty, http) -> connector(settings, jetty, http));
            config.routes.beforeMatched(gate);
            config.routes.beforeMatched(
                    request -> guard.countCaller(Gate.callerOf(request).name()));
            groups.forEach(group -> group.addTo(config.routes));
        });
        server.start();
        return new WebServer(server);
    }

    private static ServerConnector connector(WebSettings settings, Server jetty, HttpConfiguration http) {
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        ServerConnector connector = settings.tls()
                .map(keys ->
                        new ServerConnector(jetty, new SslConnectionFactory(context(keys), plain.getProtocol()), plain))
                .orElseGet(() -> new ServerConnector(jetty, plain));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        return connector;
    }

    private static SslContextFactory.Server context(WebSettings.TlsKeys keys) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStoreType("PKCS12");
        context.setKeyStorePath(keys.store());
        context.setKeyStorePassword(keys.password());
        context.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        return context;
    }

    private static boolean answeredByPage(Problem problem, Context request) {
        if (!ErrorPage.isWanted(request)) {
            return false;
        }
        ErrorPage.answer(problem, request);
        return true;
    }

    /** The port that it listens at. */
    public int port() {
        return server.port();
    }

    /** All that it answers to: method, a space, path. */
    List<String> routes() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(route -> route.endpoint)
                .filter(route -> route.method.isHttpMethod())
                .map(route -> route.method + " " + route.path)
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }
}
