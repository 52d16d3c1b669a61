package org.lurewatch.trainer.bench.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.lurewatch.trainer.bench.subject.TextUnits;
import org.lurewatch.trainer.bench.subject.TsvResource;

/**
 * Emoji in place of words that have one, behind words and, in every fourth chosen word, inside it. Where words are not
 * spaced a quarter as many are strewn in, since there a character is touched, not a word.
 */
final class EmojiWords implements TextAttack {
    private static final List<String> DECORATION =
            List.of("\u2728", "\ud83d\udd25", "\ud83d\ude0d", "\u2705", "\ud83c\udf1f", "\ud83d\udc49", "\u2764\ufe0f");
    private static final double WORDS_REPLACED = 2;
    private static final double INSIDE = 0.25;
    private static final int SHORTEST_BROKEN = 5;

    private static final Map<String, String> EMOJI = emoji();
    private static final int LONGEST_UNSPACED = EMOJI.keySet().stream()
            .filter(word -> TextUnits.isUnspaced(word.codePointAt(0)))
            .mapToInt(String::length)
            .max()
            .orElseThrow();

    @Override
    public String disguise(String text, double share, SplittableRandom chance) {
        return TextUnits.rewrite(unspacedReplaced(text, share * WORDS_REPLACED, chance), (unit, unspaced) -> {
            if (unspaced) {
                return TextAttack.happens(share / 4, chance) ? unit + TextAttack.pick(DECORATION, chance) : unit;
            }
            String emoji = EMOJI.get(unit.toLowerCase(Locale.ROOT));
            if (emoji != null && TextAttack.happens(share * WORDS_REPLACED, chance)) {
                return emoji;
            }
            return TextAttack.happens(share, chance) ? decorated(unit, chance) : unit;
        });
    }

    private static String decorated(String word, SplittableRandom chance) {
        String emoji = TextAttack.pick(DECORATION, chance);
        if (word.length() >= SHORTEST_BROKEN && TextAttack.happens(INSIDE, chance)) {
            int middle = word.offsetByCodePoints(0, word.codePointCount(0, word.length()) / 2);
            if (!TextUnits.isMark(word.codePointAt(middle))) {
                return word.substring(0, middle) + emoji + word.substring(middle);
            }
        }
        return word + emoji;
    }

    private static String unspacedReplaced(String text, double share, SplittableRandom chance) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = i;
            if (TextUnits.isUnspaced(text.codePointAt(i))) {
                end = longestKnown(text, i);
            }
            if (end > i && TextAttack.happens(share, chance)) {
                out.append(EMOJI.get(text.substring(i, end)));
                i = end;
            } else {
                out.append(text.charAt(i++));
            }
        }
        return out.toString();
    }

    private static int longestKnown(String text, int from) {
        for (int end = Math.min(text.length(), from + LONGEST_UNSPACED); end > from; end--) {
            if (EMOJI.containsKey(text.substring(from, end))) {
                return end;
            }
        }
        return from;
    }

    private static Map<String, String> emoji() {
        Map<String, String> emoji = new HashMap<>();
        for (List<String> row : TsvResource.body(EmojiWords.class, "emoji.tsv")) {
            TsvResource.entries(row.get(1)).forEach(word -> emoji.putIfAbsent(word, row.get(0)));
        }
        return Map.copyOf(emoji);
    }
}
