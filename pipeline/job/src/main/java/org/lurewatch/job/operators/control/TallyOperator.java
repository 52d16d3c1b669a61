package org.lurewatch.job.operators.control;

import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.lurewatch.codec.BundleTallies;
import org.lurewatch.job.operators.SummingOperator;
import org.lurewatch.schemas.BundleTally;

/** Adds up tallies before they cross the network to the single task that watches. */
public final class TallyOperator extends SummingOperator<BundleTally, TallyOperator.Kind, BundleTally> {
    /** A bundle that warns of everything is stopped after about this many postings of one task. */
    static final int EMITTED_AFTER = 100;

    private static final long serialVersionUID = 1L;

    record Kind(String bundle, String shadow, String language) {}

    @Override
    public void processElement(StreamRecord<BundleTally> element) {
        BundleTally tally = element.getValue();
        add(new Kind(tally.getBundle(), tally.getShadow(), tally.getLanguage()), tally, BundleTallies::sum);
        if (added() >= EMITTED_AFTER) {
            emit();
        }
    }

    @Override
    protected StreamRecord<BundleTally> emitted(Kind kind, BundleTally sum) {
        return new StreamRecord<>(sum);
    }
}
