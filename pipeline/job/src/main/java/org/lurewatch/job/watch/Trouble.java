package org.lurewatch.job.watch;

/** What can go wrong while the job runs. The text is what an operator reads in the log; docs/operate.md lists it. */
public enum Trouble {
    BROKER_LOST(
            "Kafka does not answer",
            "see that a broker runs and can be reached; the job goes on by itself when it answers"),
    DISK_FULL(
            "no space is left for checkpoints",
            "make room where checkpoint.directory lies; until then nothing new is sent out with exactly-once delivery"),
    STORAGE_LOST(
            "the storage of checkpoints cannot be written to",
            "see that checkpoint.directory exists, can be reached and may be written; the job goes on by itself"),
    REGISTRY_DOWN(
            "the schema registry does not answer",
            "see that it runs and can be reached; records wait until it answers, and none is lost"),
    RESTART(
            "the job restarts",
            "it goes on from its last checkpoint, and nothing is lost; mend the cause if it comes again"),
    CHECKPOINT_FAILED(
            "a checkpoint failed",
            "the job tries again after checkpoint.interval, and warnings wait until one succeeds; if it goes on, see"
                    + " whether the storage or one task is too slow"),
    STANDS_STILL(
            "a task stands still",
            "look at the task that is named, in Flink's log or with jstack; ending the process and starting it again"
                    + " loses nothing"),
    FLINK_LOST("Flink does not answer", "see that its JobManager runs; start it again if it does not");

    private final String what;
    private final String remedy;

    Trouble(String what, String remedy) {
        this.what = what;
        this.remedy = remedy;
    }

    /** What it is, in a few words. */
    public String what() {
        return what;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
