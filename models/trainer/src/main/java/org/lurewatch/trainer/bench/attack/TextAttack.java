package org.lurewatch.trainer.bench.attack;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lurewatch.trainer.bench.subject.PostingTexts;

/** A disguise of wording. */
@FunctionalInterface
interface TextAttack {
    /**
     * The disguised text.
     *
     * @param share of what can be touched; 0 changes nothing
     */
    String disguise(String text, double share, SplittableRandom chance);

    /** This attack on everything that a posting's author wrote freely. */
    default Attack.Change onPosting() {
        return (subject, share, chance) ->
                Optional.of(PostingTexts.rewritten(subject.posting(), text -> disguise(text, share, chance)));
    }

    static boolean happens(double share, SplittableRandom chance) {
        return chance.nextDouble() < share;
    }

    static <T> T pick(List<T> from, SplittableRandom chance) {
        return from.get(chance.nextInt(from.size()));
    }
}
