package org.lurewatch.detection.text;

/**
 * Text that was decoded wrongly before it came here, as far as it can be read.
 * See RATIONALE.md, "Wrong decoding is undone where nearly all of a text shows it".
 *
 * @param text what was meant, each unit with the units that stand for it; a space for what cannot be read
 * @param lost whether some of it cannot be read
 */
record Mended(MappedText text, boolean lost) {
    /** More rounds than any text goes through on its way: it was taken for another charset twice, and escaped. */
    private static final int MOST_ROUNDS = 4;

    /** What is meant by a raw text, or null where it is as it was written. */
    static Mended of(String raw) {
        Mended mended = LiteralEscapes.mend(raw);
        if (isBeyondAscii(mended == null ? raw : mended.string())) {
            mended = decoded(raw, mended);
        }
        Mended readable = LostCharacters.drop(mended == null ? raw : mended.string());
        return readable == null ? mended : readable.over(mended);
    }

    private static boolean isBeyondAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return true;
            }
        }
        return false;
    }

    private static Mended decoded(String raw, Mended before) {
        Mended mended = before;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Mended next = Mojibake.mend(mended == null ? raw : mended.string());
            if (next == null) {
                break;
            }
            mended = next.over(mended);
        }
        String meant = mended == null ? raw : mended.string();
        Mended alphabet = WrongAlphabet.mend(meant);
        Mended places = alphabet == null ? Mojibake.mendPlaces(meant) : alphabet;
        return places == null ? mended : places.over(mended);
    }

    String string() {
        return text.slice(0, text.length());
    }

    private Mended over(Mended before) {
        return before == null ? this : new Mended(text.over(before.text), lost || before.lost);
    }
}
