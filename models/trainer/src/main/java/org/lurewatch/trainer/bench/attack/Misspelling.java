package org.lurewatch.trainer.bench.attack;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.lurewatch.trainer.bench.subject.TextUnits;
import org.lurewatch.trainer.bench.subject.TsvResource;

/**
 * One slip in a chosen word of five letters or more: two inner letters swapped, one dropped, one doubled, or all marks
 * left off. For Han a near form or sound, for Thai and Lao a tone mark left off, both twice as often, since few
 * characters have one.
 */
final class Misspelling implements TextAttack {
    private static final int SHORTEST = 5;
    private static final double UNSPACED_FACTOR = 2;
    private static final Map<String, List<String>> NEAR_FORMS = nearForms();

    @Override
    public String disguise(String text, double share, SplittableRandom chance) {
        return TextUnits.rewrite(text, (unit, unspaced) -> {
            if (unspaced) {
                return TextAttack.happens(share * UNSPACED_FACTOR, chance) ? slip(unit, chance) : unit;
            }
            return isLongEnough(unit) && TextAttack.happens(share, chance) ? misspelt(unit, chance) : unit;
        });
    }

    private static boolean isLongEnough(String word) {
        return word.length() >= SHORTEST && word.chars().allMatch(c -> Character.isLetter(c) || c < 0x370);
    }

    private static String slip(String character, SplittableRandom chance) {
        List<String> near = NEAR_FORMS.get(character);
        return near == null ? withoutTone(character) : TextAttack.pick(near, chance);
    }

    private static String withoutTone(String cluster) {
        return cluster.replaceAll("[\u0e48-\u0e4b\u0ec8-\u0ecb]", "");
    }

    private static String misspelt(String word, SplittableRandom chance) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("[\u0300-\u036f]", "");
        if (!plain.equals(word)
                && word.chars().anyMatch(c -> c < 'z' && Character.isLetter(c))
                && chance.nextBoolean()) {
            return plain;
        }
        int at = 1 + chance.nextInt(word.length() - 3);
        StringBuilder out = new StringBuilder(word);
        switch (chance.nextInt(3)) {
            case 0 -> out.insert(at + 2, word.charAt(at)).deleteCharAt(at);
            case 1 -> out.deleteCharAt(at);
            default -> out.insert(at, word.charAt(at));
        }
        return out.toString();
    }

    private static Map<String, List<String>> nearForms() {
        Map<String, List<String>> near = new HashMap<>();
        for (List<String> row : TsvResource.body(Misspelling.class, "near-forms.tsv")) {
            near.put(row.get(0), TsvResource.entries(row.get(1)));
        }
        return Map.copyOf(near);
    }
}
