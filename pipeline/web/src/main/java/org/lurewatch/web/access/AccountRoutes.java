package org.lurewatch.web.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lurewatch.web.http.Problem;
import org.lurewatch.web.http.RouteGroup;

/** Accounts and tokens, managed by administrators; an account may look after its own tokens. */
public final class AccountRoutes implements RouteGroup {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Login.OwnAccess own;
    private final Audit audit;
    private final Clock clock;

    public AccountRoutes(Login.OwnAccess own, Audit audit, Clock clock) {
        this.own = Objects.requireNonNull(own);
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/accounts", this::accounts, Permission.ACCOUNTS);
        routes.post("/v1/accounts", this::add, Permission.ACCOUNTS);
        routes.post("/v1/accounts/{name}", this::change, Permission.ACCOUNTS);
        routes.post("/v1/accounts/{name}/link", this::link, Permission.ACCOUNTS);
        routes.get("/v1/tokens", this::tokens, Permission.READ);
        routes.post("/v1/tokens", this::issue, Permission.READ);
        routes.delete("/v1/tokens/{id}", this::revoke, Permission.READ);
    }

    private record NewAccount(String name, AccountRole role) {}

    private record AccountChange(AccountRole role, Boolean disabled) {}

    private record NewToken(String purpose, List<Permission> permissions, Integer days) {}

    private void accounts(Context request) {
        ArrayNode all = JSON.createArrayNode();
        for (Account account : own.accounts().all()) {
            all.addObject()
                    .put("name", account.name())
                    .put("role", account.role().name())
                    .put("disabled", account.disabled());
        }
        answer(request, 200, JSON.createObjectNode().set("items", all));
    }

    private void add(Context request) {
        NewAccount asked = body(request, NewAccount.class);
        require(asked.name() != null && asked.role() != null, "An account has a name and a role.");
        audit.record(clock, Gate.callerOf(request), "account-added", asked.name());
        String link = own.accounts().add(asked.name(), asked.role());
        answer(request, 201, JSON.createObjectNode().put("link", "/password?link=" + link));
    }

    private void change(Context request) {
        String name = request.pathParam("name");
        AccountChange asked = body(request, AccountChange.class);
        require(asked.role() != null || asked.disabled() != null, "Name a role, or disabled.");
        Caller caller = Gate.callerOf(request);
        // Else the last administrator could shut everybody out.
        require(!caller.name().equals(name), "An account cannot change itself.");
        if (asked.role() != null) {
            audit.record(clock, caller, "role-" + asked.role(), name);
            own.accounts().setRole(name, asked.role());
        }
        if (asked.disabled() != null) {
            audit.record(clock, caller, asked.disabled() ? "account-disabled" : "account-enabled", name);
            own.accounts().setDisabled(name, asked.disabled());
        }
        request.status(204);
    }

    private void link(Context request) {
        String name = request.pathParam("name");
        audit.record(clock, Gate.callerOf(request), "link-issued", name);
        answer(
                request,
                201,
                JSON.createObjectNode()
                        .put("link", "/password?link=" + own.accounts().link(name)));
    }

    private void tokens(Context request) {
        ArrayNode all = JSON.createArrayNode();
        for (ApiTokens.Token token : own.tokens().all(ownedBy(request))) {
            ObjectNode item = all.addObject()
                    .put("id", token.id())
                    .put("purpose", token.purpose())
                    .put("account", token.account())
                    .put("created", token.created().toString())
                    .put("expires", token.expires().toString())
                    .put("revoked", token.revoked());
            ArrayNode may = item.putArray("permissions");
            token.permissions().forEach(permission -> may.add(permission.name()));
        }
        answer(request, 200, JSON.createObjectNode().set("items", all));
    }

    private void issue(Context request) {
        NewToken asked = body(request, NewToken.class);
        require(
                asked.purpose() != null && asked.permissions() != null && asked.days() != null,
                "A token has a purpose, permissions and days.");
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        permissions.addAll(asked.permissions());
        Caller caller = Gate.callerOf(request);
        Account owner = own.accounts()
                .find(caller.name())
                .orElseThrow(() -> new Problem(
                        403, "not-allowed", "Not allowed", "Only an account that has logged in can issue a token."));
        audit.record(clock, caller, "token-issued", asked.purpose());
        String token = own.tokens().issue(owner, asked.purpose(), permissions, Duration.ofDays(asked.days()));
        answer(request, 201, JSON.createObjectNode().put("token", token));
    }

    private void revoke(Context request) {
        String id = request.pathParam("id");
        boolean own = this.own.tokens().all(ownedBy(request)).stream()
                .anyMatch(token -> token.id().equals(id));
        if (!own) {
            throw new Problem(404, "no-token", "No such token", "There is no token of that number.");
        }
        audit.record(clock, Gate.callerOf(request), "token-revoked", id);
        this.own.tokens().revoke(id);
        request.status(204);
    }

    /** Whose tokens a caller may see: an administrator all, others their own. */
    private static Optional<String> ownedBy(Context request) {
        Caller caller = Gate.callerOf(request);
        return caller.may(Permission.ACCOUNTS) ? Optional.empty() : Optional.of(caller.name());
    }

    private static <T> T body(Context request, Class<T> type) {
        try {
            T body = JSON.readValue(request.bodyAsBytes(), type);
            require(body != null, "The body is empty.");
            return body;
        } catch (JsonProcessingException e) {
            throw new Problem(400, "bad-json", "Body cannot be read", "The body is no JSON object of this call.");
        } catch (IOException e) {
            throw new Problem(400, "bad-request", "Body cannot be read", "The body did not come whole.");
        }
    }

    private static void require(boolean good, String what) {
        if (!good) {
            throw new Problem(422, "incomplete", "Something is missing or cannot be", what);
        }
    }

    private static void answer(Context request, int status, JsonNode body) {
        request.status(status).contentType("application/json").result(body.toString());
    }
}
