package org.lurewatch.detection.features;

import java.util.Arrays;

/** A map from bucket to sum that grows, keeps the order of arrival and boxes nothing. */
final class BucketSums {
    private int[] slots = new int[2048];
    private int[] buckets = new int[1024];
    private float[] sums = new float[1024];
    private int size;

    /** Adds to a bucket. */
    void add(int bucket, float value) {
        if (size * 2 >= slots.length) {
            grow();
        }
        int slot = slotOf(bucket);
        if (slots[slot] == 0) {
            if (size == buckets.length) {
                buckets = Arrays.copyOf(buckets, size * 2);
                sums = Arrays.copyOf(sums, size * 2);
            }
            buckets[size] = bucket;
            sums[size] = value;
            size++;
            slots[slot] = size;
        } else {
            sums[slots[slot] - 1] += value;
        }
    }

    /** Whether the bucket is new; a new one is remembered with the value 0. */
    boolean addIfNew(int bucket) {
        int before = size;
        add(bucket, 0);
        return size > before;
    }

    int size() {
        return size;
    }

    int bucket(int index) {
        return buckets[index];
    }

    SparseVector toVector() {
        return new SparseVector(Arrays.copyOf(buckets, size), Arrays.copyOf(sums, size));
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
