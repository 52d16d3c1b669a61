package org.lurewatch.detection.concepts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.text.ComparableText;
import org.lurewatch.detection.text.TextChain;
import org.lurewatch.detection.text.Tokens;

/** Which language a text is read in, and what it denies. */
class ConceptsTest {
    private static final List<String> LANGUAGES = ConceptTable.bundled().languages();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | We are looking for a waiter for our restaurant in the evening",
                "de | Wir suchen eine Reinigungskraft für unser Büro am Abend",
                "es | Buscamos camarero para nuestro restaurante por la noche",
                "pt | Procuramos cozinheiro para o nosso restaurante à noite",
                "ru | Ищем официанта в наш ресторан на вечер",
                "uk | Шукаємо офіціанта до нашого ресторану на вечір",
                "zh | 我们餐厅招聘服务员，晚班",
                "ja | レストランのスタッフを募集しています",
                "ko | 저희 식당에서 일할 직원을 구합니다",
                "vi | Nhà hàng chúng tôi cần tuyển nhân viên phục vụ buổi tối",
                "th | ร้านอาหารของเรารับสมัครพนักงานเสิร์ฟ",
                "ar | نبحث عن نادل للعمل في مطعمنا في المساء",
                "tr | Restoranımız için akşam çalışacak garson arıyoruz",
                "id | Kami mencari pelayan untuk restoran kami pada malam hari",
                "sw | Tunatafuta mhudumu wa mgahawa wetu wa jioni"
            })
    void theLanguageOfASentenceIsTheSameWithAndWithoutBeingStated(String language, String text) {
        assertEquals(Optional.of(language), Concepts.likeliest(found(text), ""));
        assertEquals(Optional.of(language), Concepts.likeliest(found(text), language));
        assertTrue(speaks(Concepts.languages(found(text), ""), language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ru", "zh-Hans", "xx", ""})
    void aWrongStatementTurnsNoClearVote(String stated) {
        List<List<ConceptMatch>> found =
                found("Buscamos camarero para nuestro restaurante por la noche, sin experiencia");
        assertEquals(Optional.of("es"), Concepts.likeliest(found, stated));
    }

    @Test
    void aStatementTipsTheScalesBetweenTwoThatAreEquallyLikely() {
        long both = bit("de") | bit("nl");
        List<List<ConceptMatch>> found = List.of(List.of(new ConceptMatch(0, both, 0, 1)));
        assertEquals(Optional.of("de"), Concepts.likeliest(found, "de-AT"));
        assertEquals(Optional.of("nl"), Concepts.likeliest(found, "nl_BE"));
        assertEquals(bit("nl") | bit("en"), Concepts.languages(found, "nl"));
        assertEquals(both | bit("en"), Concepts.languages(found, ""));
    }

    @Test
    void aFormOfSeveralLanguagesIsSharedAmongThem() {
        List<List<ConceptMatch>> found = List.of(
                List.of(new ConceptMatch(0, bit("de") | bit("nl") | bit("sv"), 0, 1)),
                List.of(new ConceptMatch(0, bit("nl") | bit("fr"), 0, 1)));
        assertEquals(Optional.of("nl"), Concepts.likeliest(found, ""));
    }

    @Test
    void englishCountsBesideEveryLanguage() {
        long languages = Concepts.languages(found("Ищем официанта в наш ресторан"), "ru");
        assertTrue(speaks(languages, "en"));
        assertTrue(speaks(languages, "ru"));
        assertFalse(speaks(languages, "de"));
    }

    @Test
    void whereNoWordTellsAllLanguagesCount() {
        assertEquals(Optional.empty(), Concepts.likeliest(found("4711 @@@ xyzzy"), "de"));
        assertEquals((1L << LANGUAGES.size()) - 1, Concepts.languages(List.of(), "de"));
    }

    @Test
    void onlyFormsOfTheLanguagesOfThePostingAreMeant() {
        List<ConceptMatch> matches =
                List.of(new ConceptMatch(3, bit("de"), 0, 1), new ConceptMatch(4, bit("de") | bit("fr"), 1, 2));
        assertEquals(matches, Concepts.spoken(matches, bit("de")));
        assertEquals(matches.subList(1, 2), Concepts.spoken(matches, bit("fr")));
        assertEquals(List.of(), Concepts.spoken(matches, bit("ru")));
    }

    @Test
    void commonWordsTellTheLanguageAndMeanNothing() {
        List<ConceptMatch> matches = List.of(new ConceptMatch(ConceptTable.COMMON_WORD, bit("de"), 0, 1));
        assertEquals(Optional.of("de"), Concepts.likeliest(List.of(matches), ""));
        assertEquals(List.of(), Concepts.spoken(matches, bit("de")));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "2, false"})
    void whatStandsNextToANegationIsDenied(int tokensBetween, boolean denied) {
        ConceptMatch negation = new ConceptMatch(Concepts.indexOf("no_without"), bit("en"), 10, 11);
        ConceptMatch before =
                new ConceptMatch(Concepts.indexOf("fee"), bit("en"), 9 - tokensBetween, 10 - tokensBetween);
        ConceptMatch behind =
                new ConceptMatch(Concepts.indexOf("job"), bit("en"), 11 + tokensBetween, 12 + tokensBetween);
        List<Boolean> spoken = Concepts.spoken(List.of(before, negation, behind), bit("en")).stream()
                .map(ConceptMatch::denied)
                .toList();
        assertEquals(List.of(denied, false, denied), spoken, "a negation denies others, not itself");
    }

    @Test
    void aNegationOfAnotherLanguageDeniesNothing() {
        List<ConceptMatch> spoken = Concepts.spoken(
                List.of(
                        new ConceptMatch(Concepts.indexOf("no_without"), bit("fr"), 0, 1),
                        new ConceptMatch(Concepts.indexOf("fee"), bit("en"), 1, 2)),
                bit("en"));
        assertEquals(List.of(new ConceptMatch(Concepts.indexOf("fee"), bit("en"), 1, 2)), spoken);
    }

    @Test
    void aNegationInsideASayingDoesNotDenyIt() {
        List<ConceptMatch> spoken = Concepts.spoken(
                List.of(
                        new ConceptMatch(Concepts.indexOf("no_without"), bit("en"), 0, 1),
                        new ConceptMatch(Concepts.indexOf("p_no_fee"), bit("en"), 0, 3)),
                bit("en"));
        assertFalse(spoken.get(1).denied());
    }

    @Test
    void whoAsksForAConceptThatIsNotThereIsToldSo() {
        String message = assertThrows(IllegalArgumentException.class, () -> Concepts.indexOf("nothing"))
                .getMessage();
        assertEquals("there is no concept nothing", message);
    }

    private static List<List<ConceptMatch>> found(String raw) {
        ComparableText text = TextChain.comparable(raw);
        return List.of(Concepts.in(Tokens.of(text), text.text()));
    }

    private static long bit(String... languages) {
        return Arrays.stream(languages)
                .mapToLong(language -> 1L << LANGUAGES.indexOf(language))
                .reduce(0, (one, other) -> one | other);
    }

    private static boolean speaks(long languages, String language) {
        return (languages & bit(language)) != 0;
    }
}
