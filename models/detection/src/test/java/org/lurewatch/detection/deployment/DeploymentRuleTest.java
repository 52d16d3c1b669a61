package org.lurewatch.detection.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.BundleVersion;

class DeploymentRuleTest {
    private static final String A = digest(1);
    private static final String B = digest(2);
    private static final String C = digest(3);

    /** Digests that begin so are of bundles of an earlier version. */
    private static final String OUTDATED = "f";

    private static final String OLD = outdated(1);
    private static final String OLDER = outdated(2);
    private static final String MISMATCH = "bundle f00000000000 has format 1 and feature version 2, but this version of"
            + " Lurewatch needs format " + BundleVersion.CURRENT.format() + " and feature version "
            + BundleVersion.CURRENT.features();

    private Deployment now = Deployment.NONE;
    private String said = "";

    @Test
    void aBundleIsPublishedMadeChampionAndRolledBack() {
        assertTrue(does(Action.PUBLISH, A));
        assertFalse(now.hasChampion());
        assertTrue(does(Action.CHAMPION, A));
        assertTrue(does(Action.PUBLISH, B));
        assertTrue(does(Action.CHAMPION, B));
        assertEquals(B, now.champion());
        assertEquals(A, now.previous());

        assertTrue(does(Action.ROLLBACK, ""));

        assertEquals(A, now.champion());
        assertFalse(does(Action.ROLLBACK, ""), "the bundle that was taken back is not gone back to");
        assertEquals("there is no champion before this one to go back to", said);
    }

    @Test
    void whatWasNotPublishedIsRefusedAndNothingChanges() {
        does(Action.PUBLISH, A);
        does(Action.CHAMPION, A);
        Deployment before = now;

        for (Action action : List.of(Action.CHAMPION, Action.SHADOW, Action.CANARY)) {
            assertFalse(does(action, B));
            assertEquals("bundle 000000000000 was not published, or was refused", said);
        }
        assertFalse(does(Action.OTHER, ""));

        assertEquals(before, now);
    }

    @Test
    void aBundleIsPublishedOnceAndAtOnePlace() {
        does(Action.PUBLISH, A);
        Deployment before = now;

        assertTrue(does(Action.PUBLISH, A));
        Decision elsewhere = decision(now, command(Action.PUBLISH, A, "file:///elsewhere", 0));

        assertFalse(elsewhere.accepted());
        assertEquals(before, elsewhere.deployment());
        assertEquals(before, now);
    }

    @Test
    void theOldestThatDoesNothingMakesRoom() {
        for (int i = 1; i <= Deployment.MOST_PUBLISHED; i++) {
            does(Action.PUBLISH, digest(i));
        }
        does(Action.CHAMPION, A);

        assertTrue(does(Action.PUBLISH, digest(99)));

        assertEquals(Deployment.MOST_PUBLISHED, now.published().size());
        assertTrue(now.find(A).isPresent(), "it decides");
        assertTrue(now.find(B).isEmpty());
        assertTrue(now.find(digest(99)).isPresent());
    }

    @Test
    void theShareOfACanaryIsAboveNoneAndAtMostAll() {
        does(Action.PUBLISH, A);
        does(Action.PUBLISH, B);
        assertFalse(canary(B, 0.5), "nobody decides the others");
        does(Action.CHAMPION, A);

        assertFalse(canary(B, 0));
        assertFalse(canary(B, -0.1));
        assertFalse(canary(B, 1.1));
        assertFalse(canary(B, Double.NaN));
        assertFalse(canary(A, 0.5), "it is the champion");
        assertTrue(canary(B, 1));
        assertEquals(B, now.canary());
    }

