package org.lurewatch.trainer.bench.attack;

import java.util.List;
import java.util.SplittableRandom;

/** An emoji behind chosen spaces and full stops, those within addresses and figures left out. */
final class Emoji implements TextAttack {
    private static final List<String> EMOJI = List.of(
            "\u2728",
            "\ud83d\udd25",
            "\ud83d\ude0d",
            "\u2705",
            "\ud83c\udf1f",
            "\ud83d\udc49",
            "\u2764\ufe0f",
            "\ud83d\udcb0");
    private static final String FULL_STOPS = ".\u3002\uff0e\uff61\u06d4\u0964\u104b\u17d4\u1362";

    @Override
    public String disguise(String text, double share, SplittableRandom chance) {
        StringBuilder out = new StringBuilder(text.length() * 2);
        for (int i = 0; i < text.length(); i++) {
            out.append(text.charAt(i));
            if (isPause(text, i) && TextAttack.happens(share, chance)) {
                out.append(TextAttack.pick(EMOJI, chance));
            }
        }
        return out.toString();
    }

    private static boolean isPause(String text, int at) {
        char c = text.charAt(at);
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return true;
        }
        boolean goesOn = at + 1 < text.length() && Character.isLetterOrDigit(text.codePointAt(at + 1));
        return FULL_STOPS.indexOf(c) >= 0 && !(c == '.' && goesOn);
    }
}
