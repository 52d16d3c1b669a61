package org.lurewatch.detection.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lurewatch.detection.facts.words.ContactKind;
import org.lurewatch.detection.features.FactSignal;
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
    @MethodSource("signalsOfFacts")
    void theIndicatorOfAFactNamesItsPublisherAndAFactWithoutOneIsLearnt(FactSignal signal) {
        String published = Indicators.sourcesOf(signal.indicator());
        assertEquals(signal.indicator().isEmpty(), published.isEmpty());
        assertEquals(
                published.isEmpty() ? "learnt from labelled postings" : published,
                Reason.ofFact(signal, "").source());
    }

    private static Stream<FactSignal> signalsOfFacts() {
        return Stream.concat(
                Arrays.stream(ContactKind.values()).map(FactSignal::of),
                Stream.of(
                        FactSignal.FEE_ASKED,
                        FactSignal.FEE_RULED_OUT,
                        FactSignal.AGE_LIMIT,
                        FactSignal.SEX_LIMIT,
                        FactSignal.PAY_STATED,
                        FactSignal.PAY_ABOVE_TYPICAL,
                        FactSignal.PAY_TWICE_TYPICAL,
                        FactSignal.TRAVEL_PROVIDED,
                        FactSignal.VISA_HANDLED));
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

    private static String sourceOf(Signal signal, String sources) {
        return Reason.ofMatch(new PhraseMatch(Phrase.of(signal, "en", "like and rate", false, sources), 0, 3, 0))
                .source();
    }
}
