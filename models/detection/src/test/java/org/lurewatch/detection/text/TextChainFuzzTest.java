package org.lurewatch.detection.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Coverage-guided: the seeds alone are run with the other tests, more with {@code JAZZER_FUZZ=1}. */
class TextChainFuzzTest {
    @FuzzTest(maxDuration = "3m")
    void everyTextIsReadAndEveryWordOfItCanBeQuoted(FuzzedDataProvider data) {
        String raw = data.consumeRemainingAsString();
        ComparableText text = TextChain.comparable(raw);
        for (Token token : Tokens.of(text.text())) {
            assertTrue(raw.contains(text.quote(token.start(), token.end())));
        }
    }
}
