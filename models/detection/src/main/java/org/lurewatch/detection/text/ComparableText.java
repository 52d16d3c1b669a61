package org.lurewatch.detection.text;

import java.util.Objects;

/**
 * Text made comparable (one spelling for what looks or reads the same), with a map from each of its UTF-16 units back
 * to the units of the raw text that made it.
 */
public final class ComparableText {
    private final String raw;
    private final String text;
    private final int[] rawStarts;
    private final int[] rawEnds;

    ComparableText(String raw, String text, int[] rawStarts, int[] rawEnds) {
        this.raw = Objects.requireNonNull(raw);
        this.text = Objects.requireNonNull(text);
        this.rawStarts = rawStarts;
        this.rawEnds = rawEnds;
    }

    public String raw() {
        return raw;
    }

    /** The comparable text: NFKC, lower case, Simplified Han, no format characters. */
    public String text() {
        return text;
    }

    /** First raw unit of the comparable span that starts at this index. */
    public int rawStart(int index) {
        return rawStarts[index];
    }

    /** One past the last raw unit of the comparable span that ends before this index. */
    public int rawEnd(int endIndex) {
        return rawEnds[endIndex - 1];
    }
}
