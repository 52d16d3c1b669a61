package org.lurewatch.detection.text;

/**
 * A word, or one character (with its marks) of a script that is written without spaces.
 *
 * @param term the comparable spelling, Latin letters without their accents
 * @param start first unit in the comparable text
 * @param end one past the last unit in the comparable text
 * @param sentence number of the sentence it stands in, from 0
 * @param unspaced whether its script is written without spaces between words
 */
public record Token(String term, int start, int end, int sentence, boolean unspaced) {}
