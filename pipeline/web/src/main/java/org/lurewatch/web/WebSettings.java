package org.lurewatch.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.web.http.TrustedProxies;

/**
 * What a server is started with.
 *
 * @param host address that it listens at
 * @param port 0 for any that is free
 * @param tls what it proves itself with; without it, it speaks plain HTTP
 * @param proxies through which it is reached, where they speak TLS in its place
 */
public record WebSettings(String host, int port, Optional<TlsKeys> tls, TrustedProxies proxies) {
    /**
     * A key and its certificate.
     *
     * @param store a file in the form PKCS12
     */
    public record TlsKeys(Path store, String password) {
        public TlsKeys {
            Objects.requireNonNull(store);
            Objects.requireNonNull(password);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return store.toString();
        }
    }

    public WebSettings {
        Objects.requireNonNull(host);
        Objects.requireNonNull(tls);
        Objects.requireNonNull(proxies);
    }

    /** Plain HTTP, for this machine. */
    public static WebSettings local(int port) {
        return new WebSettings("127.0.0.1", port, Optional.empty(), new TrustedProxies(List.of()));
    }

    /** Whether nobody but this machine can reach it. */
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether browsers reach it by TLS. */
    public boolean isSecure() {
        return tls.isPresent() || proxies.areNamed();
    }

    /**
     * Why it may not be started like that; empty where it may.
     *
     * @param accounts whether anyone can log in
     */
    public List<String> problems(boolean accounts) {
        List<String> problems = new ArrayList<>();
        if (!isLoopback() && !accounts) {
            problems.add("at " + host + " others can reach the server, so it needs accounts: name their store");
        }
        if (!isLoopback() && !isSecure()) {
            problems.add("at " + host + " passwords and adverts would cross the net in the clear:"
                    + " give the server a certificate, or name the proxy that speaks TLS for it");
        }
        return problems;
    }
}
