package org.lurewatch.detection.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.lurewatch.detection.CpuTime;
import org.lurewatch.detection.concepts.ConceptMatch;
import org.lurewatch.detection.concepts.Concepts;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

class MeantConceptsTest {
    private static final PostingReader READER = new PostingReader(new TriePhraseMatcher(List.of()));

    @ParameterizedTest(name = "{1} {0}: {3} -> {2}")
    @CsvFileSource(resources = "said-how.tsv", delimiter = '\t', quoteCharacter = '`', numLinesToSkip = 1)
    void aSayingIsStatedDeniedOrReported(String saying, String language, String meant, String text) {
        List<ConceptMatch> matches = matches(saying, text, language);
        assertFalse(matches.isEmpty(), "the saying is in the text");
        for (ConceptMatch match : matches) {
            assertEquals(meant, match.denied() ? "denied" : match.reported() ? "reported" : "stated");
        }
        double said = SignalFeatures.of(read(text, language))[SignalFeatures.indexOf(SignalFeatures.SAID + saying)];
        assertEquals(meant.equals("stated") ? 1 : 0, said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | No deposit | true",
                "en | You work without any deposit | true",
                "en | No mail. Deposit here | false",
                "en | No mail, deposit here | false",
                "en | A deposit no experience | false",
                "de | Keine Kaution | true",
                "ru | Залога не берем | true",
                "tr | Depozito yok | true",
                "tr | Depozito 500 lira. Deneyim yok | false",
            })
    void aSubjectIsDeniedByWordsBesideItInItsOwnClause(String language, String text, boolean denied) {
        List<ConceptMatch> matches = matches("fee", text, language);
        assertFalse(matches.isEmpty(), "the subject is in the text");
        assertEquals(denied, matches.get(0).denied());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Your passport stays with you",
                "en | You keep your passport",
                "de | Der Reisepass bleibt bei Ihnen",
                "ru | Паспорт хранится у вас",
                "ru | Паспорт всегда остаётся у вас",
                "uk | Паспорт залишається у вас",
                "es | El pasaporte se queda contigo",
                "fr | Le passeport reste avec vous",
                "pt | O passaporte fica com você",
                "cs | Cestovní pas zůstává u vás",
                "id | Paspor dipegang sendiri",
                "tr | Pasaport sizde kalır",
                "vi | Hộ chiếu bạn tự giữ",
                "zh | 护照自己保管",
                "ja | パスポートはご自身で保管",
                "ko | 여권은 본인이 보관"
            })
    void papersThatStayWithTheirOwnerAreNoSign(String language, String text) {
        for (String concept : List.of("passport", "papers_kept", "papers_kept_said", "denies_harm")) {
            assertEquals(List.of(), matches(concept, text, language), concept);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Passport stays with us",
                "en | We keep your passport. Your luggage stays with you",
                "de | Der Reisepass bleibt bei der Firma",
                "ru | Паспорт хранится у нас",
                "pt | O passaporte fica com a empresa",
                "cs | Pas zůstává u šéfa",
                "zh | 护照由公司保管"
            })
    void papersThatStayWithSomebodyElseAreKept(String language, String text) {
        assertFalse(matches("papers_kept_said", text, language).isEmpty(), text);
    }

    @Test
    void nothingButPapersIsLeftWithSomebody() {
        assertFalse(matches("earn", "All your income stays with you", "en").isEmpty());
    }

    @Test
    void aSubjectIsNeverReported() {
        assertFalse(matches("fee", "Scammers want a deposit", "en").get(0).reported());
    }

    @Test
    void aNegationOfALanguageThatIsNotSpokenDeniesNothing() {
        String text = "Wir suchen für unser Büro am Abend eine Kraft, nu bank drops";
        assertFalse(matches("mule_slang", text, "de").get(0).denied());
    }

    @Test
    void whatAMockWarningReportsIsItsOwnOffer() {
        String offer = "Police warn of money mules. Telegram @boss_of_work_1";
        assertTrue(
                matches("mule_slang", "Police warn of money mules", "en").get(0).reported());
        assertFalse(matches("mule_slang", offer, "en").get(0).reported());
    }

    @Test
    void aSentenceOfNothingButDenialsIsReadSoon() {
        String text = "no fee not ".repeat(20_000);
        List<ConceptMatch> matches = CpuTime.atMost(Duration.ofSeconds(10), () -> matches("fee", text, "en"));
        assertEquals(20_000, matches.size());
        assertTrue(matches.get(0).denied());
    }

    private static List<ConceptMatch> matches(String concept, String text, String language) {
        return read(text, language).concepts().get(0).stream()
                .filter(match -> match.concept() == Concepts.indexOf(concept))
                .toList();
    }

    private static Reading read(String text, String language) {
        Map<PostingField, String> texts = Map.of(PostingField.DESCRIPTION, text, PostingField.IN_LANGUAGE, language);
        return READER.read(new JobPosting("1", "", texts, null, null));
    }
}
