package org.lurewatch.detection.text;

/**
 * How often a text was disguised in a way that hides it from a filter. Honest texts do so too, so that it is weak
 * evidence.
 *
 * @param hiddenCharacters zero-width or soft characters between two letters
 * @param mixedScriptWords words that borrow look-alike letters of another alphabet
 * @param spacedWords words written with a gap between all letters
 * @param styledLetters letters from the mathematical, enclosed and small-capital alphabets
 * @param strayMarks marks laid over letters, or piled up on them
 * @param swappedSigns signs and figures in the place of the letters or figures they resemble
 * @param aliases cover names of messengers, money and trades
 */
public record TextTricks(
        int hiddenCharacters,
        int mixedScriptWords,
        int spacedWords,
        int styledLetters,
        int strayMarks,
        int swappedSigns,
        int aliases) {

    public static final TextTricks NONE = new TextTricks(0, 0, 0, 0, 0, 0, 0);

    /** How many tricks of all kinds. */
    public int total() {
        return hiddenCharacters + mixedScriptWords + spacedWords + styledLetters + strayMarks + swappedSigns + aliases;
    }
}
