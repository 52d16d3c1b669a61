package org.lurewatch.cli.terminal;

/** What the shell is told. */
public final class ExitCode {
    /** What was asked for was done. */
    public static final int GOOD = 0;
    /** It could not be done. */
    public static final int FAILURE = 1;
    /** The command was called wrongly. */
    public static final int USAGE = 2;
    /** The command did its work, but some records could not be read. */
    public static final int SOME_REJECTED = 3;
    /** The running job has refused what it was told to do. */
    public static final int REFUSED = 4;
    /** The running job was told, but did not answer in time. */
    public static final int NO_ANSWER = 5;

    private ExitCode() {}
}
