package org.lurewatch.trainer.bench.attack;

import java.util.List;

/** The attacks of the bench. */
public final class Attacks {
    private Attacks() {}

    /** All of them; the first five are those that the measure of kept warnings is stated for, at medium strength. */
    public static List<Attack> all(Donors donors) {
        return List.of(
                Attack.of("misspelling", "words of 4 letters or more", 0.1, 0.3, 0.6, new Misspelling().onPosting()),
                Attack.of("honest padding", "own length, in honest text", 0.5, 1, 3, new HonestPadding(donors)),
                Attack.of(
                        "field stuffing",
                        "600 characters of honest text in each empty side field",
                        0.25,
                        1,
                        2,
                        new FieldStuffing(donors)),
                Attack.whole("description only", "the other fields dropped", new DescriptionOnly()),
                Attack.of("emoji", "spaces and full stops", 0.1, 0.3, 0.6, new Emoji().onPosting()),
                Attack.of("emoji words", "words", 0.1, 0.25, 0.6, new EmojiWords().onPosting()),
                Attack.of(
                        "near forms",
                        "unspaced characters, words with marks",
                        0.1,
                        0.3,
                        0.8,
                        new NearForms().onPosting()),
                Attack.of("homoglyphs", "words, Han characters", 0.1, 0.3, 0.8, new Homoglyphs().onPosting()),
                Attack.of("zero-width", "words, unspaced characters", 0.1, 0.3, 0.8, new ZeroWidth().onPosting()),
                Attack.of("spacing", "words, unspaced characters", 0.05, 0.15, 0.5, new Spacing().onPosting()),
                Attack.of("full-width", "words", 0.25, 0.5, 1, new FullWidth().onPosting()),
                Attack.of("leet digits", "words of 4 letters or more", 0.1, 0.3, 0.8, new LeetDigits().onPosting()),
                Attack.of("alias swap", "mentions with an alias", 0.4, 0.8, 1, new AliasSwap().onPosting()));
    }
}
