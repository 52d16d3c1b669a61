package org.lurewatch.detection.features;

/**
 * Non-zero features of a text. The arrays are shared, not copied: treat them as read-only.
 *
 * @param indices bucket of each feature, distinct, in the order in which the text brings them
 * @param values its value
 */
@SuppressWarnings("ArrayRecordComponent")
public record SparseVector(int[] indices, float[] values) {

    public int size() {
        return indices.length;
    }
}
