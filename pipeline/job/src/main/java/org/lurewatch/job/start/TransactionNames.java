package org.lurewatch.job.start;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the transactions of a group are named. Flink's sink adds the number of the task and of the checkpoint that is to
 * commit the transaction. A run that starts anew counts its checkpoints from 1, so it has a number of its own in the name:
 * else Flink would try, one after the other, all names that the run before had ever used.
 * See RATIONALE.md, "A run ends the transactions of those before it".
 *
 * @param groupId consumer group
 * @param run number of a run that keeps its checkpoints under that number; empty on a cluster
 */
record TransactionNames(String groupId, OptionalInt run) {
    private static final String RUN = "-run";

    /** Those of a job on a cluster. */
    static TransactionNames of(String groupId) {
        return new TransactionNames(groupId, OptionalInt.empty());
    }

    /** Those of a run in this JVM. */
    static TransactionNames of(String groupId, int run) {
        return new TransactionNames(groupId, OptionalInt.of(run));
    }

    /** What all names of a sink's transactions begin with. */
    String prefix(String sink) {
        return groupId + "-" + sink + (run.isPresent() ? RUN + run.getAsInt() : "");
    }

    /**
     * Whether an open transaction is one that nobody will commit, because it was begun after the checkpoint that a run
     * goes on from. One begun before may be in that checkpoint, and Flink then commits it.
     *
     * @param checkpoint the number of the checkpoint, 0 where the run starts anew
     */
    boolean isLeftOver(String transactionalId, long checkpoint) {
        Matcher matcher = Pattern.compile(
                        Pattern.quote(groupId) + "-[a-z-]{1,40}" + RUN + "\\d{1,9}-\\d{1,9}-(\\d{1,18})")
                .matcher(transactionalId);
        return matcher.matches() && Long.parseLong(matcher.group(1)) > checkpoint;
    }
}
