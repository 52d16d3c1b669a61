package org.lurewatch.web.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.web.http.Problem;
import org.lurewatch.web.http.RouteGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logging in by an OpenID Connect provider: authorization code flow with PKCE, state and nonce. The provider says what an
 * account may do, by a claim that names one of our roles.
 */
public final class OidcLogin implements RouteGroup {
    private static final Logger LOG = LoggerFactory.getLogger(OidcLogin.class);
    private static final String START = "/login/oidc";
    private static final String CALLBACK = "/login/oidc/callback";
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final long LOGIN_TAKES_MILLIS = 600_000;
    private static final int MOST_BEGUN = 1000;

    /** What a provider says of itself changes seldom, and is asked for twice by each login. */
    private static final long METADATA_LIVES_MILLIS = 600_000;

    private final Settings settings;
    private final Login login;
    private final Audit audit;
    private final Clock clock;
    private final Map<String, Begun> begun = new LinkedHashMap<>();
    private volatile Optional<Known> known = Optional.empty();

    /**
     * How the provider is reached.
     *
     * @param issuer its address
     * @param clientId and {@code clientSecret} as it gave them to this server
     * @param ownAddress where browsers reach this server, for example {@code https://console.example}
     * @param roleClaim the claim that names a role, or a list of which one does
     */
    public record Settings(URI issuer, String clientId, String clientSecret, URI ownAddress, String roleClaim) {
        /** Without the secret. */
        @Override
        public String toString() {
            return issuer.toString();
        }
    }

    private record Begun(Nonce nonce, CodeVerifier verifier, String wanted, long until) {}

    private record Known(OIDCProviderMetadata provider, long until) {}

    public OidcLogin(Settings settings, Login login, Audit audit, Clock clock) {
        this.settings = Objects.requireNonNull(settings);
        this.login = Objects.requireNonNull(login);
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(START, this::start, Permission.OPEN);
        routes.get(CALLBACK, this::finish, Permission.OPEN);
    }

    private void start(Context request) {
        OIDCProviderMetadata provider = provider();
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        String wanted = WantedPage.of(request.queryParam(WantedPage.FIELD));
        remember(state.getValue(), new Begun(nonce, verifier, wanted, clock.millis() + LOGIN_TAKES_MILLIS));
        URI address = new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE),
                        new Scope("openid", "profile", "email"),
                        new ClientID(settings.clientId()),
                        callback())
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI();
        // The state stands in a cookie, too, so that nobody can end a login in the browser of another one.
        login.rememberState(request, state.getValue());
        request.redirect(address.toString(), HttpStatus.SEE_OTHER);
    }

    private synchronized void remember(String state, Begun login) {
        begun.values().removeIf(old -> old.until() < clock.millis());
        if (begun.size() >= MOST_BEGUN) {
            begun.remove(begun.keySet().iterator().next());
        }
        begun.put(state, login);
    }

    private synchronized Begun take(String state) {
        Begun found = state == null ? null : begun.remove(state);
        return found == null || found.until() < clock.millis() ? null : found;
    }

    private void finish(Context request) {
        String state = request.queryParam("state");
        Begun started = take(state);
        String code = request.queryParam("code");
        if (started == null || code == null || !login.isState(request, state)) {
            throw failed("the answer does not belong to a login that was begun here", null);
        }
        IDTokenClaimsSet claims = claims(code, started);
        AccountRole role = role(claims);
        String subject = claims.getSubject().getValue();
        String name = claims.getStringClaim("preferred_username");
        Account account = login.own()
                .orElseThrow()
                .accounts()
                .ofProvider(settings.issuer().toString(), subject, name == null ? subject : name, role);
        if (account.disabled()) {
            throw failed("the account is disabled", null);
        }
        audit.record(clock, new Caller(account.name(), account.role().permissions()), "login", account.name());
        login.begin(request, account);
        request.redirect(started.wanted(), HttpStatus.SEE_OTHER);
    }

    private IDTokenClaimsSet claims(String code, Begun started) {
        try {
            OIDCProviderMetadata provider = provider();
            HTTPRequest asked = new TokenRequest.Builder(
                            provider.getTokenEndpointURI(),
                            new ClientSecretBasic(
                                    new ClientID(settings.clientId()), new Secret(settings.clientSecret())),
                            new AuthorizationCodeGrant(new AuthorizationCode(code), callback(), started.verifier()))
                    .build()
                    .toHTTPRequest();
            asked.setConnectTimeout(TIMEOUT_MILLIS);
            asked.setReadTimeout(TIMEOUT_MILLIS);
            var answer = OIDCTokenResponseParser.parse(asked.send());
            if (!(answer instanceof OIDCTokenResponse tokens)) {
                throw failed("the provider refuses: " + answer.toErrorResponse().getErrorObject(), null);
            }
            IDTokenValidator validator = new IDTokenValidator(
                    new Issuer(settings.issuer()),
                    new ClientID(settings.clientId()),
                    JWSAlgorithm.RS256,
                    provider.getJWKSetURI().toURL());
            return validator.validate(tokens.getOIDCTokens().getIDToken(), started.nonce());
        } catch (IOException | ParseException e) {
            throw failed("the provider does not answer as one", e);
        } catch (BadJOSEException | JOSEException e) {
            throw failed("the provider's ID token is not good", e);
        }
    }

    private OIDCProviderMetadata provider() {
        Optional<Known> last = known.filter(kept -> clock.millis() < kept.until());
        if (last.isPresent()) {
            return last.get().provider();
        }
        try {
            OIDCProviderMetadata provider =
                    OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), TIMEOUT_MILLIS, TIMEOUT_MILLIS);
            known = Optional.of(new Known(provider, clock.millis() + METADATA_LIVES_MILLIS));
            return provider;
        } catch (IOException | GeneralException e) {
            throw failed("the provider " + settings.issuer() + " does not answer", e);
        }
    }

    private AccountRole role(IDTokenClaimsSet claims) {
        Object claim = claims.getClaim(settings.roleClaim());
        List<?> named = claim instanceof List<?> list ? list : List.of(claim == null ? "" : claim);
        AccountRole best = null;
        for (AccountRole role : AccountRole.values()) {
            if (named.stream().anyMatch(name -> role.name().equalsIgnoreCase("" + name))) {
                best = role;
            }
        }
        if (best == null) {
            throw failed("the claim " + settings.roleClaim() + " names no role", null);
        }
        return best;
    }

    private URI callback() {
        return settings.ownAddress().resolve(CALLBACK);
    }

    private static Problem failed(String why, Exception cause) {
        LOG.warn("A login by the OpenID provider failed: {}", why, cause);
        return new Problem(401, "login-failed", "Login failed", "The login provider did not confirm who you are.");
    }
}
