package org.lurewatch.detection.phrases;

import java.util.function.IntPredicate;

/** Binary search. */
final class Search {
    private Search() {}

    /** The first of so many places from which a condition holds; their number if it holds for none. */
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
