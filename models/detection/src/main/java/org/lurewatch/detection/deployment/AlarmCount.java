package org.lurewatch.detection.deployment;

/**
 * How many postings were decided, and how many of them are warned of.
 *
 * @param postings all of them
 * @param warned those warned of, at most as many
 */
public record AlarmCount(long postings, long warned) {
    public static final AlarmCount NONE = new AlarmCount(0, 0);

    /** Beyond this number past counts are halved, so that a rate follows what happens now. */
    static final long MOST_POSTINGS = 200_000;

    /** One posting. */
    public static AlarmCount of(boolean isWarnedOf) {
        return new AlarmCount(1, isWarnedOf ? 1 : 0);
    }

    /** Both together; halved where they are very many. */
    public AlarmCount plus(AlarmCount other) {
        long all = postings + other.postings;
        long alarms = warned + other.warned;
        return all > MOST_POSTINGS ? new AlarmCount(all / 2, alarms / 2) : new AlarmCount(all, alarms);
    }

    /** Share of warnings, 0 to 1; 0 where nothing was counted. */
    public double rate() {
        return postings == 0 ? 0 : (double) warned / postings;
    }
}
