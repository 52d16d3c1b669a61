package org.lurewatch.job.watch;

import java.util.regex.Pattern;
import org.lurewatch.detection.posting.TerminalText;

/** The innermost reason in a stack trace, which Flink wraps many times over. */
final class RootCause {
    private static final int MOST_CHARACTERS = 300;
    private static final String CAUSED_BY = "Caused by: ";
    private static final Pattern PACKAGE = Pattern.compile("^(?:[a-z_0-9]+\\.)+(?=[A-Z])");
    private static final Pattern END = Pattern.compile("[.\\s]+$");
    private static final Pattern FULL =
            Pattern.compile("No space left on device|File too large|Disk quota exceeded|not enough space");
    private static final Pattern STATE =
            Pattern.compile("StateMigrationException|creating StreamOperatorStateContext|Could not restore");

    private RootCause() {}

    /** The reason on one line, harmless for a terminal: a library's message may quote what it has read. */
    static String of(String stackTrace) {
        String cause = stackTrace
                .lines()
                .filter(line -> line.startsWith(CAUSED_BY))
                .map(line -> line.substring(CAUSED_BY.length()))
                .reduce((outer, inner) -> inner)
                .orElseGet(() -> stackTrace.lines().findFirst().orElse("unknown"));
        return TerminalText.escape(
                PACKAGE.matcher(END.matcher(cause).replaceFirst("")).replaceFirst(""), MOST_CHARACTERS);
    }

    /** Whether a message says that a disk is full. */
    static boolean isFull(String message) {
        return FULL.matcher(message).find();
    }

    /** Whether a task failed because it could not take over its state. */
    static boolean isOfState(String stackTrace) {
        return STATE.matcher(stackTrace).find();
    }
}
