package org.lurewatch.trainer.bench.attack;

import java.util.List;
import java.util.SplittableRandom;
import org.lurewatch.trainer.bench.subject.TextUnits;

/** Characters that nobody sees between two letters: in a chosen word behind every second letter, at least one. */
final class ZeroWidth implements TextAttack {
    private static final List<String> UNSEEN = List.of("\u200b", "\u2060", "\ufeff", "\u00ad", "\u200b\u200b");

    @Override
    public String disguise(String text, double share, SplittableRandom chance) {
        return TextUnits.rewrite(text, (unit, unspaced) -> {
            if (!TextAttack.happens(share, chance)) {
                return unit;
            }
            return unspaced ? unit + TextAttack.pick(UNSEEN, chance) : broken(unit, chance);
        });
    }

    private static String broken(String word, SplittableRandom chance) {
        StringBuilder out = new StringBuilder(word.length() * 2);
        for (int i = 0; i < word.length(); i++) {
            boolean between = i > 0 && Character.isLetter(word.charAt(i - 1)) && Character.isLetter(word.charAt(i));
            if (between && i % 2 == 1) {
                out.append(TextAttack.pick(UNSEEN, chance));
            }
            out.append(word.charAt(i));
        }
        return out.toString();
    }
}
