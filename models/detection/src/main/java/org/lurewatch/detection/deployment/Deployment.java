package org.lurewatch.detection.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which bundles are known and what each does. Each one named has been published.
 *
 * @param revision one more with each change
 * @param published the known bundles, oldest first, at most {@link #MOST_PUBLISHED}
 * @param champion digest of the one that decides; empty before the first
 * @param earlier champions before it, the last one first, at most {@link #MOST_EARLIER}
 * @param shadow digest of the one that scores beside it, or empty
 * @param canary digest of the one that decides for a share, or empty
 * @param canaryShare that share, above 0 where there is a canary
 */
public record Deployment(
        long revision,
        List<Published> published,
        String champion,
        List<String> earlier,
        String shadow,
        String canary,
        double canaryShare) {
    /** How many bundles are remembered: beyond that the oldest that is not in use makes room for a new one. */
    public static final int MOST_PUBLISHED = 16;

    /** How far back rollbacks can go. */
    public static final int MOST_EARLIER = 8;

    /** Before the first command. */
    public static final Deployment NONE = new Deployment(0, List.of(), "", List.of(), "", "", 0);

    public Deployment {
        Objects.requireNonNull(champion);
        Objects.requireNonNull(shadow);
        Objects.requireNonNull(canary);
        published = List.copyOf(published);
        earlier = List.copyOf(earlier);
    }

    /** With one bundle that decides: the one in the settings, until a command says otherwise. */
    public static Deployment startingWith(Published champion) {
        return new Deployment(1, List.of(champion), champion.digest(), List.of(), "", "", 0);
    }

    /** The bundle of this digest, where it is known. */
    public Optional<Published> find(String digest) {
        return published.stream().filter(each -> each.digest().equals(digest)).findFirst();
    }

    /** Whether a bundle decides. */
    public boolean hasChampion() {
        return !champion.isEmpty();
    }

    /**
     * Whether there is a champion but nobody can decide: it and all before it are of another version of Lurewatch. So it
     * is after an upgrade that changed the bundles.
     */
    public boolean isOutdated() {
        return hasChampion()
                && champions().stream().flatMap(digest -> find(digest).stream()).noneMatch(Published::isUsable);
    }

    /** The champion that a rollback goes back to, or the empty string. */
    public String previous() {
        return earlier.isEmpty() ? "" : earlier.get(0);
    }

    /** The digests that may decide a posting, in order of preference: the champion and those before it. */
    public List<String> champions() {
        List<String> all = new ArrayList<>();
        if (hasChampion()) {
            all.add(champion);
        }
        all.addAll(earlier);
        return all;
    }

    /** Whether a bundle is in use, or may be again after a rollback. */
    boolean isUsed(String digest) {
        return champion.equals(digest) || shadow.equals(digest) || canary.equals(digest) || earlier.contains(digest);
    }

    Deployment withPublished(List<Published> bundles) {
        return new Deployment(revision + 1, bundles, champion, earlier, shadow, canary, canaryShare);
    }

    Deployment withChampion(String digest, List<String> before) {
        return new Deployment(
                revision + 1,
                published,
                digest,
                before.stream().limit(MOST_EARLIER).toList(),
                shadow.equals(digest) ? "" : shadow,
                canary.equals(digest) ? "" : canary,
                canary.equals(digest) ? 0 : canaryShare);
    }

    Deployment withShadow(String digest) {
        return new Deployment(revision + 1, published, champion, earlier, digest, canary, canaryShare);
    }

    Deployment withCanary(String digest, double share) {
        return new Deployment(revision + 1, published, champion, earlier, shadow, digest, share);
    }
}
