package org.lurewatch.job.operators.control;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.lurewatch.codec.BundleTallies;
import org.lurewatch.schemas.BundleTally;

/**
 * Adds tallies up before they cross the network to the one task that watches. What was added up is handed on before a
 * checkpoint, so nothing needs to be kept in state.
 *
 * <p>An operator and not a function, because only operators are told of barriers.
 */
public final class TallyOperator extends AbstractStreamOperator<BundleTally>
        implements OneInputStreamOperator<BundleTally, BundleTally> {
    /** A bundle that warns of everything is stopped after about so many postings of one task. */
    static final int HANDED_ON_AFTER = 100;

    private static final long serialVersionUID = 1L;

    private transient Map<Kind, BundleTally> sums;
    private transient int counted;

    private record Kind(String bundle, String shadow, String language) {}

    @Override
    public void open() {
        sums = new LinkedHashMap<>();
    }

    @Override
    public void processElement(StreamRecord<BundleTally> element) {
        BundleTally tally = element.getValue();
        sums.merge(new Kind(tally.getBundle(), tally.getShadow(), tally.getLanguage()), tally, BundleTallies::sum);
        counted++;
        if (counted >= HANDED_ON_AFTER) {
            handOn();
        }
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        handOn();
    }

    @Override
    public void finish() {
        handOn();
    }

    private void handOn() {
        sums.values().forEach(sum -> output.collect(new StreamRecord<>(sum)));
        sums.clear();
        counted = 0;
    }
}
