package org.lurewatch.lab.faults;

/** What is done to a cluster. */
public enum FaultKind {
    TASK_MANAGER_KILLED("TaskManager killed"),
    JOB_MANAGER_KILLED("JobManager killed"),
    BROKER_KILLED("broker killed"),
    /** Longer than the others wait for its heartbeat: it comes back when its work is done elsewhere. */
    TASK_MANAGER_PAUSED("TaskManager paused"),
    /** Flink's processes can create files, but not write a byte into them. */
    DISK_FULL("disk full"),
    /** A file lies where the folder of checkpoints was, and a process that needs them to begin again is killed. */
    CHECKPOINTS_AWAY("checkpoints away"),
    /** The broker forbids all transactions, also to end those that are open. */
    TRANSACTIONS_REFUSED("transactions refused");

    private final String spelling;

    FaultKind(String spelling) {
        this.spelling = spelling;
    }

    /** For a person. */
    public String spelling() {
        return spelling;
    }

    /** Whether a process is killed and nothing else is wrong. */
    boolean isKill() {
        return this == TASK_MANAGER_KILLED || this == JOB_MANAGER_KILLED || this == BROKER_KILLED;
    }
}
