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
            new EmojiWords(),
            new Misspelling(),
            new NearForms(),
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
        assertEquals(withoutGaps(text), withoutGaps(spaced));
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
        assertTrue(new EmojiWords()
                .disguise("high salary", 1, new SplittableRandom(3))
                .contains("💰"));
        assertTrue(new EmojiWords().disguise("包機票", 1, new SplittableRandom(3)).contains("✈"));
        assertTrue(new EmojiWords()
                .disguise("Проживание и билет", 1, new SplittableRandom(3))
                .contains("🏠"));
    }

    @Test
    void anEmojiFollowsSpacesAndFullStopsOutsideOfAddressesAndFigures() {
        String disguised = new Emoji().disguise("Pay 3.5 k. See t.me/abc。好", 1, new SplittableRandom(3));
        assertTrue(disguised.matches("Pay \\S+3\\.5 \\S+k\\.\\S+ \\S+See \\S+t\\.me/abc。\\S+好"), disguised);
        assertEquals(
                "Pay 3.5 k. See t.me/abc。好",
                disguised
                        .codePoints()
                        .filter(cp -> Character.isLetterOrDigit(cp) || " ./。".indexOf(cp) >= 0)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    @Test
    void threeWordsInTenOfFourLettersOrMoreAreMisspelt() {
        String word = "planet";
        String text = (word + " ").repeat(10_000);
        String[] words =
                new Misspelling().disguise(text, 0.3, new SplittableRandom(3)).split(" ", -1);
        int swapped = 0;
        int dropped = 0;
        int doubled = 0;
        for (String each : words) {
            if (each.length() == word.length() - 1) {
                dropped++;
                assertTrue(isDropped(word, each), each);
            } else if (each.length() == word.length() + 1) {
                doubled++;
                assertTrue(isDropped(each, word), each);
            } else if (!each.equals(word) && !each.isEmpty()) {
                swapped++;
                assertEquals(letters(word), letters(each), each);
            }
        }
        // Three standard deviations of a count of n with probability p: 3 * sqrt(n p (1 - p)).
        assertEquals(10_000 * 0.3 * 0.4, swapped, 98);
        assertEquals(10_000 * 0.3 * 0.3, dropped, 86);
        assertEquals(10_000 * 0.3 * 0.3, doubled, 86);
    }

    private static boolean isDropped(String whole, String less) {
        for (int i = 0; i < whole.length(); i++) {
            if (less.equals(whole.substring(0, i) + whole.substring(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** In alphabetical order. */
    private static List<Integer> letters(String word) {
        return word.chars().sorted().boxed().toList();
    }

    @Test
    void wordsOfThreeLettersAreNotMisspelt() {
        assertEquals("pay för 高薪的", new Misspelling().disguise("pay för 高薪的", 1, new SplittableRandom(3)));
    }

    @Test
    void whereWordsAreNotSpacedAStretchOfLettersIsMisspelt() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom chance = new SplittableRandom(seed);
            assertNotEquals("高薪招聘", new Misspelling().disguise("高薪招聘", 1, chance));
            assertNotEquals("待遇：高薪招聘", new Misspelling().disguise("待遇：高薪招聘", 1, chance), "no handle");
        }
    }

    @Test
    void nearFormsOfHanAndWordsWithoutAccents() {
        assertEquals("tuyen dung й", new NearForms().disguise("tuyển dụng й", 1, new SplittableRandom(3)));
        assertEquals("คาจาง", new NearForms().disguise("ค่าจ้าง", 1, new SplittableRandom(3)));
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

    private static String withoutGaps(String text) {
        return text.replaceAll("[ .\\-_*\u3000]", "");
    }
}