    @Test
    void aVetoTakesBackTheBundleThatItNamesAndNoOther() {
        List.of(A, B, C).forEach(each -> does(Action.PUBLISH, each));
        does(Action.CHAMPION, A);
        does(Action.CHAMPION, B);
        canary(C, 0.1);

        assertTrue(does(Action.ROLLBACK, C));
        assertEquals("", now.canary());
        assertEquals(B, now.champion());
        assertFalse(does(Action.ROLLBACK, C), "it has gone already");
        assertTrue(does(Action.ROLLBACK, B));
        assertEquals(A, now.champion());
        assertFalse(does(Action.ROLLBACK, B), "a second veto of the same bundle takes nothing else back");
    }

    @Test
    void aRollbackThatNamesNoBundleAlsoEndsTheCanary() {
        List.of(A, B, C).forEach(each -> does(Action.PUBLISH, each));
        does(Action.CHAMPION, A);
        does(Action.CHAMPION, B);
        does(Action.SHADOW, C);
        canary(C, 0.1);

        assertTrue(does(Action.ROLLBACK, ""));

        assertEquals(A, now.champion());
        assertEquals("", now.canary());
        assertEquals(0, now.canaryShare());
        assertEquals(C, now.shadow(), "a shadow decides nothing");
        assertEquals(
                "bundle 000000000000 is the champion again, instead of bundle 000000000000;"
                        + " bundle 000000000000 is the canary no longer",
                said);
    }

    @Test
    void aRollbackEndsTheCanaryOfTheFirstChampionToo() {
        List.of(A, B).forEach(each -> does(Action.PUBLISH, each));
        does(Action.CHAMPION, A);
        canary(B, 0.1);

        assertTrue(does(Action.ROLLBACK, ""));
        assertEquals(A, now.champion());
        assertEquals("", now.canary());
        assertTrue(said.endsWith("stays the champion, for there is none before it"), said);
        assertFalse(does(Action.ROLLBACK, ""), "there is nothing left to take back");
    }

    @Test
    void aRollbackMakesACanaryChampionWhereItWasTheOneBefore() {
        List.of(A, B).forEach(each -> does(Action.PUBLISH, each));
        does(Action.CHAMPION, A);
        does(Action.CHAMPION, B);
        canary(A, 0.1);

        assertTrue(does(Action.ROLLBACK, ""));

        assertEquals(A, now.champion());
        assertEquals("", now.canary());
        assertTrue(said.endsWith("; it is the canary no longer"), said);
    }

    /** So a control topic of a version whose rollbacks left the canary running still gives the same champions. */
    @Property
    void whoIsChampionDoesNotDependOnCanaries(@ForAll("fewBundles") List<Command> commands) {
        Deployment with = Deployment.NONE;
        Deployment without = Deployment.NONE;
        for (Command command : commands) {
            with = after(with, command);
            without = command.action() == Action.CANARY ? without : after(without, command);
            assertEquals(without.champions(), with.champions());
            assertEquals(without.shadow(), with.shadow());
        }
    }

    private static Deployment after(Deployment now, Command command) {
        return decision(now, command).deployment();
    }

    private static Decision decision(Deployment now, Command command) {
        return command.action() == Action.PUBLISH
                ? DeploymentRule.publish(
                        now, command, new Published(command.digest(), command.uri(), "1", version(command.digest())))
                : DeploymentRule.decide(now, command);
    }

    private static BundleVersion version(String digest) {
        return digest.startsWith(OUTDATED) ? new BundleVersion(1, 2) : BundleVersion.CURRENT;
    }

    @Test
    void aBundleThatIsMadeChampionIsOnTrialNoLonger() {
        List.of(A, B).forEach(each -> does(Action.PUBLISH, each));
        does(Action.CHAMPION, A);
        does(Action.SHADOW, B);
        canary(B, 0.1);

        does(Action.CHAMPION, B);

        assertEquals("", now.shadow());
        assertEquals("", now.canary());
        assertEquals(0, now.canaryShare());
        assertFalse(does(Action.SHADOW, B));
    }

