package org.lurewatch.detection.phrases;

import java.util.function.IntPredicate;

/** Looks through what is in order without going through all of it. */
final class Search {
    private Search() {}

    /** The first of so many places from which on a condition holds; their number where it holds for none. */
    static int first(int size, IntPredicate holds) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
