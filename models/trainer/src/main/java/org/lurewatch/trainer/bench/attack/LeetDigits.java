package org.lurewatch.trainer.bench.attack;

import java.util.Map;
import java.util.SplittableRandom;
import org.lurewatch.trainer.bench.subject.TextUnits;

/**
 * Digits and signs in place of the letters that they resemble, in words of four letters or more: each such letter of a
 * chosen word is replaced with even odds. A single digit before a Han character gets a circle.
 */
final class LeetDigits implements TextAttack {
    private static final int SHORTEST = 4;
    private static final double OF_A_WORD = 0.5;
    private static final char CIRCLED_ONE = '\u2460';
    private static final Map<Character, Character> DIGITS = Map.ofEntries(
            Map.entry('a', '4'),
            Map.entry('A', '4'),
            Map.entry('e', '3'),
            Map.entry('E', '3'),
            Map.entry('i', '1'),
            Map.entry('I', '1'),
            Map.entry('l', '1'),
            Map.entry('o', '0'),
            Map.entry('O', '0'),
            Map.entry('s', '5'),
            Map.entry('S', '$'),
            Map.entry('t', '7'),
            Map.entry('T', '7'),
            Map.entry('\u0430', '@'),
            Map.entry('\u043e', '0'),
            Map.entry('\u0437', '3'),
            Map.entry('\u0447', '4'));

    @Override
    public String disguise(String text, double share, SplittableRandom chance) {
        String words = TextUnits.rewrite(
                text, (unit, unspaced) -> TextAttack.happens(share, chance) ? withDigits(unit, chance) : unit);
        return circled(words, share, chance);
    }

    private static String withDigits(String word, SplittableRandom chance) {
        if (word.length() < SHORTEST) {
            return word;
        }
        StringBuilder out = new StringBuilder(word);
        for (int i = 0; i < out.length(); i++) {
            Character digit = DIGITS.get(out.charAt(i));
            if (digit != null && TextAttack.happens(OF_A_WORD, chance)) {
                out.setCharAt(i, digit);
            }
        }
        return out.toString();
    }

    private static String circled(String text, double share, SplittableRandom chance) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i + 1 < out.length(); i++) {
            char c = out.charAt(i);
            boolean alone =
                    i == 0 || !Character.isLetterOrDigit(out.charAt(i - 1)) || TextUnits.isUnspaced(out.charAt(i - 1));
            if (c >= '1'
                    && c <= '9'
                    && alone
                    && TextUnits.isUnspaced(out.charAt(i + 1))
                    && TextAttack.happens(share, chance)) {
                out.setCharAt(i, (char) (CIRCLED_ONE + c - '1'));
            }
        }
        return out.toString();
    }
}
