package org.lurewatch.trainer.bench.attack;

import java.util.List;
import java.util.SplittableRandom;
import org.lurewatch.trainer.bench.subject.TextUnits;

/**
 * Letters set apart: a chosen word of three letters or more is spelt out with the same gap throughout, a chosen
 * character of a script without spaces is followed by a gap.
 */
final class Spacing implements TextAttack {
    private static final int SHORTEST = 3;
    private static final List<String> GAPS = List.of(" ", ".", "-", "_", "*");
    private static final List<String> GAPS_IN_UNSPACED = List.of(" ", " ", ".", "\u3000");

    @Override
    public String disguise(String text, double share, SplittableRandom chance) {
        return TextUnits.rewrite(text, (unit, unspaced) -> {
            if (!TextAttack.happens(share, chance)) {
                return unit;
            }
            if (unspaced) {
                return unit + TextAttack.pick(GAPS_IN_UNSPACED, chance);
            }
            return spelt(unit, TextAttack.pick(GAPS, chance));
        });
    }

    private static String spelt(String word, String gap) {
        if (word.length() < SHORTEST || !word.codePoints().allMatch(Character::isLetter)) {
            return word;
        }
        String spelt =
                String.join(gap, word.codePoints().mapToObj(Character::toString).toList());
        return gap.equals(" ") ? " " + spelt + " " : spelt;
    }
}
