package org.lurewatch.local;

/** What is done to a cluster. */
enum FaultKind {
    TASK_MANAGER_KILLED("TaskManager killed"),
    JOB_MANAGER_KILLED("JobManager killed"),
    BROKER_KILLED("broker killed"),
    /** Longer than the others wait for its heartbeat: it comes back when its work is done elsewhere. */
    TASK_MANAGER_PAUSED("TaskManager paused");

    private final String spelling;

    FaultKind(String spelling) {
        this.spelling = spelling;
    }

    /** For a person. */
    String spelling() {
        return spelling;
    }
}
