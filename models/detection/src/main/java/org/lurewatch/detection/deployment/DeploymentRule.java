package org.lurewatch.detection.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What commands change. */
public final class DeploymentRule {
    private static final int SHOWN_DIGITS = 12;

    private DeploymentRule() {}

    /** The result of a command; for PUBLISH see {@link #publish}. */
    public static Decision decide(Deployment now, Command command) {
        return switch (command.action()) {
            case PUBLISH -> throw new IllegalArgumentException("a bundle is published once it was found sound");
            case CHAMPION ->
                now.find(command.digest())
                        .filter(known -> !known.isUsable())
                        .map(unusable -> unusableChampion(now, unusable))
                        .orElseGet(() -> ofUsable(now, command, () -> champion(now, command.digest())));
            case SHADOW -> ofUsable(now, command, () -> shadow(now, command.digest()));
            case CANARY -> ofUsable(now, command, () -> canary(now, command));
            case ROLLBACK -> rollback(now, command.digest());
            case WITHDRAW -> withdraw(now);
            case OTHER -> refused(now, "this version of the job does not know the action");
        };
    }

    /** Why a bundle cannot be published, as far as that is known before it is loaded; empty where it may. */
    public static Optional<Decision> withoutLooking(Deployment now, Command publish) {
        return now.find(publish.digest()).map(known -> {
            if (!known.isUsable()) {
                return refused(now, known.mismatch());
            }
            return known.uri().equals(publish.uri())
                    ? done(now, name(publish.digest()) + " is published already")
                    : refused(now, name(publish.digest()) + " is published already, at another place");
        });
    }

    /**
     * Publishes a bundle that was found. Where nobody can decide because the champion is of another version of Lurewatch,
     * a bundle of this version becomes the champion at once, for postings wait for it.
     *
     * @param found where the command says; if it is of this version, it was loaded
     */
    public static Decision publish(Deployment now, Command publish, Published found) {
        return withoutLooking(now, publish).orElseGet(() -> {
            if (!found.isUsable()) {
                return unusable(now, withPublished(now, found), found);
            }
            if (now.isOutdated()) {
                return done(
                        succeeded(now, Optional.of(found)),
                        name(found.digest()) + " is published and is the champion now, because " + whyOutdated(now));
            }
            return done(withPublished(now, found), name(found.digest()) + " is published");
        });
    }

    /**
     * The deployment with a successor as its champion, where nobody can decide because the champion is of another version
     * of Lurewatch; otherwise the deployment as it is.
     *
     * @param successor a bundle of this version, if there is one
     */
    public static Deployment succeeded(Deployment now, Optional<Published> successor) {
        if (!now.isOutdated() || successor.isEmpty()) {
            return now;
        }
        Published found = successor.get();
        Deployment known = now.find(found.digest()).isPresent() ? now : withPublished(now, found);
        return known.withChampion(found.digest(), now.champions());
    }

    /** Why the champion of an outdated deployment cannot decide, in one sentence. */
    public static String whyOutdated(Deployment outdated) {
        return outdated.find(outdated.champion()).orElseThrow().mismatch();
    }

    /** A PUBLISH of a bundle that cannot be used. */
    public static Decision refused(Deployment now, String why) {
        return new Decision(now, false, why);
    }

    private static Decision ofUsable(Deployment now, Command command, Supplier<Decision> decision) {
        Optional<Published> known = now.find(command.digest());
        if (known.isEmpty()) {
            return refused(now, name(command.digest()) + " was not published, or was refused");
        }
        return known.get().isUsable()
                ? decision.get()
                : refused(now, known.get().mismatch());
    }

    private static Decision unusableChampion(Deployment now, Published unusable) {
        List<String> before = new ArrayList<>(now.champions());
        before.remove(unusable.digest());
        return unusable(
                now,
                now.champion().equals(unusable.digest()) ? now : now.withChampion(unusable.digest(), before),
                unusable);
    }

    /**
     * A command that names a bundle of another version is refused. While nobody decides it is remembered all the same: a
     * job that begins without state reads the commands of former versions again, and has to know whom a bundle of this
     * version succeeds.
     *
     * @param remembered the deployment that the command asks for
     */
    private static Decision unusable(Deployment now, Deployment remembered, Published unusable) {
        boolean nobodyDecides = !now.hasChampion() || now.isOutdated();
        return new Decision(nobodyDecides ? remembered : now, false, unusable.mismatch());
    }

