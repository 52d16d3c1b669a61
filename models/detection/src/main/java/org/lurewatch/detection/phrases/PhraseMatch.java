package org.lurewatch.detection.phrases;

import java.util.Objects;

/**
 * A phrase found in a text.
 *
 * @param phrase the known wording
 * @param firstToken index of its first token in the text
 * @param endToken one past its last token
 * @param edits letters changed, words skipped and words swapped
 * @param negated whether the words right before it deny it ("no fee is asked")
 */
public record PhraseMatch(Phrase phrase, int firstToken, int endToken, int edits, boolean negated) {
    public PhraseMatch {
        Objects.requireNonNull(phrase);
    }

    /** The same match, marked as denied. */
    PhraseMatch denied() {
        return new PhraseMatch(phrase, firstToken, endToken, edits, true);
    }
}
