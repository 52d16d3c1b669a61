package org.lurewatch.intake.json;

/** How deeply a byte is nested in JSON, and whether it is inside a string: enough to find where a value ends. */
final class JsonNesting {
    private static final byte[] GRAPH_KEY = {'"', '@', 'g', 'r', 'a', 'p', 'h', '"', ':'};

    private long depth;
    private boolean opened;
    private boolean inString;
    private boolean escaped;
    private int matchedOfGraphKey;

    /** A nesting that is already inside this many brackets. */
    static JsonNesting inside(long depth) {
        JsonNesting nesting = new JsonNesting();
        nesting.depth = depth;
        nesting.opened = true;
        return nesting;
    }

    void accept(int b) {
        watchForGraph(b);
        if (inString) {
            acceptInString(b);
        } else {
            switch (b) {
                case '"' -> inString = true;
                case '{', '[' -> {
                    depth++;
                    opened = true;
                }
                case '}', ']' -> depth = Math.max(0, depth - 1);
                default -> {
                    // Nothing else changes the depth.
                }
            }
        }
    }

    private void acceptInString(int b) {
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"' || b == '\n') {
            // A JSON string never spans lines, so after a missing quote the remaining lines can still be parsed.
            inString = false;
        }
    }

    private void watchForGraph(int b) {
        if (!inString && isBlank(b)) {
            return;
        }
        if (!inString && b == '"') {
            matchedOfGraphKey = depth == 1 ? 1 : 0;
        } else if (matchedOfGraphKey > 0 && matchedOfGraphKey < GRAPH_KEY.length && b == GRAPH_KEY[matchedOfGraphKey]) {
            matchedOfGraphKey++;
        } else {
            matchedOfGraphKey = 0;
        }
    }

    /** Whether this byte, not yet accepted, opens the list of a JSON-LD {@code @graph} of the outermost object. */
    boolean opensGraph(int b) {
        return b == '[' && matchedOfGraphKey == GRAPH_KEY.length;
    }

    boolean inString() {
        return inString;
    }

    long depth() {
        return depth;
    }

    /** Whether a value was opened and has ended. */
    boolean isClosed() {
        return opened && depth == 0;
    }

    static boolean isBlank(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
