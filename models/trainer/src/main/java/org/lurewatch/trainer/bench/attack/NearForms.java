package org.lurewatch.trainer.bench.attack;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.lurewatch.trainer.bench.subject.TextUnits;
import org.lurewatch.trainer.bench.subject.TsvResource;

/**
 * Other writing of a chosen character: for Han a near form or sound, for Thai and Lao its tone mark left off, and a
 * Latin word without its marks. Twice the share of unspaced characters is chosen, since few have another form.
 */
final class NearForms implements TextAttack {
    private static final double UNSPACED_FACTOR = 2;
    private static final Map<String, List<String>> NEAR_FORMS = nearForms();

    @Override
    public String disguise(String text, double share, SplittableRandom chance) {
        return TextUnits.rewrite(text, (unit, unspaced) -> {
            if (unspaced) {
                return TextAttack.happens(share * UNSPACED_FACTOR, chance) ? slip(unit, chance) : unit;
            }
            return TextAttack.happens(share, chance) ? withoutMarks(unit) : unit;
        });
    }

    private static String slip(String character, SplittableRandom chance) {
        List<String> near = NEAR_FORMS.get(character);
        return near == null ? withoutTone(character) : TextAttack.pick(near, chance);
    }

    private static String withoutTone(String cluster) {
        return cluster.replaceAll("[\u0e48-\u0e4b\u0ec8-\u0ecb]", "");
    }

    /** In other scripts than the Latin one, marks tell letters apart. */
    private static String withoutMarks(String word) {
        if (word.chars().noneMatch(c -> c < 'z' && Character.isLetter(c))) {
            return word;
        }
        String plain = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("[\u0300-\u036f]", "");
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    private static Map<String, List<String>> nearForms() {
        Map<String, List<String>> near = new HashMap<>();
        for (List<String> row : TsvResource.body(NearForms.class, "near-forms.tsv")) {
            near.put(row.get(0), TsvResource.entries(row.get(1)));
        }
        return Map.copyOf(near);
    }
}
