package org.lurewatch.lab.restarts;

/** When a run is killed. */
public enum Moment {
    /** It has read records, and no checkpoint is finished. */
    BEFORE_THE_FIRST_CHECKPOINT("before the first checkpoint"),
    /** It has read records after the last checkpoint, and no other has begun. */
    BETWEEN_CHECKPOINTS("between checkpoints"),
    /** A checkpoint has begun and is not finished. */
    DURING_A_CHECKPOINT("during a checkpoint"),
    /** A checkpoint is just finished: its transactions may not be committed yet. */
    AT_THE_END_OF_A_CHECKPOINT("at the end of a checkpoint");

    private final String spelling;

    Moment(String spelling) {
        this.spelling = spelling;
    }

    /** For a person. */
    public String spelling() {
        return spelling;
    }
}
