package org.lurewatch.local;

/** What the shell is told. */
final class ExitCode {
    static final int GOOD = 0;
    static final int FAILURE = 1;
    static final int USAGE = 2;
    /** The command did its work, but some records could not be read. */
    static final int SOME_REJECTED = 3;
    /** The running job has refused what it was told to do. */
    static final int REFUSED = 4;
    /** The running job was told, but did not answer in time. */
    static final int NO_ANSWER = 5;

    private ExitCode() {}
}