    @Test
    void withdrawingEndsShadowAndCanary() {
        List.of(A, B, C).forEach(each -> does(Action.PUBLISH, each));
        does(Action.CHAMPION, A);
        does(Action.SHADOW, B);
        canary(C, 0.1);

        assertTrue(does(Action.WITHDRAW, ""));

        assertEquals("", now.shadow());
        assertEquals("", now.canary());
        assertEquals(A, now.champion());
    }

    @Test
    void whereTheChampionIsOutdatedTheFirstUsableBundleThatIsPublishedSucceedsIt() {
        now = afterUpgrade(OLD, OLDER);
        assertTrue(now.isOutdated());

        assertTrue(does(Action.PUBLISH, A));

        assertEquals("bundle 000000000000 is published and is the champion now, because " + MISMATCH, said);
        assertEquals(List.of(A, OLD, OLDER), now.champions());
        assertFalse(now.isOutdated());
        assertTrue(does(Action.PUBLISH, B));
        assertEquals(A, now.champion(), "only the first");
    }

    @Test
    void thereIsNoWayBackPastAnUpgrade() {
        now = afterUpgrade(OLD);
        does(Action.PUBLISH, A);
        does(Action.PUBLISH, B);
        does(Action.CHAMPION, B);
        assertTrue(does(Action.ROLLBACK, ""));
        assertEquals(A, now.champion());
        Deployment before = now;

        for (String named : List.of("", A)) {
            assertFalse(does(Action.ROLLBACK, named));
            assertEquals("there is no way back to the champion before this one: " + MISMATCH, said);
        }
        for (Action action : List.of(Action.CHAMPION, Action.SHADOW, Action.CANARY, Action.PUBLISH)) {
            assertFalse(does(action, OLD));
            assertEquals(MISMATCH, said);
        }
        assertFalse(does(Action.PUBLISH, OLDER));
        assertEquals(before, now);
        canary(B, 0.5);
        assertTrue(does(Action.ROLLBACK, ""), "the canary ends");
        assertEquals(A, now.champion());
        assertEquals("", now.canary());
        assertTrue(
                said.endsWith("bundle 000000000000 stays the champion, for there is no way back to the champion before"
                        + " this one: " + MISMATCH),
                said);
    }

    @Test
    void theSuccessorInTheSettingsDecidesWhereNobodyElseCan() {
        Published successor = new Published(A, "file:///" + A, "1", BundleVersion.CURRENT);
        now = afterUpgrade(OLD);

        Deployment succeeded = DeploymentRule.succeeded(now, Optional.of(successor));

        assertEquals(List.of(A, OLD), succeeded.champions());
        assertEquals(Optional.of(successor), succeeded.find(A));
        assertEquals(now, DeploymentRule.succeeded(now, Optional.empty()));
        assertEquals(succeeded, DeploymentRule.succeeded(succeeded, Optional.of(successor)));
        assertEquals(
                Deployment.NONE,
                DeploymentRule.succeeded(Deployment.NONE, Optional.of(successor)),
                "before the first command there is nobody to succeed");
    }

    /** A job that starts without state reads the commands of an earlier version again. */
    @Test
    void anOldHistoryThatIsReadAgainLeadsToTheSameSuccession() {
        assertFalse(does(Action.PUBLISH, OLDER));
        assertFalse(does(Action.CHAMPION, OLDER));
        assertFalse(does(Action.PUBLISH, OLD));
        assertFalse(does(Action.CHAMPION, OLD));
        assertFalse(does(Action.CHAMPION, OLD));
        assertEquals(MISMATCH, said);
        assertEquals(List.of(OLD, OLDER), now.champions());
        assertTrue(now.isOutdated());

        assertTrue(does(Action.PUBLISH, A));

        assertEquals(List.of(A, OLD, OLDER), now.champions());
    }

    @Test
    void whoeverIsNeverMadeChampionHasNoSuccessor() {
        does(Action.PUBLISH, OLD);
        assertFalse(now.isOutdated());

        assertTrue(does(Action.PUBLISH, A));

        assertFalse(now.hasChampion(), "a command has to say who decides, as ever");
    }

