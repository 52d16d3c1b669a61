package org.lurewatch.detection.features;

import java.util.Arrays;

/**
 * Distinct buckets in the order in which they were added, each with its group and the token that added it first.
 * Nothing is boxed, and clearing touches no element, so that one set serves posting after posting.
 */
final class BucketSet {
    private static final int ROUND_BITS = Integer.SIZE - Integer.numberOfTrailingZeros(TextFeatures.BUCKETS);
    private static final int GROUP_BITS = 4;
    private static final int LAST_ROUND = (1 << ROUND_BITS) - 1;

    /** A bucket in the lower bits, above it the round in which it was put there: those of other rounds count as empty. */
    private int[] slots = new int[1 << 12];

    private int[] buckets = new int[1 << 11];

    /** For each bucket the token, and in the lower bits the group. */
    private int[] origins = new int[1 << 11];

    private int size;
    private int round = 1;

    /** Adds a bucket; false if it was present already. */
    boolean add(int bucket, int group, int token) {
        int mark = round * TextFeatures.BUCKETS | bucket;
        int mask = slots.length - 1;
        int slot = slot(bucket, mask);
        while (slots[slot] != mark) {
            if (isEmpty(slots[slot])) {
                slots[slot] = mark;
                append(bucket, group, token);
                return true;
            }
            slot = (slot + 1) & mask;
        }
        return false;
    }

    private void append(int bucket, int group, int token) {
        if (size == buckets.length) {
            buckets = Arrays.copyOf(buckets, size * 2);
            origins = Arrays.copyOf(origins, size * 2);
        }
        buckets[size] = bucket;
        origins[size] = token << GROUP_BITS | group;
        size++;
        if (size * 2 > slots.length) {
            grow();
        }
    }

    /** Removes everything. */
    void clear() {
        size = 0;
        if (round == LAST_ROUND) {
            Arrays.fill(slots, 0);
            round = 0;
        }
        round++;
    }

    int size() {
        return size;
    }

    int group(int index) {
        return origins[index] & (1 << GROUP_BITS) - 1;
    }

    int[] buckets() {
        return Arrays.copyOf(buckets, size);
    }

    int[] tokens() {
        int[] tokens = new int[size];
        for (int i = 0; i < size; i++) {
            tokens[i] = origins[i] >>> GROUP_BITS;
        }
        return tokens;
    }

    private boolean isEmpty(int mark) {
        return mark >>> Integer.SIZE - ROUND_BITS != round;
    }

    private static int slot(int bucket, int mask) {
        return (bucket * 0x9E3779B1) >>> 7 & mask;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int i = 0; i < size; i++) {
            int slot = slot(buckets[i], mask);
            while (!isEmpty(slots[slot])) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = round * TextFeatures.BUCKETS | buckets[i];
        }
    }
}
