package org.lurewatch.trainer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
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

    @Property
    void whateverAPostingNamesALanguageIsShortAndPlain(@ForAll String named, @ForAll String text) {
        String language = language(named, "cook " + text);
        assertTrue(language.matches("[a-z]{2,8}(-[A-Z][a-z]{3})?"), language);
    }

    private static String language(String named, String title) {
        Map<PostingField, String> texts = new HashMap<>(Map.of(PostingField.TITLE, title));
        texts.put(PostingField.IN_LANGUAGE, named);
        return PostingLanguage.of(new JobPosting("1", "", texts, null, null));
    }
}
