package org.lurewatch.detection.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

class ReportedPhrasesTest {
    private static final PostingReader READER = new PostingReader(new TriePhraseMatcher(List.of(
            Phrase.of(Signal.HIGH_PAY_EASY, "en", "high salary", false),
            Phrase.of(Signal.HIGH_PAY_EASY, "zh", "高薪", false))));

    @Test
    void whatIsReportedIsContextAndNoOffer() {
        double[] values = values("Police say that recruiters promise \"high salary\" and lock people up.");
        assertEquals(0, values[SignalFeatures.indexOf("high_pay_easy")]);
        assertEquals(1, values[SignalFeatures.indexOf("hint.warning_context")]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Beware of scammers who promise a high salary. Ask on Telegram @boss_real_1",
                "警方提醒切勿轻信高薪诈骗。 Telegram @boss_real_1",
                "Scammers promise a high salary. 2000 USD a month here, call +855 12 345 678",
            })
    void aMockWarningWithAnOfferAndAHandleClearsNothing(String text) {
        double[] values = values(text);
        assertTrue(values[SignalFeatures.indexOf("high_pay_easy")] > 0);
        assertEquals(0, values[SignalFeatures.indexOf("hint.warning_context")]);
    }

    @Test
    void aWarningWithAHotlineStaysAWarning() {
        double[] values = values("Scammers promise a high salary. Call the police on +855 12 345 678");
        assertEquals(0, values[SignalFeatures.indexOf("high_pay_easy")]);
    }

    private static double[] values(String description) {
        JobPosting posting = new JobPosting("1", "", Map.of(PostingField.DESCRIPTION, description), null, null);
        return SignalFeatures.of(READER.read(posting));
    }
}
