package org.lurewatch.trainer.bench.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.lurewatch.trainer.bench.subject.TextUnits;
import org.lurewatch.trainer.bench.subject.TsvResource;

/**
 * Letters that look alike: Cyrillic, Greek and Armenian for Latin and the other way round; for Han the radicals that
 * look the same and the Traditional or Simplified form. In a chosen word half of such letters change, at least one.
 */
final class Homoglyphs implements TextAttack {
    private static final double OF_A_WORD = 0.5;
    private static final Map<Integer, List<String>> LOOK_ALIKES = lookAlikes();

    @Override
    public String disguise(String text, double share, SplittableRandom chance) {
        return TextUnits.rewrite(
                text, (unit, unspaced) -> TextAttack.happens(share, chance) ? swapped(unit, chance) : unit);
    }

    private static String swapped(String word, SplittableRandom chance) {
        int[] letters = word.codePoints().toArray();
        int certain = chance.nextInt(letters.length);
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < letters.length; i++) {
            List<String> likes = LOOK_ALIKES.get(letters[i]);
            if (likes != null && (i == certain || TextAttack.happens(OF_A_WORD, chance))) {
                out.append(TextAttack.pick(likes, chance));
            } else {
                out.appendCodePoint(letters[i]);
            }
        }
        return out.toString();
    }

    private static Map<Integer, List<String>> lookAlikes() {
        Map<Integer, List<String>> likes = new HashMap<>();
        for (List<String> row : TsvResource.body(Homoglyphs.class, "homoglyphs.tsv")) {
            likes.put(row.get(0).codePointAt(0), TsvResource.entries(row.get(1)));
        }
        return Map.copyOf(likes);
    }
}
