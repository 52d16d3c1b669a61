package org.lurewatch.trainer.bench.attack;

import java.util.SplittableRandom;
import org.lurewatch.trainer.bench.subject.TextUnits;

/** ASCII in its full-width form, by what stands between blanks. */
final class FullWidth implements TextAttack {
    private static final int TO_FULL = 0xFEE0;

    @Override
    public String disguise(String text, double share, SplittableRandom chance) {
        return TextUnits.rewriteChunks(text, chunk -> TextAttack.happens(share, chance) ? full(chunk) : chunk);
    }

    private static String full(String chunk) {
        StringBuilder out = new StringBuilder(chunk.length());
        for (int i = 0; i < chunk.length(); i++) {
            char c = chunk.charAt(i);
            out.append(c > ' ' && c <= '~' ? (char) (c + TO_FULL) : c);
        }
        return out.toString();
    }
}
