package org.lurewatch.detection.phrases;

import java.util.Arrays;

/** A trie over word numbers in flat arrays: many thousand small maps would be slow to build and to walk. */
final class PhraseTrie {
    static final int ROOT = 0;
    static final int NONE = -1;

    /** So many children are sooner looked through than looked up: they lie close together in memory. */
    private static final int FEW_CHILDREN = 4;

    private static final Ending[] NO_ENDINGS = {};

    private long[] keys = new long[1 << 12];
    private int[] children = new int[1 << 12];
    private int[] firstChild = new int[1 << 10];
    private int[] nextSibling = new int[1 << 10];
    private int[] wordOf = new int[1 << 10];
    private boolean[] slipsBelow = new boolean[1 << 10];
    private int[] rootChildren = new int[1 << 10];
    private int nodes = 1;
    private Ending[][] endings = new Ending[1 << 10][];

    /** A phrase that ends at a node, and the slips that its path already holds. */
    record Ending(Phrase phrase, int slipsAllowed, int slipsInPath) {}

    PhraseTrie() {
        Arrays.fill(children, NONE);
        Arrays.fill(firstChild, NONE);
        Arrays.fill(rootChildren, NONE);
    }

    void insert(int[] path, Ending ending) {
        boolean slips = ending.slipsInPath() < ending.slipsAllowed();
        int node = ROOT;
        for (int word : path) {
            slipsBelow[node] |= slips;
            int next = child(node, word);
            node = next == NONE ? addChild(node, word) : next;
        }
        Ending[] before = endings(node);
        endings[node] = Arrays.copyOf(before, before.length + 1);
        endings[node][before.length] = ending;
    }

    /** The node behind a word, or {@link #NONE}. */
    int child(int node, int word) {
        int child = firstChild[node];
        for (int looked = 0; looked < FEW_CHILDREN; looked++) {
            if (child == NONE || wordOf[child] == word) {
                return child;
            }
            child = nextSibling[child];
        }
        return children[slotOf(key(node, word))];
    }

    /** The node behind a first word, or {@link #NONE}. */
    int rootChild(int word) {
        return word < rootChildren.length ? rootChildren[word] : NONE;
    }

    /** Whether a phrase below this node may still skip or change a word. */
    boolean allowsSlipBelow(int node) {
        return slipsBelow[node];
    }

    boolean isLeaf(int node) {
        return firstChild[node] == NONE;
    }

    /** The first of a node's children, or {@link #NONE}; the others follow by {@link #sibling}. */
    int firstChild(int node) {
        return firstChild[node];
    }

    int sibling(int node) {
        return nextSibling[node];
    }

    /** The word that leads to a node. */
    int wordOf(int node) {
        return wordOf[node];
    }

    /** The phrases that end at a node; not to be changed. */
    Ending[] endings(int node) {
        Ending[] here = endings[node];
        return here == null ? NO_ENDINGS : here;
    }

    private int addChild(int node, int word) {
        if (nodes * 2 >= keys.length) {
            growMap();
        }
        if (nodes == firstChild.length) {
            int size = nodes * 2;
            firstChild = Arrays.copyOf(firstChild, size);
            Arrays.fill(firstChild, nodes, size, NONE);
            nextSibling = Arrays.copyOf(nextSibling, size);
            wordOf = Arrays.copyOf(wordOf, size);
            slipsBelow = Arrays.copyOf(slipsBelow, size);
            endings = Arrays.copyOf(endings, size);
        }
        int added = nodes++;
        int slot = slotOf(key(node, word));
        keys[slot] = key(node, word);
        children[slot] = added;
        wordOf[added] = word;
        nextSibling[added] = firstChild[node];
        firstChild[node] = added;
        if (node == ROOT) {
            addRootChild(word, added);
        }
        return added;
    }

    private void addRootChild(int word, int node) {
        if (word >= rootChildren.length) {
            int size = rootChildren.length;
            rootChildren = Arrays.copyOf(rootChildren, Math.max(word + 1, size * 2));
            Arrays.fill(rootChildren, size, rootChildren.length, NONE);
        }
        rootChildren[word] = node;
    }

    private static long key(int node, int word) {
        return ((long) node << 32) | word;
    }

    private int slotOf(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (children[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void growMap() {
        long[] oldKeys = keys;
        int[] oldChildren = children;
        keys = new long[oldKeys.length * 2];
        children = new int[oldKeys.length * 2];
        Arrays.fill(children, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldChildren[i] != NONE) {
                int slot = slotOf(oldKeys[i]);
                keys[slot] = oldKeys[i];
                children[slot] = oldChildren[i];
            }
        }
    }
}
