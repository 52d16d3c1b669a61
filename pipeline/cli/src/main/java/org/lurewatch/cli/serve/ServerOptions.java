package org.lurewatch.cli.serve;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lurewatch.web.WebSettings;
import org.lurewatch.web.access.OidcLogin;
import org.lurewatch.web.http.TrustedProxies;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a server listens, and how it is reached; a mixin. Passwords come from the environment. */
final class ServerOptions {
    static final String TLS_PASSWORD = "LUREWATCH_TLS_PASSWORD";
    static final String OIDC_SECRET = "LUREWATCH_OIDC_SECRET";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen at; default ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = {
                "Address to listen at; default ${DEFAULT-VALUE}. Any other than this machine's own",
                "needs --store, and --tls or --behind-proxy."
            })
    private String host = "127.0.0.1";

    @Option(
            names = "--tls",
            paramLabel = "FILE",
            description = "PKCS12 file with key and certificate; its password is in " + TLS_PASSWORD + ".")
    private Path tls;

    @Option(
            names = "--behind-proxy",
            paramLabel = "ADDRESS",
            description = "Address of the proxy that speaks TLS for the server; may be repeated.")
    private List<String> proxies = new ArrayList<>();

    @Option(names = "--oidc", paramLabel = "ISSUER", description = "OpenID Connect provider by which people log in.")
    private URI issuer;

    @Option(
            names = "--oidc-client",
            paramLabel = "ID",
            description = "The server's name at the provider; its secret is in " + OIDC_SECRET + ".")
    private String client;

    @Option(
            names = "--oidc-role",
            paramLabel = "CLAIM",
            description = "The claim that names viewer, reviewer, lead or admin; default ${DEFAULT-VALUE}.")
    private String claim = "lurewatch_role";

    @Option(
            names = "--own-address",
            paramLabel = "URL",
            description = "Where browsers reach the server, for the provider.")
    private URI address;

    private final Map<String, String> environment;

    ServerOptions() {
        this(System.getenv());
    }

    /** @param environment where passwords are looked up */
    ServerOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Where it listens. @throws ParameterException where that cannot be */
    WebSettings settings() {
        try {
            return new WebSettings(
                    host,
                    port,
                    Optional.ofNullable(tls).map(file -> new WebSettings.TlsKeys(file, secret(TLS_PASSWORD))),
                    new TrustedProxies(proxies));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--behind-proxy: " + e.getMessage());
        }
    }

    /** The provider, if there is one. @throws ParameterException where something of it is missing */
    Optional<OidcLogin.Settings> provider() {
        if (issuer == null) {
            return Optional.empty();
        }
        if (client == null || address == null) {
            throw new ParameterException(command.commandLine(), "--oidc needs --oidc-client and --own-address");
        }
        return Optional.of(new OidcLogin.Settings(issuer, client, secret(OIDC_SECRET), address, claim));
    }

    /** What the environment holds, for settings that name a part of it. */
    Map<String, String> environment() {
        return environment;
    }

    private String secret(String name) {
        String secret = environment.get(name);
        if (secret == null) {
            throw new ParameterException(command.commandLine(), "the environment lacks " + name);
        }
        return secret;
    }
}
