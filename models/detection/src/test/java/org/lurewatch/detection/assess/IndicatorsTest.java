package org.lurewatch.detection.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.phrases.Signal;

class IndicatorsTest {
    @ParameterizedTest
    @EnumSource(Signal.class)
    void everySignalsIndicatorNamesItsPublisher(Signal signal) {
        assertEquals(
                signal.indicator().isEmpty(),
                Indicators.sourcesOf(signal.indicator()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"C01", "C09", "C14", "O01", "O10"})
    void everyIndicatorOfAFactNamesItsPublisher(String indicator) {
        assertFalse(Indicators.sourcesOf(indicator).isEmpty());
        assertEquals(
                Indicators.sourcesOf(indicator),
                Reason.ofFact("x", indicator, "", false).source());
    }

    @Test
    void aPhraseNamesWhereItWasSeen() {
        assertEquals("FTC, SPF", sourceOf(Signal.TASK_SCAM, "FTC,SPF"));
    }

    @Test
    void aPhraseOfOurOwnNamesWhoPublishedItsIndicatorAndSaysSo() {
        assertEquals(
                Indicators.sourcesOf("O03") + "; wording: own knowledge", sourceOf(Signal.TASK_SCAM, "own knowledge"));
        assertEquals("own knowledge", sourceOf(Signal.LEGIT_CHANNEL, ""));
    }

    @Test
    void whatRestsOnNoPublicationIsLearnt() {
        assertEquals(
                "learnt from labelled postings",
                Reason.ofFact("contact.phone", "", "", false).source());
    }

    private static String sourceOf(Signal signal, String sources) {
        return Reason.ofMatch(new PhraseMatch(Phrase.of(signal, "en", "like and rate", false, sources), 0, 3, 0))
                .source();
    }
}
