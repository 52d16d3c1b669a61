package org.lurewatch.detection.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BucketSetTest {

    @Property(tries = 200)
    void keepsWhatALinkedMapKeeps(@ForAll @Size(max = 400) List<@IntRange(max = 300) Integer> buckets) {
        BucketSet set = new BucketSet();
        Map<Integer, Integer> groups = new LinkedHashMap<>();
        for (int i = 0; i < buckets.size(); i++) {
            boolean added = groups.putIfAbsent(buckets.get(i), i % 7) == null;
            assertEquals(added, set.add(buckets.get(i), i % 7, i));
        }
        assertEquals(groups, contents(set));
    }

    @Test
    void growsBeyondItsFirstSize() {
        BucketSet set = new BucketSet();
        Map<Integer, Integer> groups = new LinkedHashMap<>();
        for (int i = 0; i < 50_000; i++) {
            int bucket = (int) (i * 2_654_435_761L % TextFeatures.BUCKETS);
            assertEquals(groups.putIfAbsent(bucket, i % 5) == null, set.add(bucket, i % 5, i));
        }
        assertEquals(groups, contents(set));
    }

    /** More often than there are rounds to tell apart. */
    @Test
    void holdsNothingOfWhatItWasEmptiedOf() {
        BucketSet set = new BucketSet();
        for (int round = 0; round < 40_000; round++) {
            int bucket = round % 5;
            assertTrue(set.add(bucket, 1, 0), "round " + round);
            assertFalse(set.add(bucket, 2, 1), "round " + round);
            assertEquals(Map.of(bucket, 1), contents(set));
            set.clear();
        }
    }

    private static Map<Integer, Integer> contents(BucketSet set) {
        Map<Integer, Integer> contents = new LinkedHashMap<>();
        int[] buckets = set.buckets();
        assertEquals(set.size(), buckets.length);
        for (int i = 0; i < buckets.length; i++) {
            contents.put(buckets[i], set.group(i));
        }
        return contents;
    }
}