    private static Deployment afterUpgrade(String champion, String... earlier) {
        List<Published> published = Stream.concat(Stream.of(champion), Stream.of(earlier))
                .map(digest -> new Published(digest, "file:///" + digest, "0", version(digest)))
                .toList();
        return new Deployment(7, published, champion, List.of(earlier), "", "", 0);
    }

    @Property
    void whateverIsSaidWhoeverDecidesWasPublished(@ForAll("commands") List<Command> commands) {
        Deployment deployment = Deployment.NONE;
        boolean decided = false;
        for (Command command : commands) {
            Decision decision = decision(deployment, command);
            if (!decision.accepted() && deployment.hasChampion() && !deployment.isOutdated()) {
                assertEquals(deployment, decision.deployment());
            }
            assertTrue(
                    !decision.deployment().isOutdated() || !deployment.hasChampion() || deployment.isOutdated(),
                    "whoever decides gives way to nobody who cannot");
            assertTrue(decision.deployment().revision() >= deployment.revision());
            assertEquals(
                    decision.deployment().revision() == deployment.revision(),
                    decision.deployment().equals(deployment),
                    "a change has a revision of its own");
            deployment = decision.deployment();
            decided |= deployment.hasChampion();
            assertSound(deployment, decided);
        }
    }

    private static void assertSound(Deployment deployment, boolean decided) {
        Set<String> known = new HashSet<>();
        deployment.published().forEach(each -> assertTrue(known.add(each.digest()), "none twice"));
        assertTrue(known.size() <= Deployment.MOST_PUBLISHED);
        assertTrue(deployment.earlier().size() <= Deployment.MOST_EARLIER);
        assertEquals(decided, deployment.hasChampion(), "once there is a champion, there always is one");
        assertTrue(known.containsAll(deployment.champions()));
        assertEquals(deployment.champions().size(), new HashSet<>(deployment.champions()).size());
        for (String trial : List.of(deployment.shadow(), deployment.canary())) {
            assertTrue(trial.isEmpty() || known.contains(trial) && !trial.equals(deployment.champion()));
        }
        assertEquals(deployment.canary().isEmpty(), deployment.canaryShare() == 0);
    }

    @Provide
    Arbitrary<List<Command>> commands() {
        return commands(24);
    }

    @Provide
    Arbitrary<List<Command>> fewBundles() {
        return commands(Deployment.MOST_PUBLISHED);
    }

    private static Arbitrary<List<Command>> commands(int bundles) {
        Arbitrary<String> digest = Combinators.combine(
                        Arbitraries.integers().between(1, bundles), Arbitraries.of(true, true, false))
                .as((number, usable) -> usable ? digest(number) : outdated(number));
        Arbitrary<Command> one = Combinators.combine(
                        Arbitraries.of(Action.values()),
                        digest,
                        Arbitraries.of(0.0, 0.3, 1.0, 2.0),
                        Arbitraries.of(false, true))
                .as((action, bundle, share, named) -> command(
                        action,
                        action == Action.ROLLBACK && !named ? "" : bundle,
                        action == Action.PUBLISH ? "file:///" + bundle : "",
                        share));
        return one.list().ofMaxSize(120);
    }

    private boolean does(Action action, String digest) {
        return take(command(action, digest, action == Action.PUBLISH ? "file:///" + digest : "", 0));
    }

    private boolean canary(String digest, double share) {
        return take(command(Action.CANARY, digest, "", share));
    }

    private boolean take(Command command) {
        Decision decision = decision(now, command);
        now = decision.deployment();
        said = decision.message();
        return decision.accepted();
    }

    private static Command command(Action action, String digest, String uri, double share) {
        return new Command("c", action, digest, uri, share, "ana", "", null);
    }

    private static String digest(int number) {
        return "%064x".formatted(number);
    }

    private static String outdated(int number) {
        return OUTDATED + "%063x".formatted(number);
    }
}
