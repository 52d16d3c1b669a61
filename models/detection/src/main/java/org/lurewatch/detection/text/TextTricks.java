package org.lurewatch.detection.text;

/**
 * How often a text was dressed up in a way that hides it from a filter. Honest texts do it too: weak evidence.
 *
 * @param hiddenCharacters zero-width or soft characters between two letters
 * @param mixedScriptWords words that borrow look-alike letters of another alphabet
 * @param spacedWords words written with a gap between all letters
 * @param styledLetters letters from the mathematical and enclosed alphabets
 */
public record TextTricks(int hiddenCharacters, int mixedScriptWords, int spacedWords, int styledLetters) {

    public static final TextTricks NONE = new TextTricks(0, 0, 0, 0);

    /** How many tricks of all kinds. */
    public int total() {
        return hiddenCharacters + mixedScriptWords + spacedWords + styledLetters;
    }
}
