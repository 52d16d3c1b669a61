package org.lurewatch.trainer.bench.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.lurewatch.trainer.bench.subject.TextUnits;

/**
 * One slip in a chosen word of four letters or more: two adjacent letters swapped in 40 % of them, one dropped in 30 %
 * and one doubled in 30 %. Where words are not spaced, all that stands between other characters is a word.
 */
final class Misspelling implements TextAttack {
    private static final int SHORTEST = 4;
    private static final double SWAPPED = 0.4;
    private static final double DROPPED = 0.3;

    @Override
    public String disguise(String text, double share, SplittableRandom chance) {
        return TextUnits.rewriteWords(text, word -> {
            List<String> letters = TextUnits.letters(word);
            return letters.size() >= SHORTEST && TextAttack.happens(share, chance) ? misspelt(letters, chance) : word;
        });
    }

    private static String misspelt(List<String> word, SplittableRandom chance) {
        List<String> letters = new ArrayList<>(word);
        double which = chance.nextDouble();
        if (which < SWAPPED) {
            int at = chance.nextInt(letters.size() - 1);
            letters.add(at + 1, letters.remove(at));
        } else if (which < SWAPPED + DROPPED) {
            letters.remove(chance.nextInt(letters.size()));
        } else {
            int at = chance.nextInt(letters.size());
            letters.add(at, letters.get(at));
        }
        return String.join("", letters);
    }
}
