package org.lurewatch.trainer.bench.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TextAttacksTest {
    private static final List<TextAttack> ALL = List.of(
            new Homoglyphs(),
            new ZeroWidth(),
            new Spacing(),
            new FullWidth(),
            new LeetDigits(),
            new Emoji(),
            new Misspelling(),
            new AliasSwap());
    private static final List<String> PIECES = List.of(
            "salary ",
            "Telegram ",
            "high ",
            "x@y.org ",
            "+44 20 7946 0958 ",
            "高薪",
            "微信",
            "博彩",
            "ค่าจ้าง",
            "ការងារ ",
            "работа ",
            "мощность ",
            "📱",
            "é",
            "\u0301",
            "5萬",
            "10万 ",
            ". ",
            "\n",
            "https://t.me/abc ",
            "ID: jenny88 ",
            "નોકરી ",
            "ဝန်ထမ်း");

    @Property(tries = 300, seed = "7")
    void theSameSeedGivesTheSameText(
            @ForAll("texts") String text,
            @ForAll("attacks") TextAttack attack,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        assertEquals(
                attack.disguise(text, share, new SplittableRandom(3)),
                attack.disguise(text, share, new SplittableRandom(3)));
    }

    @Property(tries = 300, seed = "7")
    void aShareOfNothingChangesNothing(@ForAll("texts") String text, @ForAll("attacks") TextAttack attack) {
        assertEquals(text, attack.disguise(text, 0, new SplittableRandom(3)));
    }

    @Property(tries = 300, seed = "7")
    void noAttackBreaksACharacterInTwo(@ForAll("texts") String text, @ForAll("attacks") TextAttack attack) {
        String disguised = attack.disguise(text, 1, new SplittableRandom(3));
        assertTrue(disguised.codePoints().noneMatch(cp -> cp >= 0xD800 && cp <= 0xDFFF), disguised);
    }

    @Property(tries = 300, seed = "7")
    void whatHasNoWidthCanBeTakenOutAgain(@ForAll("texts") String text) {
        String hidden = new ZeroWidth().disguise(text, 1, new SplittableRandom(3));
        assertEquals(text, hidden.replaceAll("[\u200b\u2060\ufeff\u00ad]", ""));
    }

    @Property(tries = 300, seed = "7")
    void fullWidthLettersNormaliseBack(@ForAll("texts") String text) {
        String full = new FullWidth().disguise(text, 1, new SplittableRandom(3));
        assertEquals(nfkc(text), nfkc(full));
    }

    @Property(tries = 300, seed = "7")
    void spacingKeepsEveryLetter(@ForAll("texts") String text) {
        String spaced = new Spacing().disguise(text, 1, new SplittableRandom(3));
        assertEquals(letters(text), letters(spaced));
    }

    @Test
    void homoglyphsTakeLettersOfOtherAlphabets() {
        String disguised = new Homoglyphs().disguise("operator", 1, new SplittableRandom(3));
        assertEquals(8, disguised.length());
        assertTrue(disguised.chars().anyMatch(c -> c > 0x370), disguised);
    }

    @Test
    void homoglyphsTakeTheOtherFormOfHan() {
        assertNotEquals("高薪賺錢", new Homoglyphs().disguise("高薪賺錢", 1, new SplittableRandom(3)));
    }

    @Test
    void handlesLinksAndNumbersStayAsTheyAre() {
        String contact = "jenny88 bob@mail.example https://t.me/abcd +44 20 7946 0958";
        for (TextAttack attack : List.of(new Homoglyphs(), new Spacing(), new LeetDigits(), new Misspelling())) {
            assertEquals(contact, attack.disguise(contact, 1, new SplittableRandom(3)), attack.toString());
        }
    }

    @Test
    void leetWritesDigitsForLetters() {
        String disguised = new LeetDigits().disguise("salaries offered", 1, new SplittableRandom(3));
        assertTrue(disguised.chars().anyMatch(Character::isDigit), disguised);
        assertEquals("⑧萬", new LeetDigits().disguise("8萬", 1, new SplittableRandom(3)));
        assertEquals("18萬", new LeetDigits().disguise("18萬", 1, new SplittableRandom(3)));
    }

    @Test
    void emojiStandForWordsInManyLanguages() {
        assertTrue(
                new Emoji().disguise("high salary", 1, new SplittableRandom(3)).contains("💰"));
        assertTrue(new Emoji().disguise("包機票", 1, new SplittableRandom(3)).contains("✈"));
        assertTrue(new Emoji()
                .disguise("Проживание и билет", 1, new SplittableRandom(3))
                .contains("🏠"));
    }

    @Test
    void aMisspeltWordKeepsItsFirstAndLastLetter() {
        for (int seed = 0; seed < 50; seed++) {
            String word = new Misspelling().disguise("transfer", 1, new SplittableRandom(seed));
            assertTrue(word.startsWith("t") && word.endsWith("r"), word);
            assertTrue(Math.abs(word.length() - 8) <= 1, word);
        }
        assertEquals("work", new Misspelling().disguise("work", 1, new SplittableRandom(3)));
    }

    @Test
    void aliasesReplaceWholeWordsOnly() {
        String disguised = new AliasSwap().disguise("Telegram, online, LINE", 1, new SplittableRandom(3));
        assertFalse(disguised.contains("Telegram"), disguised);
        assertTrue(disguised.contains("online"), disguised);
        assertFalse(disguised.endsWith("LINE"), disguised);
        assertFalse(
                new AliasSwap().disguise("加微信聊博彩", 1, new SplittableRandom(3)).contains("微信"));
    }

    @Provide
    Arbitrary<TextAttack> attacks() {
        return Arbitraries.of(ALL);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join("", pieces));
    }

    private static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String letters(String text) {
        return text.replaceAll("[ .\\-_*\u3000]", "");
    }
}
