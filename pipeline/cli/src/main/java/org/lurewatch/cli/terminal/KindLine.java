package org.lurewatch.cli.terminal;

import org.lurewatch.detection.posting.TerminalText;

/** Which kind of scam a suspicious posting may be, for a person. */
public final class KindLine {
    /** Said where nothing in the posting names a kind. */
    public static final String NOT_CLEAR = "kind not clear";

    private KindLine() {}

    /** The line of a second kind. */
    public static String other(String kind) {
        return "may also be: " + TerminalText.escape(kind);
    }
}
