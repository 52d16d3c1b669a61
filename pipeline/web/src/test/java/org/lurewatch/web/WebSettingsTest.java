package org.lurewatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.http.TrustedProxies;

class WebSettingsTest {
    private static final String PASSWORD = "password of a test";

    @TempDir
    private Path dir;

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false, false, false, 0",
        "localhost, false, false, false, 0",
        "::1,       false, false, false, 0",
        "0.0.0.0,   false, false, false, 2",
        "0.0.0.0,   true,  false, false, 1",
        "0.0.0.0,   false, true,  false, 1",
        "0.0.0.0,   true,  true,  false, 0",
        "192.0.2.1, true,  false, true,  0",
        "::,        true,  false, false, 1"
    })
    void othersReachItOnlySecurelyAndWithAccounts(
            String host, boolean accounts, boolean tls, boolean proxy, int problems) {
        WebSettings settings = new WebSettings(
                host,
                0,
                tls ? Optional.of(new WebSettings.TlsKeys(dir.resolve("keys"), PASSWORD)) : Optional.empty(),
                new TrustedProxies(proxy ? List.of("192.0.2.7") : List.of()));

        assertEquals(problems, settings.problems(accounts).size(), settings.problems(accounts)::toString);
    }

    @Test
    void neverTellsAPassword() {
        assertFalse(new WebSettings.TlsKeys(dir.resolve("keys"), PASSWORD)
                .toString()
                .contains(PASSWORD));
    }

    @Test
    void speaksTls() throws Exception {
        Path keys = dir.resolve("keys.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes());
        assertEquals(0, made.waitFor(), said);
        WebSettings settings = new WebSettings(
                "127.0.0.1", 0, Optional.of(new WebSettings.TlsKeys(keys, PASSWORD)), new TrustedProxies(List.of()));
        try (WebServer server = WebServer.start(
                settings,
                new Gate(request -> Caller.NOBODY),
                List.of(routes -> routes.get("/here", request -> request.result("yes"), Permission.OPEN)))) {
            HttpClient client =
                    HttpClient.newBuilder().sslContext(trusting(keys)).build();
            URI address = URI.create("https://localhost:" + server.port() + "/here");
            assertEquals(
                    "yes",
                    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                            .body());
        }
        assertTrue(settings.isSecure());
    }

    private static SSLContext trusting(Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
