package org.lurewatch.lab.cluster;

import java.util.List;

/** A process of the cluster, in the order in which they are started. */
public enum ClusterPart {
    /** Keeps which JobManager leads and which jobs run, so that a JobManager that was killed finds its job again. */
    ZOOKEEPER("zookeeper"),
    BROKER("broker"),
    JOB_MANAGER("jobmanager"),
    TASK_MANAGER_1("taskmanager-1"),
    TASK_MANAGER_2("taskmanager-2");

    /** Those that run a job's tasks. */
    public static final List<ClusterPart> TASK_MANAGERS = List.of(TASK_MANAGER_1, TASK_MANAGER_2);

    private final String spelling;

    ClusterPart(String spelling) {
        this.spelling = spelling;
    }

    /** Its name, which names its files too. */
    public String spelling() {
        return spelling;
    }
}
