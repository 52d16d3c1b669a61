package org.lurewatch.trainer.bench.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.lurewatch.trainer.bench.subject.TextUnits;
import org.lurewatch.trainer.bench.subject.TsvResource;

/**
 * The trade's own names for apps, pay and kinds of work in the place of the plain ones. The share is that of the
 * mentions found; a rarer alias is taken as often as the share says.
 */
final class AliasSwap implements TextAttack {
    private static final double RARE = 0.5;

    /**
     * A plain word and its aliases.
     *
     * @param word as it is written
     * @param common well-known aliases
     * @param rare less known ones
     */
    private record Entry(String word, List<String> common, List<String> rare) {}

    private static final Map<Character, List<Entry>> BY_FIRST = byFirst();

    @Override
    public String disguise(String text, double share, SplittableRandom chance) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            Entry entry = entryAt(text, i);
            if (entry != null && TextAttack.happens(share, chance)) {
                boolean rare = TextAttack.happens(share * RARE, chance);
                out.append(TextAttack.pick(rare ? entry.rare : entry.common, chance));
                i += entry.word.length();
            } else {
                out.append(text.charAt(i++));
            }
        }
        return out.toString();
    }

    private static Entry entryAt(String text, int at) {
        for (Entry entry : BY_FIRST.getOrDefault(text.charAt(at), List.of())) {
            if (text.startsWith(entry.word, at) && isWhole(text, at, at + entry.word.length())) {
                return entry;
            }
        }
        return null;
    }

    private static boolean isWhole(String text, int start, int end) {
        return (start == 0 || !joins(text.charAt(start - 1), text.charAt(start)))
                && (end == text.length() || !joins(text.charAt(end - 1), text.charAt(end)));
    }

    /** Whether two characters belong to one word, or to one address. */
    private static boolean joins(char left, char right) {
        boolean address = "@/._".indexOf(left) >= 0 || "@/_".indexOf(right) >= 0;
        return address || (isWordLetter(left) && isWordLetter(right));
    }

    private static boolean isWordLetter(char c) {
        return Character.isLetterOrDigit(c)
                && !TextUnits.isUnspaced(c)
                && Character.UnicodeScript.of(c) != Character.UnicodeScript.HANGUL;
    }

    private static Map<Character, List<Entry>> byFirst() {
        Map<Character, List<Entry>> entries = new HashMap<>();
        for (List<String> row : TsvResource.body(AliasSwap.class, "aliases.tsv")) {
            for (String word : TsvResource.entries(row.get(0))) {
                entries.computeIfAbsent(word.charAt(0), c -> new ArrayList<>())
                        .add(new Entry(word, TsvResource.entries(row.get(1)), TsvResource.entries(row.get(2))));
            }
        }
        entries.values().forEach(list -> list.sort((a, b) -> b.word.length() - a.word.length()));
        return Map.copyOf(entries);
    }
}
