package org.lurewatch.lab.minicluster;

import org.lurewatch.job.operators.FlowCounters;

/**
 * Whether a job has passed on all that comes of the records that were sent to it. An operator takes part in a checkpoint
 * once it has processed everything before it, so the end of one that began after the last record was read shows that
 * nothing is on its way any more. Of two checkpoints that end after that, the second began after it.
 */
public final class Settling {
    private static final int CHECKPOINTS = 2;

    private final JobCounters counters;
    private final long records;
    private long enough = Long.MAX_VALUE;

    /** @param records how many are sent to the job in all */
    public Settling(JobCounters counters, long records) {
        this.counters = counters;
        this.records = records;
    }

    /** Whether it is over. To be asked again and again: it begins when a question finds that all was read. */
    public boolean isOver() {
        if (counters.sum(FlowCounters.IN) < records) {
            // Also after a restart, which reads again what came after the last checkpoint.
            enough = Long.MAX_VALUE;
            return false;
        }
        long completed = counters.completedCheckpoints();
        enough = Math.min(enough, completed + CHECKPOINTS);
        return completed >= enough;
    }
}
