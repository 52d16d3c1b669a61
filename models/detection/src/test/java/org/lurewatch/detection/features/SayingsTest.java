package org.lurewatch.detection.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.concepts.Concept;
import org.lurewatch.detection.concepts.Concepts;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/**
 * Every saying is a named signal in several languages, is none in an honest sentence of a similar kind, and none where
 * it is denied. The sentences were written for this test; they say that known wordings work, not how many are known.
 */
class SayingsTest {
    private static final Path EXAMPLES =
            Path.of("src", "test", "resources", "org", "lurewatch", "detection", "features", "sayings.tsv");
    private static final int FEWEST_LANGUAGES = 6;
    private static final PostingReader READER = new PostingReader(new TriePhraseMatcher(List.of()));

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "sayings.tsv", delimiter = '\t', quoteCharacter = '`', numLinesToSkip = 1)
    void aSayingIsReadWhereItIsMeant(String saying, String language, String said, String notSaid, String denied) {
        for (String stated : List.of(language, "")) {
            assertTrue(says(saying, said, stated), said);
            assertEquals(false, says(saying, notSaid, stated), notSaid);
            assertEquals(false, says(saying, denied, stated), denied);
        }
    }

    @Test
    void everySayingHasExamplesInSeveralLanguages() throws IOException {
        Map<String, Set<String>> languages = new HashMap<>();
        Files.readAllLines(EXAMPLES).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .forEach(cells -> languages
                        .computeIfAbsent(cells[0], saying -> new TreeSet<>())
                        .add(cells[1]));
        for (Concept concept : Concepts.all()) {
            if (concept.isSaying()) {
                Set<String> of = languages.getOrDefault(concept.code(), Set.of());
                assertTrue(of.size() >= FEWEST_LANGUAGES, concept.code() + ": " + of);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "responsibilities", "jobBenefits"})
    void aSayingCountsInEveryFieldOfProse(String wireName) {
        PostingField field = PostingField.ofWireName(wireName).orElseThrow();
        Map<PostingField, String> texts = Map.of(PostingField.DESCRIPTION, "Clerk", field, "Money mules needed");
        double[] signals = SignalFeatures.of(READER.read(new JobPosting("1", "", texts, null, null)));
        assertEquals(1, signals[SignalFeatures.indexOf("said.mule_slang")]);
    }

    @Test
    void oneDenialAmongSeveralMentionsClearsNothing() {
        assertTrue(says("scam_trade_slang", "We do no love scam here. Honestly: it is a love scam team.", "en"));
    }

    @Test
    void aSayingSaidTwiceCountsOnce() {
        double[] once = signals("Money mules needed", "en");
        double[] twice = signals("Money mules needed. Money mules needed", "en");
        int index = SignalFeatures.indexOf("said.mule_slang");
        assertEquals(once[index], twice[index]);
    }

    @Test
    void whatIsExpectedOfASayingFollowsItsKind() {
        assertEquals(3, expected("denies_harm"));
        assertEquals(1.5, expected("fee_first"));
        assertEquals(-0.7, expected("p_no_fee"));
        for (int i = 0; i < SignalFeatures.NAMES.size(); i++) {
            if (!SignalFeatures.isSaying(i)) {
                assertTrue(SignalFeatures.expected(i) >= 0, SignalFeatures.NAMES.get(i));
            }
        }
    }

    private static double expected(String saying) {
        return SignalFeatures.expected(SignalFeatures.indexOf(SignalFeatures.SAID + saying));
    }

    private static boolean says(String saying, String text, String language) {
        return signals(text, language)[SignalFeatures.indexOf(SignalFeatures.SAID + saying)] > 0;
    }

    private static double[] signals(String text, String language) {
        Map<PostingField, String> texts = language.isEmpty()
                ? Map.of(PostingField.DESCRIPTION, text)
                : Map.of(PostingField.DESCRIPTION, text, PostingField.IN_LANGUAGE, language);
        return SignalFeatures.of(READER.read(new JobPosting("1", "", texts, null, null)));
    }
}
