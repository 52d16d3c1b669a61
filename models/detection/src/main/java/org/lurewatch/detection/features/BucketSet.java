package org.lurewatch.detection.features;

import java.util.Arrays;

/** Distinct buckets in the order of their arrival, each with the group and the token that brought it first; boxes nothing. */
final class BucketSet {
    private int[] slots = new int[2048];
    private int[] buckets = new int[1024];
    private byte[] groups = new byte[1024];
    private int[] tokens = new int[1024];
    private int size;

    /** Adds a bucket; false where it was there already. */
    boolean add(int bucket, int group, int token) {
        if (size * 2 >= slots.length) {
            grow();
        }
        int slot = slotOf(bucket);
        if (slots[slot] != 0) {
            return false;
        }
        if (size == buckets.length) {
            buckets = Arrays.copyOf(buckets, size * 2);
            groups = Arrays.copyOf(groups, size * 2);
            tokens = Arrays.copyOf(tokens, size * 2);
        }
        buckets[size] = bucket;
        groups[size] = (byte) group;
        tokens[size] = token;
        size++;
        slots[slot] = size;
        return true;
    }

    int size() {
        return size;
    }

    int bucket(int index) {
        return buckets[index];
    }

    int token(int index) {
        return tokens[index];
    }

    int group(int index) {
        return groups[index];
    }

    int[] buckets() {
        return Arrays.copyOf(buckets, size);
    }

    private int slotOf(int bucket) {
        int mask = slots.length - 1;
        int slot = (bucket * 0x9E3779B1) >>> 7 & mask;
        while (slots[slot] != 0 && buckets[slots[slot] - 1] != bucket) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int i = 0; i < size; i++) {
            slots[slotOf(buckets[i])] = i + 1;
        }
    }
}
