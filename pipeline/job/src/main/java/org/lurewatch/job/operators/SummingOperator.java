package org.lurewatch.job.operators;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds values up by kind before they cross the network: many records count towards the same few kinds, and without this
 * each would be sent on its own. The sums are emitted before a checkpoint, so nothing needs to be kept in state.
 *
 * <p>It is an operator and not a function, because only operators can act on barriers and watermarks.
 *
 * @param <I> the values that come in
 * @param <K> the kinds, each of which has a sum of its own
 * @param <V> a sum
 */
public abstract class SummingOperator<I, K, V> extends AbstractStreamOperator<V>
        implements OneInputStreamOperator<I, V> {
    private static final long serialVersionUID = 1L;

    private transient Map<K, V> sums;
    private transient int added;

    @Override
    public void open() throws Exception {
        super.open();
        sums = new LinkedHashMap<>();
    }

    /** The record that is emitted for a sum. */
    protected abstract StreamRecord<V> emitted(K kind, V sum);

    /** Adds a value to the sum of its kind. */
    protected final void add(K kind, V value, BinaryOperator<V> sum) {
        sums.merge(kind, value, sum);
        added++;
    }

    /** How many values were added since the sums were last emitted. */
    protected final int added() {
        return added;
    }

    /** How many sums there are. */
    protected final int kinds() {
        return sums.size();
    }

    /** Emits all sums and starts again from zero. */
    protected final void emit() {
        sums.forEach((kind, sum) -> output.collect(emitted(kind, sum)));
        sums.clear();
        added = 0;
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        emit();
    }

    @Override
    public void finish() {
        emit();
    }
}
