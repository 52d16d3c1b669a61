package org.lurewatch.trainer.bench.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.lurewatch.trainer.bench.subject.TextUnits;

/** Finds names of places in texts of a posting: the longest where several begin at the same place. */
final class PlaceText {
    private final Map<Character, List<Map.Entry<String, PlaceMention>>> byFirst = new HashMap<>();
    private final PlaceText rest;

    PlaceText(Map<String, PlaceMention> names) {
        this(names, null);
    }

    private PlaceText(Map<String, PlaceMention> names, PlaceText rest) {
        this.rest = rest;
        names.entrySet().forEach(name -> byFirst.computeIfAbsent(name.getKey().charAt(0), c -> new ArrayList<>())
                .add(name));
        Comparator<Map.Entry<String, PlaceMention>> longestFirst =
                Comparator.comparingInt(name -> -name.getKey().length());
        byFirst.values().forEach(list -> list.sort(longestFirst));
    }

    /** The same with more names, which take precedence. */
    PlaceText with(Map<String, PlaceMention> names) {
        return names.isEmpty() ? this : new PlaceText(names, this);
    }

    /** Reports names and what stands between them, in order, until the end of the text. */
    void walk(String text, BiConsumer<String, PlaceMention> mentions, BiConsumer<Integer, Integer> between) {
        int last = 0;
        int i = 0;
        while (i < text.length()) {
            Map.Entry<String, PlaceMention> name = nameAt(text, i);
            if (name == null) {
                i++;
            } else {
                between.accept(last, i);
                mentions.accept(name.getKey(), name.getValue());
                i += name.getKey().length();
                last = i;
            }
        }
        between.accept(last, text.length());
    }

    private Map.Entry<String, PlaceMention> nameAt(String text, int at) {
        List<Map.Entry<String, PlaceMention>> candidates = byFirst.get(text.charAt(at));
        if (candidates != null) {
            for (Map.Entry<String, PlaceMention> name : candidates) {
                if (text.startsWith(name.getKey(), at)
                        && isWhole(text, at, at + name.getKey().length())) {
                    return name;
                }
            }
        }
        return rest == null ? null : rest.nameAt(text, at);
    }

    private static boolean isWhole(String text, int start, int end) {
        boolean before = start > 0 && joins(text.charAt(start - 1), text.charAt(start));
        boolean after = end < text.length() && joins(text.charAt(end - 1), text.charAt(end));
        return !before && !after;
    }

    /** Whether two characters stand in one spaced word or in one address; Korean particles hang on names. */
    private static boolean joins(char left, char right) {
        if ("@/._".indexOf(left) >= 0 && Character.isLetter(right)) {
            return left != '.' && left != '/';
        }
        if ("@_".indexOf(right) >= 0) {
            return true;
        }
        if (TextUnits.isMark(right)) {
            return true;
        }
        return isSpacedLetter(left) && isSpacedLetter(right);
    }

    private static boolean isSpacedLetter(char c) {
        return (Character.isLetterOrDigit(c) || TextUnits.isMark(c))
                && !TextUnits.isUnspaced(c)
                && Character.UnicodeScript.of(c) != Character.UnicodeScript.HANGUL;
    }
}
