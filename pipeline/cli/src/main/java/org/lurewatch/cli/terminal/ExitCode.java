package org.lurewatch.cli.terminal;

/** Exit codes of the commands. */
public final class ExitCode {
    /** What was asked for was done. */
    public static final int GOOD = 0;
    /** It could not be done. */
    public static final int FAILURE = 1;
    /** The arguments cannot be used. */
    public static final int USAGE = 2;
    /** The command did its work, but some records could not be read. */
    public static final int SOME_REJECTED = 3;
    /** The running job has refused the command. */
    public static final int REFUSED = 4;
    /** The running job did not answer in time. */
    public static final int NO_ANSWER = 5;

    private ExitCode() {}
}
