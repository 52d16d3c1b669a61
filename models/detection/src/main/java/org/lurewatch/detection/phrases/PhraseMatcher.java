package org.lurewatch.detection.phrases;

import java.util.List;
import org.lurewatch.detection.text.Token;

/** Finds known phrases in a text, allowing for misspelt, added and swapped words. */
@FunctionalInterface
public interface PhraseMatcher {
    /**
     * The phrases found, ordered by their first token; for one phrase and one place only the closest match, and of
     * overlapping matches of one signal only the longest.
     */
    List<PhraseMatch> match(List<Token> tokens);
}
