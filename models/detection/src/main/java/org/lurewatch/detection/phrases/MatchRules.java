package org.lurewatch.detection.phrases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lurewatch.detection.text.Token;

/** What counts as a match: shared by the indexed matcher and by its naive twin in the tests. */
final class MatchRules {
    /** Fewest characters of a script without spaces before one of them may be added or another. */
    static final int UNSPACED_TOKENS_FOR_EDIT = 5;

    /** The first characters are never another one: that is where the index branches most. */
    static final int FIXED_UNSPACED_TOKENS = 2;

    private static final int NEGATION_REACH = 3;

    /** Words that deny what follows, as the token chain spells them. */
    private static final Set<String> NEGATIONS = Set.of(
            "no",
            "not",
            "never",
            "without",
            "don't",
            "dont",
            "doesn't",
            "neither",
            "nor",
            "cannot",
            "n't",
            "won't",
            "isn't",
            "aren't",
            "tidak",
            "tanpa",
            "bukan",
            "jangan",
            "tiada",
            "tak",
            "gak",
            "nggak",
            "khong",
            "chang",
            "chua",
            "sem",
            "nao",
            "nunca",
            "sin",
            "sans",
            "jamais",
            "aucun",
            "aucune",
            "walang",
            "hindi",
            "wala",
            "bila",
            "hakuna",
            "nahi",
            "nahin",
            "bina",
            "\u4e0d",
            "\u65e0",
            "\u6ca1",
            "\u52ff",
            "\u514d",
            "\u96f6",
            "\u4e0d\u8981",
            "\u043d\u0435",
            "\u0431\u0435\u0437",
            "\u043d\u0435\u0442",
            "\u0e44\u0e21\u0e48",
            "\u0928\u0939\u0940\u0902",
            "\u092c\u093f\u0928\u093e",
            "\u09a8\u09be",
            "\u09a8\u09c7\u0987",
            "\u0644\u0627",
            "\u0628\u062f\u0648\u0646",
            "\u063a\u064a\u0631",
            "\u0646\u06c1\u06cc\u06ba");

    private MatchRules() {}

    /** How many words may be skipped or swapped inside a phrase, or characters changed where words are not spaced. */
    static int allowedSlips(Phrase phrase) {
        int fewest = phrase.isUnspaced() ? UNSPACED_TOKENS_FOR_EDIT : 2;
        return phrase.isExact() || phrase.tokens().size() < fewest ? 0 : 1;
    }

    /**
     * Of overlapping matches of one signal the longest stays, then the closest, then the first; those that the words
     * right before them deny are marked.
     */
    static List<PhraseMatch> settle(List<Token> tokens, List<PhraseMatch> matches) {
        List<PhraseMatch> kept = withoutOverlaps(matches);
        int[] earliestEnds = new int[tokens.size()];
        Arrays.fill(earliestEnds, Integer.MAX_VALUE);
        for (PhraseMatch match : kept) {
            for (int i = match.firstToken(); i < match.endToken(); i++) {
                earliestEnds[i] = Math.min(earliestEnds[i], match.endToken());
            }
        }
        kept.replaceAll(match -> isNegated(tokens, match.firstToken(), earliestEnds) ? match.denied() : match);
        kept.sort(Comparator.comparingInt(PhraseMatch::firstToken)
                .thenComparingInt(PhraseMatch::endToken)
                .thenComparing(m -> m.phrase().signal()));
        return List.copyOf(kept);
    }

    /** The "no" of "no experience needed, free ticket" belongs to the phrase before and denies nothing behind it. */
    private static boolean isNegated(List<Token> tokens, int firstToken, int[] earliestEnds) {
        int sentence = tokens.get(firstToken).sentence();
        int from = Math.max(0, firstToken - NEGATION_REACH);
        for (int i = firstToken - 1; i >= from && tokens.get(i).sentence() == sentence; i--) {
            if (NEGATIONS.contains(tokens.get(i).term()) && earliestEnds[i] > firstToken) {
                return true;
            }
        }
        return false;
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
