package org.lurewatch.detection.facts.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the longest word of a table at a place of a text. Steps are hashed, so that each costs one probe. */
final class Trie {
    static final long NONE = -1;
    private static final int MOST_SPACES = 3;

    private final long[] keys;
    private final int[] targets;
    private final int[] wordAt;
    private final boolean[] first;

    private Trie(long[] keys, int[] targets, int[] wordAt, boolean[] first) {
        this.keys = keys;
        this.targets = targets;
        this.wordAt = wordAt;
        this.first = first;
    }

    /** Whether any word begins with this unit. */
    boolean begins(char c) {
        return first[c];
    }

    /** The longest word that begins here and ends at the end of a word, as {@code end << 32 | word}, or {@link #NONE}. */
    long longestAt(char[] text, int from, int length) {
        long found = NONE;
        int node = 0;
        int i = from;
        while (i < length) {
            char c = text[i];
            boolean space = Letters.of(c) == Letters.SPACE;
            node = step(node, space ? ' ' : c);
            if (node < 0) {
                return found;
            }
            i++;
            for (int k = 1; space && k < MOST_SPACES && i < length && Letters.of(text[i]) == Letters.SPACE; k++) {
                i++;
            }
            if (wordAt[node] >= 0 && endsWord(c, text, i, length)) {
                found = ((long) i << 32) | wordAt[node];
            }
        }
        return found;
    }

    private static boolean endsWord(char last, char[] text, int end, int length) {
        return end == length || Letters.of(last) != Letters.SPACED || Letters.of(text[end]) != Letters.SPACED;
    }

    private int step(int node, char c) {
        long key = ((long) node << 16) | c;
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (keys[slot] != key) {
            if (keys[slot] < 0) {
                return -1;
            }
            slot = (slot + 1) & mask;
        }
        return targets[slot];
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & mask;
    }

    /** Gathers words; later words replace earlier ones of the same text. */
    static final class Builder {
        private final Map<Long, Integer> steps = new HashMap<>();
        private final List<Integer> wordAt = new ArrayList<>(List.of(-1));
        private final boolean[] first = new boolean[Character.MAX_VALUE + 1];

        void add(String word, int index) {
            first[word.charAt(0)] = true;
            int node = 0;
            for (int i = 0; i < word.length(); i++) {
                long key = ((long) node << 16) | word.charAt(i);
                Integer next = steps.get(key);
                if (next == null) {
                    next = wordAt.size();
                    wordAt.add(-1);
                    steps.put(key, next);
                }
                node = next;
            }
            wordAt.set(node, index);
        }

        Trie build() {
            int size = Integer.highestOneBit(Math.max(8, steps.size())) * 4;
            long[] keys = new long[size];
            int[] targets = new int[size];
            Arrays.fill(keys, -1);
            steps.forEach((key, target) -> {
                int slot = slot(key, size - 1);
                while (keys[slot] >= 0) {
                    slot = (slot + 1) & (size - 1);
                }
                keys[slot] = key;
                targets[slot] = target;
            });
            return new Trie(
                    keys, targets, wordAt.stream().mapToInt(Integer::intValue).toArray(), first);
        }
    }
}
