package org.lurewatch.detection.text;

/** How much of a text can be read, when what wrong decoding did to it is undone. */
public enum Legibility {
    /** All of it. */
    WHOLE,
    /** Some of it. */
    DAMAGED,
    /** No letter and no figure: all of it is lost. */
    NONE;

    /** The legibility of a raw text. */
    public static Legibility of(String raw) {
        Mended mended = Mended.of(raw);
        if (mended == null || !mended.lost()) {
            return WHOLE;
        }
        return mended.string().codePoints().anyMatch(Character::isLetterOrDigit) ? DAMAGED : NONE;
    }
}
