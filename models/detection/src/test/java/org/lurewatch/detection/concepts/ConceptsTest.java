package org.lurewatch.detection.concepts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.text.ComparableText;
import org.lurewatch.detection.text.TextChain;
import org.lurewatch.detection.text.Tokens;

/** Which language a text is read in. */
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
    @CsvSource(
            delimiter = '|',
            value = {
                "parcel | ro | Backend cu PostgreSQL și postgrad",
                "parcel | ro | Post vacant de contabil, post nou",
                "refund | ro | Tax returns",
                "lodging | id | Send a message on messenger",
                "video | fil | Noodle house crew",
                "money | hu | Európai cég, Europe",
                "like | es | You will likely work, likewise on weekends",
                "like | fr | likely",
                "like | pt | likely",
                "like | fil | likely",
                "like | id | likely",
                "debt | fil | Olay counter",
                "p_social | fil | Birthday leave"
            })
    void aShortFormIsNoPartOfAnotherWord(String concept, String language, String text) {
        int index = Concepts.indexOf(concept);
        assertTrue(found(text).get(0).stream()
                .filter(match -> match.concept() == index)
                .noneMatch(match -> speaks(match.languages(), language)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parcel | ro | la poștă",
                "parcel | ro | trimis prin posta",
                "parcel | ro | servicii poștale",
                "refund | ro | retururi",
                "lodging | id | mess karyawan",
                "video | fil | nood",
                "money | hu | 900 euróért",
                "like | es | likes",
                "like | id | like"
            })
    void theFormItselfIsFound(String concept, String language, String text) {
        int index = Concepts.indexOf(concept);
        assertTrue(found(text).get(0).stream()
                .filter(match -> match.concept() == index)
                .anyMatch(match -> speaks(match.languages(), language)));
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
    @ValueSource(strings = {"nl", "NL", "nl-BE", "NL_be", "nl_Latn", " nl ", "nl/fr", "Nl;q=1"})
    void aStatedLanguageIsReadInEverySpellingOfItsTag(String stated) {
        List<List<ConceptMatch>> found = List.of(List.of(new ConceptMatch(0, bit("de") | bit("nl"), 0, 1)));
        assertEquals(Optional.of("nl"), Concepts.likeliest(found, stated));
    }

    @Test
    void languagesHaveCodes() {
        assertEquals(Set.of("de", "zh"), Concepts.codes(bit("de", "zh")));
        assertEquals(Set.of(), Concepts.codes(0));
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
