package org.lurewatch.detection.concepts;

/**
 * A concept, found among the tokens of a field.
 *
 * @param concept its place in {@link Concepts#all}
 * @param languages the languages in which the form means it, a bit each
 * @param firstToken index of its first token
 * @param endToken one past its last token
 * @param denied whether the words around it deny it
 * @param reported whether the text reports that others say it
 */
public record ConceptMatch(
        int concept, long languages, int firstToken, int endToken, boolean denied, boolean reported) {

    /** A match that the text states in its own words. */
    public ConceptMatch(int concept, long languages, int firstToken, int endToken) {
        this(concept, languages, firstToken, endToken, false, false);
    }

    /** The same match with another stance of the text. */
    public ConceptMatch meant(boolean isDenied, boolean isReported) {
        return new ConceptMatch(concept, languages, firstToken, endToken, isDenied, isReported);
    }
}
