package org.lurewatch.detection.phrases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A trie over word numbers in flat arrays: many thousand small maps would be slow to build and to walk. Nodes are
 * numbered level by level, so that the children of one have numbers in a row and lie side by side in memory, ordered by
 * their words.
 */
final class PhraseTrie {
    static final int NONE = -1;

    /** Up to this many children a linear search is faster than a binary one. */
    private static final int FEW_CHILDREN = 8;

    private static final int ROOT = 0;
    private static final Ending[] NO_ENDINGS = {};

    /** For each node twice the number of its first child, or of the next node's where it has none; odd with slips below. */
    private final int[] firstChildren;

    private final int[] words;
    private final Ending[][] endings;
    private final int[] rootChildren;

    /** A phrase that ends at a node, and the slips that its path already holds. */
    record Ending(Phrase phrase, int slipsAllowed, int slipsInPath) {}

    private PhraseTrie(int[] firstChildren, int[] words, Ending[][] endings) {
        this.firstChildren = firstChildren;
        this.words = words;
        this.endings = endings;
        int last = isLeaf(ROOT) ? -1 : words[endOfChildren(ROOT) - 1];
        rootChildren = new int[last + 1];
        Arrays.fill(rootChildren, NONE);
        for (int child = firstChild(ROOT); child < endOfChildren(ROOT); child++) {
            rootChildren[words[child]] = child;
        }
    }

    /** The node behind a word, or {@link #NONE}. */
    int child(int node, int word) {
        int low = firstChild(node);
        int high = endOfChildren(node);
        if (high - low > FEW_CHILDREN) {
            int found = Arrays.binarySearch(words, low, high, word);
            return found < 0 ? NONE : found;
        }
        for (int child = low; child < high; child++) {
            if (words[child] == word) {
                return child;
            }
        }
        return NONE;
    }

    /** The node behind a first word, or {@link #NONE}. */
    int rootChild(int word) {
        return word < rootChildren.length ? rootChildren[word] : NONE;
    }

    /** Whether a phrase below this node may still skip or change a word. */
    boolean allowsSlipBelow(int node) {
        return (firstChildren[node] & 1) != 0;
    }

    boolean isLeaf(int node) {
        return firstChild(node) == endOfChildren(node);
    }

    /** The first of a node's children; the others have the numbers behind it, up to {@link #endOfChildren}. */
    int firstChild(int node) {
        return firstChildren[node] >>> 1;
    }

    /** One past the last of a node's children. */
    int endOfChildren(int node) {
        return firstChildren[node + 1] >>> 1;
    }

    /** The word that leads to a node. */
    int wordOf(int node) {
        return words[node];
    }

    /** The phrases that end at a node; not to be changed. */
    Ending[] endings(int node) {
        Ending[] here = endings[node];
        return here == null ? NO_ENDINGS : here;
    }

    /** Gathers phrases. */
    static final class Builder {
        private final Map<Long, Integer> children = new HashMap<>();
        private int[] parents = new int[1 << 12];
        private int[] words = new int[1 << 12];
        private boolean[] slipsBelow = new boolean[1 << 12];
        private Ending[][] endings = new Ending[1 << 12][];
        private int nodes = 1;

        void insert(int[] path, Ending ending) {
            boolean slips = ending.slipsInPath() < ending.slipsAllowed();
            int node = ROOT;
            for (int word : path) {
                slipsBelow[node] |= slips;
                int parent = node;
                node = children.computeIfAbsent((long) node << 32 | word, key -> add(parent, word));
            }
            Ending[] before = endings[node] == null ? NO_ENDINGS : endings[node];
            endings[node] = Arrays.copyOf(before, before.length + 1);
            endings[node][before.length] = ending;
        }

        private int add(int parent, int word) {
            if (nodes == words.length) {
                parents = Arrays.copyOf(parents, nodes * 2);
                words = Arrays.copyOf(words, nodes * 2);
                slipsBelow = Arrays.copyOf(slipsBelow, nodes * 2);
                endings = Arrays.copyOf(endings, nodes * 2);
            }
            parents[nodes] = parent;
            words[nodes] = word;
            return nodes++;
        }

        PhraseTrie build() {
            List<List<Integer>> childrenOf = new ArrayList<>(nodes);
            for (int node = 0; node < nodes; node++) {
                childrenOf.add(null);
            }
            for (int node = 1; node < nodes; node++) {
                if (childrenOf.get(parents[node]) == null) {
                    childrenOf.set(parents[node], new ArrayList<>(2));
                }
                childrenOf.get(parents[node]).add(node);
            }
            int[] order = new int[nodes];
            int[] firstChildren = new int[nodes + 1];
            int known = 1;
            for (int number = 0; number < nodes; number++) {
                int node = order[number];
                firstChildren[number] = known * 2 + (slipsBelow[node] ? 1 : 0);
                List<Integer> below = childrenOf.get(node) == null ? List.of() : childrenOf.get(node);
                int[] sorted = below.stream()
                        .sorted((a, b) -> Integer.compare(words[a], words[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
                System.arraycopy(sorted, 0, order, known, sorted.length);
                known += sorted.length;
            }
            firstChildren[nodes] = nodes * 2;
            int[] wordsInOrder = new int[nodes];
            Ending[][] endingsInOrder = new Ending[nodes][];
            for (int number = 0; number < nodes; number++) {
                wordsInOrder[number] = words[order[number]];
                endingsInOrder[number] = endings[order[number]];
            }
            return new PhraseTrie(firstChildren, wordsInOrder, endingsInOrder);
        }
    }
}
