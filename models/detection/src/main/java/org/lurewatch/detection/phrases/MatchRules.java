package org.lurewatch.detection.phrases;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What counts as a match: shared by the indexed matcher and by its naive twin in the tests. */
final class MatchRules {
    /** Fewest characters of a script without spaces before one of them may be added or another. */
    static final int UNSPACED_TOKENS_FOR_EDIT = 5;

    /** The first characters are never another one: that is where the index branches most. */
    static final int FIXED_UNSPACED_TOKENS = 2;

    private MatchRules() {}

    /** How many words may be skipped or swapped inside a phrase, or characters changed where words are not spaced. */
    static int allowedSlips(Phrase phrase) {
        int fewest = phrase.isUnspaced() ? UNSPACED_TOKENS_FOR_EDIT : 2;
        return phrase.isExact() || phrase.tokens().size() < fewest ? 0 : 1;
    }

    /** Of overlapping matches of one signal the longest stays, then the closest, then the first. */
    static List<PhraseMatch> settle(List<PhraseMatch> matches) {
        List<PhraseMatch> kept = withoutOverlaps(matches);
        kept.sort(Comparator.comparingInt(PhraseMatch::firstToken)
                .thenComparingInt(PhraseMatch::endToken)
                .thenComparing(m -> m.phrase().signal()));
        return List.copyOf(kept);
    }

    private static List<PhraseMatch> withoutOverlaps(List<PhraseMatch> matches) {
        List<PhraseMatch> ranked = new ArrayList<>(matches);
        ranked.sort(Comparator.comparingInt((PhraseMatch m) -> m.firstToken() - m.endToken())
                .thenComparingInt(PhraseMatch::edits)
                .thenComparingInt(PhraseMatch::firstToken)
                .thenComparing(m -> m.phrase().contextOnly())
                .thenComparing(m -> m.phrase().wording())
                .thenComparing(m -> m.phrase().language()));
        Map<Signal, BitSet> covered = new EnumMap<>(Signal.class);
        List<PhraseMatch> kept = new ArrayList<>();
        for (PhraseMatch match : ranked) {
            BitSet taken = covered.computeIfAbsent(match.phrase().signal(), signal -> new BitSet());
            int next = taken.nextSetBit(match.firstToken());
            if (next < 0 || next >= match.endToken()) {
                taken.set(match.firstToken(), match.endToken());
                kept.add(match);
            }
        }
        return kept;
    }
}
