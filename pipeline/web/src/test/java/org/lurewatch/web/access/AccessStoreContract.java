package org.lurewatch.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lurewatch.web.http.Problem;

/** What holds of a store of accounts, wherever it is. */
abstract class AccessStoreContract {
    private static final String PASSWORD = "correct horse battery";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));

    /** A place where no store is. */
    abstract OwnStore.Place place();

    private OwnStore made() {
        return OwnStore.create(place());
    }

    private static Account withPassword(Accounts accounts, String name, AccountRole role) {
        return accounts.setPassword(accounts.add(name, role), PASSWORD);
    }

    @Test
    void isMadeOnceOnly() {
        OwnStore.Place place = place();
        assertThrows(StoreException.class, () -> OwnStore.open(place), "nothing is made by opening");
        OwnStore.create(place).accounts(clock).add("ann", AccountRole.ADMIN);

        assertThrows(StoreException.class, () -> OwnStore.create(place), "what is there is not made anew");

        assertEquals(
                List.of(new Account("ann", AccountRole.ADMIN, false)),
                OwnStore.open(place).accounts(clock).all());
    }

    @Test
    void aLinkSetsOnePassword() {
        Accounts accounts = made().accounts(clock);
        String link = accounts.add("Ann", AccountRole.REVIEWER);
        assertEquals(
                409,
                assertThrows(Problem.class, () -> accounts.add("ann", AccountRole.ADMIN))
                        .status());
        assertEquals(
                422,
                assertThrows(Problem.class, () -> accounts.setPassword(link, "short"))
                        .status());

        accounts.setPassword(link, PASSWORD);

        assertEquals(
                410,
                assertThrows(Problem.class, () -> accounts.setPassword(link, PASSWORD))
                        .status());
        assertEquals("ann", accounts.authenticate("ANN", PASSWORD).name());
        assertEquals(
                401,
                assertThrows(Problem.class, () -> accounts.authenticate("ann", PASSWORD + "!"))
                        .status());
        assertEquals(
                401,
                assertThrows(Problem.class, () -> accounts.authenticate("bob", PASSWORD))
                        .status());
    }

    @Test
    void aLinkIsGoodForADay() {
        Accounts accounts = made().accounts(clock);
        String link = accounts.add("ann", AccountRole.REVIEWER);
        clock.advance(Duration.ofHours(25));

        assertEquals(
                410,
                assertThrows(Problem.class, () -> accounts.setPassword(link, PASSWORD))
                        .status());
        assertEquals("ann", accounts.setPassword(accounts.link("ann"), PASSWORD).name());
    }

    @Test
    void wrongPasswordsLockAnAccountForLongerAndLonger() {
        Accounts accounts = made().accounts(clock);
        withPassword(accounts, "ann", AccountRole.VIEWER);
        for (int i = 0; i < 5; i++) {
            assertEquals(
                    401,
                    assertThrows(Problem.class, () -> accounts.authenticate("ann", "wrong"))
                            .status());
        }

        assertEquals(
                429,
                assertThrows(Problem.class, () -> accounts.authenticate("ann", PASSWORD))
                        .status());
        clock.advance(Duration.ofSeconds(61));
        assertEquals(
                401,
                assertThrows(Problem.class, () -> accounts.authenticate("ann", "wrong"))
                        .status());
        clock.advance(Duration.ofSeconds(61));
        assertEquals(
                429,
                assertThrows(Problem.class, () -> accounts.authenticate("ann", PASSWORD))
                        .status());
        clock.advance(Duration.ofSeconds(61));
        assertEquals("ann", accounts.authenticate("ann", PASSWORD).name());
    }

    @Test
    void aTokenDoesWhatItsAccountStillMay() {
        OwnStore store = made();
        Accounts accounts = store.accounts(clock);
        ApiTokens tokens = store.tokens(clock);
        Account ann = withPassword(accounts, "ann", AccountRole.REVIEWER);
        assertEquals(
                403,
                assertThrows(
                                Problem.class,
                                () -> tokens.issue(ann, "too much", Set.of(Permission.ACCOUNTS), Duration.ofDays(1)))
                        .status());
        String token = tokens.issue(ann, "nightly", Set.of(Permission.ASSESS, Permission.REVIEW), Duration.ofDays(30));

        Caller caller = tokens.callerBy(token).orElseThrow();
        assertEquals(EnumSet.of(Permission.OPEN, Permission.ASSESS, Permission.REVIEW), caller.permissions());
        accounts.setRole("ann", AccountRole.VIEWER);
        assertFalse(tokens.callerBy(token).orElseThrow().may(Permission.REVIEW));
        accounts.setDisabled("ann", true);
        assertEquals(Optional.empty(), tokens.callerBy(token));
        accounts.setDisabled("ann", false);
        assertTrue(tokens.callerBy(token).isPresent());
        clock.advance(Duration.ofDays(31));
        assertEquals(Optional.empty(), tokens.callerBy(token));
    }

    @Test
    void aTokenIsNeverShownAgainAndCanBeRevoked() {
        OwnStore store = made();
        Account ann = withPassword(store.accounts(clock), "ann", AccountRole.VIEWER);
        ApiTokens tokens = store.tokens(clock);
        String one = tokens.issue(ann, "one", Set.of(Permission.ASSESS), Duration.ofDays(1));
        String other = tokens.issue(ann, "other", Set.of(Permission.ASSESS), Duration.ofDays(1));
        assertNotEquals(one, other);
        List<ApiTokens.Token> all = tokens.all(Optional.of("ann"));
        assertFalse(all.toString().contains(one));

        tokens.revoke(all.stream()
                .filter(token -> token.purpose().equals("one"))
                .findFirst()
                .orElseThrow()
                .id());

        assertEquals(Optional.empty(), tokens.callerBy(one));
        assertTrue(tokens.callerBy(other).isPresent());
        assertEquals(List.of(), tokens.all(Optional.of("bob")));
    }

    @Test
    void aSessionEndsWhenItIsLeftAloneAndAfterADayOfWork() {
        OwnStore store = made();
        Account ann = withPassword(store.accounts(clock), "ann", AccountRole.VIEWER);
        Sessions sessions = store.sessions(clock);
        String left = sessions.begin(ann);
        clock.advance(Duration.ofMinutes(121));
        assertEquals(Optional.empty(), sessions.find(left));

        String used = sessions.begin(ann);
        for (int i = 0; i < 11; i++) {
            clock.advance(Duration.ofHours(1));
            assertTrue(sessions.find(used).isPresent(), "hour " + i);
        }
        clock.advance(Duration.ofMinutes(61));
        assertEquals(Optional.empty(), sessions.find(used));

        String ended = sessions.begin(ann);
        sessions.end(ended);
        assertEquals(Optional.empty(), sessions.find(ended));
    }

    @Test
    void aNewPasswordEndsSessions() {
        OwnStore store = made();
        Accounts accounts = store.accounts(clock);
        Account ann = withPassword(accounts, "ann", AccountRole.VIEWER);
        String session = store.sessions(clock).begin(ann);

        accounts.setPassword(accounts.link("ann"), PASSWORD + " staple");

        assertEquals(Optional.empty(), store.sessions(clock).find(session));
    }

    @Test
    void whomAProviderVouchesForIsKnownAgain() {
        Accounts accounts = made().accounts(clock);
        accounts.ofProvider("https://login.example", "4711", "Ann", AccountRole.VIEWER);
        accounts.add("bob", AccountRole.ADMIN);

        assertEquals(
                new Account("ann", AccountRole.LEAD, false),
                accounts.ofProvider("https://login.example", "4711", "ann-maria", AccountRole.LEAD));
        assertEquals(
                409,
                assertThrows(
                                Problem.class,
                                () -> accounts.ofProvider("https://login.example", "4712", "bob", AccountRole.ADMIN))
                        .status(),
                "a stranger at the provider does not become whoever has the same name here");
    }
}
