package org.lurewatch.detection.phrases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * The words of the lexicon, found again under small misspellings. Candidates come from an index of the words with
 * letters left out, so that the cost of a look-up does not grow with the number of words; Lucene's Levenshtein automata
 * decide. Answers are remembered, since words repeat.
 */
final class Vocabulary {
    static final int LENGTH_FOR_ONE_EDIT = 5;
    static final int LENGTH_FOR_TWO_EDITS = 10;
    private static final int INDEXED_PREFIX = 8;
    private static final int MOST_REMEMBERED = 200_000;

    private static final Hit[] NO_HITS = {};

    private final String[] words;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, int[]> shortened = new HashMap<>();
    private final CharacterRunAutomaton[][] automata;
    private final ConcurrentHashMap<String, Hit[]> remembered = new ConcurrentHashMap<>();

    /** A word of the lexicon that a text's word may stand for, and the letters that differ. */
    record Hit(int word, int edits) {}

    Vocabulary(Collection<String> distinctWords) {
        words = distinctWords.stream().sorted().distinct().toArray(String[]::new);
        automata = new CharacterRunAutomaton[words.length][];
        Map<String, List<Integer>> index = new HashMap<>();
        for (int id = 0; id < words.length; id++) {
            ids.put(words[id], id);
            for (String key : shortenings(words[id])) {
                index.computeIfAbsent(key, k -> new ArrayList<>()).add(id);
            }
        }
        index.forEach((key, list) ->
                shortened.put(key, list.stream().mapToInt(Integer::intValue).toArray()));
    }

    int id(String word) {
        return ids.get(word);
    }

    /** The words of the lexicon that this word may stand for, the exact one first. */
    Hit[] lookUp(String word) {
        Hit[] known = remembered.get(word);
        if (known != null) {
            return known;
        }
        Hit[] hits = search(word);
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(word, hits);
        return hits;
    }

    /** How many letters of a word of the lexicon may differ: by its length, and none in scripts without spaces. */
    static int allowedEdits(String word) {
        int length = word.length();
        if (length < LENGTH_FOR_ONE_EDIT || !isSpelt(word)) {
            return 0;
        }
        return length < LENGTH_FOR_TWO_EDITS ? 1 : 2;
    }

    /** Numbers have no spelling mistakes: "5000" is not "6000". */
    private static boolean isSpelt(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private Hit[] search(String word) {
        List<Hit> hits = new ArrayList<>(2);
        Integer exact = ids.get(word);
        if (exact != null) {
            hits.add(new Hit(exact, 0));
        }
        if (word.length() >= LENGTH_FOR_ONE_EDIT - 1 && isSpelt(word)) {
            SortedSet<Integer> candidates = new TreeSet<>();
            for (String key : shortenings(word)) {
                int[] found = shortened.get(key);
                if (found != null) {
                    Arrays.stream(found).forEach(candidates::add);
                }
            }
            for (int candidate : candidates) {
                int edits = edits(word, candidate);
                if (edits > 0) {
                    hits.add(new Hit(candidate, edits));
                }
            }
        }
        return hits.isEmpty() ? NO_HITS : hits.toArray(Hit[]::new);
    }

    /** The edits between a text's word and a word of the lexicon if they are few enough, else 0. */
    private int edits(String word, int candidate) {
        String known = words[candidate];
        int allowed = allowedEdits(known);
        if (allowed == 0 || known.charAt(0) != word.charAt(0) || known.equals(word)) {
            return 0;
        }
        CharacterRunAutomaton[] byEdits = automataOf(candidate, allowed);
        for (int edits = 1; edits <= allowed; edits++) {
            if (byEdits[edits - 1].run(word)) {
                return edits;
            }
        }
        return 0;
    }

    private CharacterRunAutomaton[] automataOf(int candidate, int allowed) {
        synchronized (automata) {
            if (automata[candidate] == null) {
                LevenshteinAutomata levenshtein = new LevenshteinAutomata(words[candidate], true);
                CharacterRunAutomaton[] built = new CharacterRunAutomaton[allowed];
                for (int edits = 1; edits <= allowed; edits++) {
                    built[edits - 1] = new CharacterRunAutomaton(levenshtein.toAutomaton(edits));
                }
                automata[candidate] = built;
            }
            return automata[candidate];
        }
    }

    /** The beginning of a word, and that beginning with one or two letters left out. */
    private static SortedSet<String> shortenings(String word) {
        SortedSet<String> keys = new TreeSet<>();
        if (word.length() < LENGTH_FOR_ONE_EDIT - 1) {
            return keys;
        }
        String prefix = word.substring(0, Math.min(INDEXED_PREFIX, word.length()));
        keys.add(prefix);
        for (String once : withoutOne(prefix)) {
            keys.add(once);
            if (word.length() >= LENGTH_FOR_TWO_EDITS - 2) {
                keys.addAll(withoutOne(once));
            }
        }
        return keys;
    }

    private static List<String> withoutOne(String word) {
        List<String> shorter = new ArrayList<>(word.length());
        for (int i = 0; i < word.length(); i++) {
            shorter.add(word.substring(0, i) + word.substring(i + 1));
        }
        return shorter;
    }
}