    private static Deployment withPublished(Deployment now, Published bundle) {
        List<Published> bundles = new ArrayList<>(now.published());
        if (bundles.size() >= Deployment.MOST_PUBLISHED) {
            Optional<Published> oldest =
                    bundles.stream().filter(each -> !now.isUsed(each.digest())).findFirst();
            oldest.ifPresent(bundles::remove);
        }
        bundles.add(bundle);
        return now.withPublished(bundles);
    }

    private static Decision champion(Deployment now, String digest) {
        if (now.champion().equals(digest)) {
            return done(now, name(digest) + " is the champion already");
        }
        List<String> before = new ArrayList<>(now.champions());
        before.remove(digest);
        return done(now.withChampion(digest, before), name(digest) + " is the champion now");
    }

    private static Decision shadow(Deployment now, String digest) {
        if (now.champion().equals(digest)) {
            return refused(now, name(digest) + " is the champion, so it cannot be its own shadow");
        }
        return done(now.shadow().equals(digest) ? now : now.withShadow(digest), name(digest) + " is the shadow now");
    }

    private static Decision canary(Deployment now, Command command) {
        double share = command.share();
        if (!(share > 0 && share <= 1)) {
            return refused(now, "the share of a canary is above 0 and at most 1, not " + share);
        }
        if (!now.hasChampion()) {
            return refused(now, "a canary needs a champion that decides the other postings");
        }
        if (now.champion().equals(command.digest())) {
            return refused(now, name(command.digest()) + " is the champion, so it cannot be the canary");
        }
        return done(
                now.withCanary(command.digest(), share),
                name(command.digest()) + " decides a share of " + share + " of the postings now");
    }

    private static Decision rollback(Deployment now, String digest) {
        if (digest.isEmpty()) {
            return rollback(now);
        }
        if (now.canary().equals(digest)) {
            return done(now.withCanary("", 0), name(digest) + " is the canary no longer");
        }
        if (!now.champion().equals(digest)) {
            return refused(now, name(digest) + " is neither champion nor canary, so there is nothing to take back");
        }
        return backToPrevious(now);
    }

    /**
     * Nobody who is in trouble should have to know which of two new bundles is the cause: afterwards the champion before
     * decides every posting. The shadow stays, for it decides none.
     */
    private static Decision rollback(Deployment now) {
        if (now.canary().isEmpty()) {
            return backToPrevious(now);
        }
        Optional<String> noWayBack = noWayBack(now);
        if (noWayBack.isPresent()) {
            return done(
                    now.withCanary("", 0),
                    name(now.canary()) + " is the canary no longer; " + name(now.champion())
                            + " stays the champion, for "
                            + (now.earlier().isEmpty() ? "there is none before it" : noWayBack.get()));
        }
        String canary = now.canary().equals(now.previous()) ? "it" : name(now.canary());
        return done(toPrevious(now.withCanary("", 0)), championAgain(now) + "; " + canary + " is the canary no longer");
    }

    private static Decision backToPrevious(Deployment now) {
        return noWayBack(now).map(why -> refused(now, why)).orElseGet(() -> done(toPrevious(now), championAgain(now)));
    }

    /** Why the champion before this one cannot be the champion again; empty where it can. */
    private static Optional<String> noWayBack(Deployment now) {
        if (now.earlier().isEmpty()) {
            return Optional.of("there is no champion before this one to go back to");
        }
        return now.find(now.previous())
                .filter(previous -> !previous.isUsable())
                .map(previous -> "there is no way back to the champion before this one: " + previous.mismatch());
    }

    private static Deployment toPrevious(Deployment now) {
        return now.withChampion(
                now.previous(), now.earlier().subList(1, now.earlier().size()));
    }

    private static String championAgain(Deployment now) {
        return name(now.previous()) + " is the champion again, instead of " + name(now.champion());
    }

    private static Decision withdraw(Deployment now) {
        if (now.shadow().isEmpty() && now.canary().isEmpty()) {
            return done(now, "there is neither shadow nor canary");
        }
        return done(now.withShadow("").withCanary("", 0), "there is neither shadow nor canary any more");
    }

    private static Decision done(Deployment deployment, String message) {
        return new Decision(deployment, true, message);
    }

    /** A bundle as a message names it: by the beginning of its digest. */
    public static String name(String digest) {
        return "bundle " + digest.substring(0, Math.min(SHOWN_DIGITS, digest.length()));
    }
}
