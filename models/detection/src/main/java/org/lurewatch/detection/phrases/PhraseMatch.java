package org.lurewatch.detection.phrases;

import java.util.Objects;

/**
 * A phrase found in a text.
 *
 * @param phrase the known wording
 * @param firstToken index of its first token in the text
 * @param endToken one past its last token
 * @param edits letters changed, words skipped and words swapped
 * @param negated whether the words around it deny it ("no fee is asked")
 * @param reported whether the text reports what others say ("police say recruiters promise high pay")
 */
public record PhraseMatch(Phrase phrase, int firstToken, int endToken, int edits, boolean negated, boolean reported) {
    public PhraseMatch {
        Objects.requireNonNull(phrase);
    }

    /** A match that the text states in its own words. */
    public PhraseMatch(Phrase phrase, int firstToken, int endToken, int edits) {
        this(phrase, firstToken, endToken, edits, false, false);
    }

    /** The same match with another stance of the text. */
    public PhraseMatch meant(boolean isNegated, boolean isReported) {
        return new PhraseMatch(phrase, firstToken, endToken, edits, isNegated, isReported);
    }
}
