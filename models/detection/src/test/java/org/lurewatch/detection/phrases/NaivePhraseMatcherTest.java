package org.lurewatch.detection.phrases;

import java.util.List;

class NaivePhraseMatcherTest extends PhraseMatcherContract {
    @Override
    PhraseMatcher matcher(List<Phrase> phrases) {
        return new NaivePhraseMatcher(phrases);
    }
}
