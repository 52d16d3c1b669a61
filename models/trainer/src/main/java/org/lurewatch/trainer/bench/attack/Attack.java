package org.lurewatch.trainer.bench.attack;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.trainer.bench.subject.Seeds;
import org.lurewatch.trainer.bench.subject.Subject;

/**
 * A way to disguise a posting.
 *
 * @param name of the attack
 * @param touches what its shares are shares of
 * @param shares how much is touched at each strength that the attack has; it always has the medium one
 * @param change what is done
 */
public record Attack(String name, String touches, Map<Strength, Double> shares, Change change) {
    public Attack {
        shares = Map.copyOf(shares);
    }

    /** What an attack does to a posting: nothing where the share is 0. */
    @FunctionalInterface
    public interface Change {
        /** The changed posting; empty where the attack is not possible on it. */
        Optional<JobPosting> of(Subject subject, double share, SplittableRandom chance);
    }

    static Attack of(String name, String touches, double light, double medium, double strong, Change change) {
        return new Attack(
                name, touches, Map.of(Strength.LIGHT, light, Strength.MEDIUM, medium, Strength.STRONG, strong), change);
    }

    /** An attack that is done as a whole or not at all. */
    static Attack whole(String name, String touches, Change change) {
        return new Attack(name, touches, Map.of(Strength.MEDIUM, 1.0), change);
    }

    /** The disguised posting, the same for the same seed; empty where the attack is not possible on it. */
    public Optional<JobPosting> on(Subject subject, Strength strength, long seed) {
        return change.of(subject, shares.get(strength), Seeds.of(seed, subject.posting(), name));
    }
}
