package org.lurewatch.detection.text;

/** What the steps of the chain have undone so far, and what they have noticed for later steps. */
final class TrickCounts {
    /** Whether there is a letter of an alphabet that has Latin look-alikes: most texts have none. */
    boolean foreign;

    /** Whether there is a pictograph. */
    boolean emoji;

    /** Whether there is a sign that may stand for a letter. */
    boolean signs;

    int hidden;
    int mixed;
    int spaced;
    int styled;
    int marks;
    int swapped;
    int aliases;

    /** Notes a folded unit. */
    void note(char c) {
        foreign |= Alphabet.of(c).isForeign();
        emoji |= SpacedLetters.isEmoji(c);
        signs |= c == '\u20ac';
    }

    TextTricks toTricks() {
        return hidden + mixed + spaced + styled + marks + swapped + aliases == 0
                ? TextTricks.NONE
                : new TextTricks(hidden, mixed, spaced, styled, marks, swapped, aliases);
    }
}
