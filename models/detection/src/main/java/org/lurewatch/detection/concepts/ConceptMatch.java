package org.lurewatch.detection.concepts;

/**
 * A concept, found among the tokens of a field.
 *
 * @param concept its place in {@link Concepts#all}
 * @param languages the languages in which the form means it, a bit each
 * @param firstToken index of its first token
 * @param endToken one past its last token
 * @param denied whether a negation stands next to it
 */
public record ConceptMatch(int concept, long languages, int firstToken, int endToken, boolean denied) {

    ConceptMatch(int concept, long languages, int firstToken, int endToken) {
        this(concept, languages, firstToken, endToken, false);
    }

    /** The same, denied. */
    ConceptMatch asDenied() {
        return new ConceptMatch(concept, languages, firstToken, endToken, true);
    }

    /** How many tokens lie between it and another one; less than 0 where they share tokens. */
    int distance(ConceptMatch other) {
        return Math.max(other.firstToken - endToken, firstToken - other.endToken);
    }
}
