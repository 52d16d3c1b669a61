package org.lurewatch.detection.phrases;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lurewatch.detection.text.Token;

/**
 * Walks one trie of all phrases, word by word, from every token of a text. The cost depends on the length of the text
 * and on how far phrases share their beginnings with it, not on how many phrases there are.
 */
public final class TriePhraseMatcher implements PhraseMatcher {
    private final Vocabulary vocabulary = new Vocabulary();
    private final PhraseTrie trie;
    private final BitSet unspacedWords = new BitSet();

    /** Indexes the phrases. */
    public TriePhraseMatcher(List<Phrase> phrases) {
        PhraseTrie.Builder builder = new PhraseTrie.Builder();
        phrases.forEach(phrase -> insert(phrase, builder));
        trie = builder.build();
    }

    private void insert(Phrase phrase, PhraseTrie.Builder builder) {
        boolean inflected = MatchRules.isInflected(phrase);
        int[] path = phrase.tokens().stream()
                .mapToInt(token -> number(token, !phrase.isExact(), inflected))
                .toArray();
        int slips = MatchRules.allowedSlips(phrase);
        builder.insert(path, new PhraseTrie.Ending(phrase, slips, 0));
        if (slips > 0 && !phrase.isUnspaced()) {
            for (int i = 0; i + 1 < path.length; i++) {
                if (path[i] != path[i + 1]) {
                    int[] swapped = path.clone();
                    swapped[i] = path[i + 1];
                    swapped[i + 1] = path[i];
                    builder.insert(swapped, new PhraseTrie.Ending(phrase, slips, 1));
                }
            }
        }
    }

    private int number(Token token, boolean misspelt, boolean inflected) {
        int word = vocabulary.add(token.term(), misspelt, inflected && !token.unspaced());
        unspacedWords.set(word, token.unspaced());
        return word;
    }

    @Override
    public List<PhraseMatch> match(List<Token> tokens) {
        Walk walk = new Walk(tokens);
        for (int start = 0; start < tokens.size(); start++) {
            walk.from(start);
        }
        return walk.matches.isEmpty() ? List.of() : MatchRules.settle(walk.closest());
    }

    private final class Walk {
        private final List<Token> tokens;
        private final int[][] hits;
        private final List<PhraseMatch> matches = new ArrayList<>(4);
        private int start;

        Walk(List<Token> tokens) {
            this.tokens = tokens;
            this.hits = vocabulary.lookUp(tokens);
        }

        void from(int first) {
            start = first;
            for (int hit : hits[first]) {
                int next = trie.rootChild(Vocabulary.word(hit));
                if (next != PhraseTrie.NONE) {
                    step(next, first + 1, 1, Vocabulary.edits(hit), 0);
                }
            }
        }

        /** At a node with everything before {@code position} consumed. */
        private void step(int node, int position, int depth, int letterEdits, int slips) {
            for (PhraseTrie.Ending ending : trie.endings(node)) {
                accept(ending, position, letterEdits, slips);
            }
            if (trie.isLeaf(node) || position >= hits.length || leavesSentence(position)) {
                return;
            }
            for (int hit : hits[position]) {
                int next = trie.child(node, Vocabulary.word(hit));
                if (next != PhraseTrie.NONE) {
                    step(next, position + 1, depth + 1, letterEdits + Vocabulary.edits(hit), slips);
                }
            }
            if (slips == 0 && trie.allowsSlipBelow(node)) {
                skip(node, position, depth, letterEdits);
                substitute(node, position, depth, letterEdits);
            }
        }

        private void skip(int node, int position, int depth, int letterEdits) {
            if (position + 1 < hits.length && !leavesSentence(position + 1)) {
                for (int hit : hits[position + 1]) {
                    int next = trie.child(node, Vocabulary.word(hit));
                    if (next != PhraseTrie.NONE) {
                        step(next, position + 2, depth + 1, letterEdits + Vocabulary.edits(hit), 1);
                    }
                }
            }
        }

        /** In scripts without spaces, one character may differ. */
        private void substitute(int node, int position, int depth, int letterEdits) {
            if (depth < MatchRules.FIXED_UNSPACED_TOKENS
                    || !tokens.get(position).unspaced()) {
                return;
            }
            for (int other = trie.firstChild(node); other < trie.endOfChildren(node); other++) {
                int word = trie.wordOf(other);
                if (unspacedWords.get(word) && !isHit(position, word)) {
                    step(other, position + 1, depth + 1, letterEdits, 1);
                }
            }
        }

        private boolean isHit(int position, int word) {
            for (int hit : hits[position]) {
                if (Vocabulary.word(hit) == word) {
                    return true;
                }
            }
            return false;
        }

        private boolean leavesSentence(int position) {
            return tokens.get(position).sentence() != tokens.get(start).sentence();
        }

        private void accept(PhraseTrie.Ending ending, int end, int letterEdits, int slips) {
            int slipsUsed = slips + ending.slipsInPath();
            if (slipsUsed > ending.slipsAllowed()
                    || (letterEdits > 0 && ending.phrase().isExact())) {
                return;
            }
            matches.add(new PhraseMatch(ending.phrase(), start, end, letterEdits + slipsUsed));
        }

        /** For one phrase and one first token only the match with the fewest edits, then the shortest. */
        List<PhraseMatch> closest() {
            record Place(Phrase phrase, int firstToken) {}
            Map<Place, PhraseMatch> best = new HashMap<>();
            Comparator<PhraseMatch> order =
                    Comparator.comparingInt(PhraseMatch::edits).thenComparingInt(PhraseMatch::endToken);
            for (PhraseMatch match : matches) {
                best.merge(
                        new Place(match.phrase(), match.firstToken()),
                        match,
                        (a, b) -> order.compare(a, b) <= 0 ? a : b);
            }
            return new ArrayList<>(best.values());
        }
    }
}
