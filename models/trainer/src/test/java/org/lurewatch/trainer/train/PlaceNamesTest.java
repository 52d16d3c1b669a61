package org.lurewatch.trainer.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.phrases.Lexicon;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.text.TextChain;
import org.lurewatch.detection.text.Token;
import org.lurewatch.detection.text.Tokens;

class PlaceNamesTest {
    private static TriePhraseMatcher places;

    @BeforeAll
    static void index() {
        List<String> problems = new ArrayList<>();
        places = new TriePhraseMatcher(
                Lexicon.parse(PlaceNames.lines(), problems).phrases());
        assertEquals(List.of(), problems);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Only Cambodians or Filipinos may apply | Cambodians;Filipinos",
                "A Nigerian's CV and Cambodia’s market | Nigerian's;Cambodia’s",
                "South African and Sri Lankan cooks in the UK | South African;Sri Lankan;UK",
                "work in Phnom Penh or Mae Sot | Phnom Penh;Mae Sot",
                "限柬埔寨籍、菲律宾人,在西港上班 | 柬埔寨籍;菲律宾人;西港",
                "泰國人在曼谷 | 泰國人;曼谷",
                "カンボジア人の方、プノンペン勤務 | カンボジア人;プノンペン",
                "캄보디아에서 한국인을 모집 | 캄보디아에서;한국인을",
                "รับชาวกัมพูชา ทำงานปอยเปต | ชาวกัมพูชา;ปอยเปต",
                "người Việt làm ở Hà Nội, nói tiếng Trung | người Việt;Hà Nội;tiếng Trung",
                "orang Indonesia di Kamboja | orang Indonesia;Kamboja",
                "Mga Pinoy sa Maynila | Pinoy;Maynila",
                "Wakenya wanaotaka kazi Nairobi | Wakenya;Nairobi",
                "भारतीय और नेपाली दिल्ली में | भारतीय;नेपाली;दिल्ली",
                "नेपालमा र कतारको काम | नेपालमा;कतारको",
                "বাংলাদেশি কর্মী কম্বোডিয়ায় | বাংলাদেশি",
                "للمصريين والفلبينيين في بانكوك | للمصريين;بانكوك",
                "Для россиян и китайцев в Камбодже | россиян;китайцев;Камбодже",
                "chicas colombianas y venezolanos en Bogotá | colombianas;venezolanos;Bogotá",
                "brasileiras em São Paulo | brasileiras;São Paulo",
                "des Camerounaises à Douala | Camerounaises;Douala",
                "ኢትዮጵያውያን በታይላንድ | ኢትዮጵያውያን;በታይላንድ",
            })
    void namesAreFoundInTheirForms(String text, String expected) {
        List<String> found = found(text);
        for (String name : expected.split(";")) {
            assertTrue(found.contains(name), name + " is not among " + found);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my first job in a bar",
                "an oral exam for the BI team",
                "hợp pháp, hợp đồng lao động",
                "surat lamaran kerja",
                "y solo trabajo de noche",
            })
    void ordinaryWordsAreNoPlaces(String text) {
        assertEquals(List.of(), found(text));
    }

    @Test
    void linesAreTheSameEveryTime() {
        assertEquals(PlaceNames.lines(), PlaceNames.lines());
        assertFalse(PlaceNames.lines().lines().skip(1).anyMatch(line -> !line.startsWith("place\tmul\t")));
    }

    @Test
    void formsFollowTheLanguage() {
        assertEquals("Kenya Kenya's", forms("en", "Kenya", false));
        assertEquals("Japanese Japanese's", forms("en", "Japanese", true));
        assertEquals("Thai Thai's Thais", forms("en", "Thai", true));
        assertEquals("ivoirien ivoirienne ivoiriennes ivoiriens", forms("fr", "ivoirien", true));
        assertEquals("Россией России Россию Россия", forms("ru", "Россия", false));
        assertEquals("español española españolas españoles", forms("es", "español", true));
        assertEquals("cafe", forms("id", "cafe", true));
    }

    private static String forms(String language, String name, boolean nationality) {
        return String.join(
                " ", nationality ? PlaceForms.ofNationality(language, name) : PlaceForms.ofPlace(language, name));
    }

    private static List<String> found(String raw) {
        var text = TextChain.comparable(raw);
        List<Token> tokens = Tokens.of(text.text());
        return places.match(tokens).stream()
                .map((PhraseMatch match) -> text.quote(
                        tokens.get(match.firstToken()).start(),
                        tokens.get(match.endToken() - 1).end()))
                .collect(Collectors.toList());
    }
}
