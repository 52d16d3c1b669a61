package org.lurewatch.detection.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.BitSet;

/**
 * Where words begin and end, by ICU's word lists in scripts that are written without spaces. For showing a text, never
 * for scoring it: a word list segments a disguised text badly.
 */
public final class WordEdges {
    private static final ThreadLocal<BreakIterator> BREAKS =
            ThreadLocal.withInitial(() -> BreakIterator.getWordInstance(ULocale.ROOT));

    private final BitSet edges;

    private WordEdges(BitSet edges) {
        this.edges = edges;
    }

    /** The edges of the words in a text. */
    public static WordEdges of(String text) {
        BreakIterator breaks = BREAKS.get();
        breaks.setText(text);
        BitSet edges = new BitSet();
        for (int edge = breaks.first(); edge != BreakIterator.DONE; edge = breaks.next()) {
            edges.set(edge);
        }
        return new WordEdges(edges);
    }

    /** Whether a word begins or ends before the unit at this index. */
    public boolean isEdge(int index) {
        return edges.get(index);
    }
}
