package org.lurewatch.detection.phrases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.CpuTime;
import org.lurewatch.detection.text.Token;
import org.lurewatch.detection.text.Tokens;

class TriePhraseMatcherTest extends PhraseMatcherContract {
    @Override
    PhraseMatcher matcher(List<Phrase> phrases) {
        return new TriePhraseMatcher(phrases);
    }

    @Test
    void aTextOfNothingButMatchesIsReadSoon() {
        PhraseMatcher matcher = matcher(List.of(Phrase.of(Signal.MLM, "en", "mlm", false)));
        List<Token> tokens = Tokens.of("mlm ".repeat(25_000));
        List<PhraseMatch> matches = CpuTime.atMost(Duration.ofSeconds(5), () -> matcher.match(tokens));
        assertEquals(25_000, matches.size());
    }
}
