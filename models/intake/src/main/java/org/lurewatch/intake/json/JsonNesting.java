package org.lurewatch.intake.json;

/** How deeply a byte is nested in JSON, and whether it is inside a string: enough to find where a value ends. */
final class JsonNesting {
    private static final byte[] GRAPH_KEY = {'"', '@', 'g', 'r', 'a', 'p', 'h', '"', ':'};

    private enum Comment {
        NONE,
        SLASH,
        LINE,
        BLOCK,
        BLOCK_STAR
    }

    private final boolean breaksInStrings;
    private final boolean tolerant;
    private long depth;
    private boolean opened;
    private int quote;
    private boolean escaped;
    private int matchedOfGraphKey;
    private Comment comment = Comment.NONE;

    JsonNesting(JsonLayout layout) {
        this.breaksInStrings = layout.breaksInStrings();
        this.tolerant = layout.tolerant();
    }

    void accept(int b) {
        watchForGraph(b);
        if (quote != 0) {
            acceptInString(b);
        } else if (!(tolerant && acceptInComment(b))) {
            switch (b) {
                case '"' -> quote = b;
                case '\'' -> quote = tolerant ? b : 0;
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
        } else if (b == quote || (b == '\n' && !breaksInStrings)) {
            // A JSON string never spans lines, so after a missing quote the remaining lines can still be parsed.
            quote = 0;
        }
    }

    /** Whether this byte is part of a comment; the slash that may begin one is not yet. */
    private boolean acceptInComment(int b) {
        comment = switch (comment) {
            case NONE -> b == '/' ? Comment.SLASH : Comment.NONE;
            case SLASH -> b == '/' ? Comment.LINE : b == '*' ? Comment.BLOCK : Comment.NONE;
            case LINE -> b == '\n' ? Comment.NONE : Comment.LINE;
            case BLOCK -> b == '*' ? Comment.BLOCK_STAR : Comment.BLOCK;
            case BLOCK_STAR -> b == '/' ? Comment.NONE : b == '*' ? Comment.BLOCK_STAR : Comment.BLOCK;
        };
        return comment != Comment.NONE && comment != Comment.SLASH;
    }

    private void watchForGraph(int b) {
        if (quote == 0 && isBlank(b)) {
            return;
        }
        if (quote == 0 && b == '"') {
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
        return quote != 0;
    }

    /** Whether the next byte belongs to a comment. */
    boolean inComment() {
        return comment != Comment.NONE && comment != Comment.SLASH;
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
