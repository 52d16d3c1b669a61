package org.lurewatch.detection.phrases;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What counts as a match: shared by the indexed matcher and by its naive twin in the tests. */
final class MatchRules {
    /** A phrase in a script without spaces needs this many characters before one of them may be added or changed. */
    static final int UNSPACED_TOKENS_FOR_EDIT = 5;

    /** The first characters must match, because that is where the index branches most. */
    static final int FIXED_UNSPACED_TOKENS = 2;

    /** A word with another ending counts as one changed letter. */
    static final int EDITS_OF_AN_ENDING = 1;

    /** Languages in which endings change by more than a letter. */
    private static final Set<String> INFLECTED = Set.of(
            "am", "ar", "bn", "de", "es", "fil", "fr", "hi", "id", "ko", "ms", "ne", "pt", "ru", "sw", "tr", "ur");

    private static final int SHORTEST_INFLECTED = 6;
    private static final int ENDING_REPLACED = 2;
    static final int LONGEST_ENDING = 5;
    private static final int SHORTEST_HANGUL = 2;

    private MatchRules() {}

    /** Whether the words of a phrase are also found with other endings. */
    static boolean isInflected(Phrase phrase) {
        return !phrase.isExact() && INFLECTED.contains(phrase.language().replaceAll("-.*", ""));
    }

    /** How many letters of a word of the lexicon stay the same with every ending; 0 where it has one form only. */
    static int stemLength(String known) {
        int length = known.length();
        if (isHangul(known)) {
            return length < SHORTEST_HANGUL ? 0 : length;
        }
        return length < SHORTEST_INFLECTED ? 0 : length - ENDING_REPLACED;
    }

    /** Whether a word is a word of the lexicon with another ending, by its letters alone. */
    static boolean isInflection(String word, String known) {
        int stem = stemLength(known);
        int longest = isHangul(known) ? ENDING_REPLACED : LONGEST_ENDING;
        return stem > 0
                && word.length() >= stem
                && word.length() - stem <= longest
                && !word.equals(known)
                && word.startsWith(known.substring(0, stem))
                && Vocabulary.isSpelt(word)
                && Vocabulary.isSpelt(known);
    }

    private static boolean isHangul(String word) {
        char last = word.charAt(word.length() - 1);
        return last >= '\uac00' && last <= '\ud7a3';
    }

    /** How many words may be skipped or swapped inside a phrase, or characters changed where words are not spaced. */
    static int allowedSlips(Phrase phrase) {
        int fewest = phrase.isUnspaced() ? UNSPACED_TOKENS_FOR_EDIT : 2;
        return phrase.isExact() || phrase.tokens().size() < fewest ? 0 : 1;
    }

    /** Of overlapping matches of one signal the longest is kept, then the closest, then the first. */
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
