package org.lurewatch.trainer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

class PostingLanguageTest {

    @Test
    void whatThePostingNamesCountsWithoutItsRegion() {
        assertEquals("en", language("en-PH", "cook"));
        assertEquals("en", language(" EN ", "cook"));
        assertEquals("id", language("id", "juru masak"));
        assertEquals("pt", language("pt_BR", "cozinheiro"));
    }

    @Test
    void theScriptIsToldWhereItIsNamedOrNotTheUsualOne() {
        assertEquals("zh-Hans", language("zh-Hans-MY", "x"));
        assertEquals("zh-Hant", language("zh-TW", "x"));
        assertEquals("hi-Latn", language("hi-Latn", "x"));
        assertEquals("hi", language("hi", "x"));
    }

    @Test
    void severalLanguagesAreSeveral() {
        assertEquals("mul", language("en/km/zh", "cook"));
        assertEquals("en", language("en-US, en-GB", "cook"));
    }

    @Test
    void withoutALanguageOnlyTheScriptIsKnown() {
        assertEquals("und-Thai", language(null, "พ่อครัว cook"));
        assertEquals("und-Hani", language("und", "招聘廚師"));
        assertEquals("und-Latn", language("", "cook 廚"));
        assertEquals("und-Zyyy", language(null, "12345 !!!"));
    }

    @Test
    void whatIsStatedKeepsTheScriptOfChineseAndSeveralLanguages() {
        assertEquals("en", stated("en-PH"));
        assertEquals("zh-Hant", stated("zh-Hant"));
        assertEquals("zh-TW", stated("zh-TW"));
        assertEquals("bn", stated("bn-Latn"));
        assertEquals("id/en", stated("id/en"));
        assertEquals("?", stated(null));
    }

    @Test
    void allLanguagesComeWithoutRegionAndScriptTheFirstOneFirst() {
        assertEquals(List.of("en", "km", "zh"), all("en-US/km/zh-Hant", "cook"));
        assertEquals(List.of("bn"), all("bn-Latn", "cook"));
        assertEquals(List.of("fil"), all("tl", "cook"));
    }

    @Test
    void withoutALanguageThatOfTheScriptIsTaken() {
        assertEquals(List.of("th"), all(null, "พ่อครัว"));
        assertEquals(List.of("zh"), all("und", "招聘廚師"));
        assertEquals(List.of("ru"), all("", "повар"));
        assertEquals(1, all(null, "12345 !!!").size());
    }

    @Property
    void whateverAPostingNamesALanguageIsShortAndPlain(@ForAll String named, @ForAll String text) {
        String language = language(named, "cook " + text);
        assertTrue(language.matches("[a-z]{2,8}(-[A-Z][a-z]{3})?"), language);
    }

    private static String language(String named, String title) {
        return PostingLanguage.of(posting(named, title));
    }

    private static String stated(String named) {
        return PostingLanguage.stated(posting(named, "cook"));
    }

    private static List<String> all(String named, String title) {
        return List.copyOf(PostingLanguage.all(posting(named, title)));
    }

    private static JobPosting posting(String named, String title) {
        Map<PostingField, String> texts = new HashMap<>(Map.of(PostingField.TITLE, title));
        texts.put(PostingField.IN_LANGUAGE, named);
        return new JobPosting("1", "", texts, null, null);
    }
}
