package org.lurewatch.detection.phrases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.lurewatch.detection.text.Remembered;
import org.lurewatch.detection.text.Token;

/**
 * The words of the lexicon, found again under small misspellings. Candidates come from an index of the words with
 * letters left out, so that the cost of a look-up does not grow with the number of words; Lucene's Levenshtein automata
 * decide. Answers are remembered, since words repeat.
 * See RATIONALE.md, "Misspellings are found from words with letters left out".
 */
final class Vocabulary {
    static final int LENGTH_FOR_ONE_EDIT = 5;
    static final int LENGTH_FOR_TWO_EDITS = 10;
    private static final int INDEXED_PREFIX = 8;
    private static final int EDIT_BITS = 2;
    private static final int MOST_REMEMBERED = 200_000;

    private static final int[] NO_HITS = {};

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final Shortenings index = new Shortenings();
    private final Map<String, int[]> idsByStem = new HashMap<>();
    private final Map<Integer, CharacterRunAutomaton[]> automata = new ConcurrentHashMap<>();
    private final Remembered<int[]> remembered = new Remembered<>(MOST_REMEMBERED, this::search);

    /** The word of the lexicon that a hit is of. */
    static int word(int hit) {
        return hit >>> EDIT_BITS;
    }

    /** How many letters of a hit differ. */
    static int edits(int hit) {
        return hit & (1 << EDIT_BITS) - 1;
    }

    private static int hit(int word, int edits) {
        return word << EDIT_BITS | edits;
    }

    /**
     * Number of a word, which is added if it is new.
     *
     * @param misspelt whether it is to be found under misspellings too
     * @param inflected whether it is to be found in other endings too
     */
    int add(String word, boolean misspelt, boolean inflected) {
        Integer known = ids.get(word);
        int id = known == null ? words.size() : known;
        if (known == null) {
            ids.put(word, id);
            words.add(word);
        }
        if (misspelt && allowedEdits(word) > 0) {
            index.add(word, id);
        }
        if (inflected && MatchRules.stemLength(word) > 0) {
            idsByStem.merge(word.substring(0, MatchRules.stemLength(word)), new int[] {id}, Shortenings::joined);
        }
        return id;
    }

    /** The words of the lexicon that each of these may stand for, the exact one first. */
    int[][] lookUp(List<Token> tokens) {
        Remembered.Lately<int[]> lately = remembered.lately();
        int[][] hits = new int[tokens.size()][];
        for (int i = 0; i < hits.length; i++) {
            hits[i] = lately.of(tokens.get(i).term());
        }
        return hits;
    }

    /** How many letters of a word of the lexicon may differ: by its length, and none in numbers. */
    static int allowedEdits(String word) {
        int length = word.length();
        if (length < LENGTH_FOR_ONE_EDIT || !isSpelt(word)) {
            return 0;
        }
        return length < LENGTH_FOR_TWO_EDITS ? 1 : 2;
    }

    /** Numbers have no spelling mistakes: "5000" is not "6000". */
    static boolean isSpelt(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private int[] search(String word) {
        List<Integer> hits = new ArrayList<>(2);
        Integer exact = ids.get(word);
        if (exact != null) {
            hits.add(hit(exact, 0));
        }
        if (word.length() >= LENGTH_FOR_ONE_EDIT - 1 && isSpelt(word)) {
            for (int candidate : index.candidates(word)) {
                int edits = edits(word, candidate);
                if (edits > 0) {
                    hits.add(hit(candidate, edits));
                }
            }
        }
        addInflections(word, hits);
        return hits.isEmpty()
                ? NO_HITS
                : hits.stream().mapToInt(Integer::intValue).toArray();
    }

    private void addInflections(String word, List<Integer> hits) {
        for (int length = Math.max(1, word.length() - MatchRules.LONGEST_ENDING); length <= word.length(); length++) {
            int[] ids = idsByStem.get(word.substring(0, length));
            if (ids == null) {
                continue;
            }
            for (int id : ids) {
                if (MatchRules.isInflection(word, words.get(id))) {
                    hits.removeIf(hit -> word(hit) == id);
                    hits.add(hit(id, MatchRules.EDITS_OF_AN_ENDING));
                }
            }
        }
    }

    /** The edits between a text's word and a word of the lexicon if they are few enough, else 0. */
    private int edits(String word, int candidate) {
        String known = words.get(candidate);
        int allowed = allowedEdits(known);
        if (known.charAt(0) != word.charAt(0) || known.equals(word)) {
            return 0;
        }
        CharacterRunAutomaton[] byEdits = automata.computeIfAbsent(candidate, c -> automataOf(known, allowed));
        for (int edits = 1; edits <= allowed; edits++) {
            if (byEdits[edits - 1].run(word)) {
                return edits;
            }
        }
        return 0;
    }

    private static CharacterRunAutomaton[] automataOf(String word, int allowed) {
        LevenshteinAutomata levenshtein = new LevenshteinAutomata(word, true);
        CharacterRunAutomaton[] built = new CharacterRunAutomaton[allowed];
        for (int edits = 1; edits <= allowed; edits++) {
            built[edits - 1] = new CharacterRunAutomaton(levenshtein.toAutomaton(edits));
        }
        return built;
    }

    /** From the hash of a word's beginning, whole or with one or two letters left out, to the words that have it. */
    private static final class Shortenings {
        private final Map<Long, int[]> idsByHash = new HashMap<>();

        void add(String word, int id) {
            each(word, hash -> idsByHash.merge(hash, new int[] {id}, Shortenings::joined));
        }

        /** Numbers of the words that share a shortening with this one, ascending. */
        int[] candidates(String word) {
            List<int[]> found = new ArrayList<>(4);
            each(word, hash -> {
                int[] ids = idsByHash.get(hash);
                if (ids != null) {
                    found.add(ids);
                }
            });
            return found.stream()
                    .flatMapToInt(Arrays::stream)
                    .sorted()
                    .distinct()
                    .toArray();
        }

        private static int[] joined(int[] ids, int[] added) {
            if (ids[ids.length - 1] == added[0]) {
                return ids;
            }
            int[] joined = Arrays.copyOf(ids, ids.length + 1);
            joined[ids.length] = added[0];
            return joined;
        }

        private static void each(String word, LongConsumer hashes) {
            int length = Math.min(INDEXED_PREFIX, word.length());
            hashes.accept(hash(word, length, -1, -1));
            for (int i = 0; i < length; i++) {
                hashes.accept(hash(word, length, i, -1));
                if (word.length() >= LENGTH_FOR_TWO_EDITS - 2) {
                    for (int k = i + 1; k < length; k++) {
                        hashes.accept(hash(word, length, i, k));
                    }
                }
            }
        }

        private static long hash(String word, int length, int without, int alsoWithout) {
            long hash = 1125899906842597L;
            for (int i = 0; i < length; i++) {
                if (i != without && i != alsoWithout) {
                    hash = 31 * hash + word.charAt(i);
                }
            }
            return hash;
        }
    }
}
