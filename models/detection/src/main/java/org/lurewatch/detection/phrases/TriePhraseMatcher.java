package org.lurewatch.detection.phrases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lurewatch.detection.text.Token;

/**
 * Walks one trie of all phrases, word by word, from every token of a text. The cost depends on the length of the text
 * and on how far phrases share their beginnings with it, not on how many phrases there are.
 */
public final class TriePhraseMatcher implements PhraseMatcher {
    private final Vocabulary vocabulary;
    private final Node root = new Node();

    private static final class Node {
        final Map<Integer, Node> next = new HashMap<>();
        final List<Ending> endings = new ArrayList<>();
    }

    private record Ending(Phrase phrase, int slipsAllowed, boolean unspaced, int slipsInPath) {}

    /** Indexes the phrases; phrases of {@link Signal#PLACE} are matched to the letter. */
    public TriePhraseMatcher(List<Phrase> phrases) {
        Map<Phrase, List<Token>> cut = new HashMap<>();
        Set<String> words = new HashSet<>();
        for (Phrase phrase : phrases) {
            List<Token> tokens = phrase.tokens();
            cut.put(phrase, tokens);
            tokens.forEach(token -> words.add(token.term()));
        }
        vocabulary = new Vocabulary(words);
        for (Phrase phrase : phrases) {
            insert(phrase, cut.get(phrase));
        }
    }

    private void insert(Phrase phrase, List<Token> tokens) {
        int[] path =
                tokens.stream().mapToInt(token -> vocabulary.id(token.term())).toArray();
        boolean unspaced = tokens.stream().allMatch(Token::unspaced);
        boolean exact = phrase.signal() == Signal.PLACE;
        int slips = exact ? 0 : MatchRules.allowedSlips(tokens);
        node(path).endings.add(new Ending(phrase, slips, unspaced, 0));
        if (slips > 0 && !unspaced) {
            for (int i = 0; i + 1 < path.length; i++) {
                if (path[i] != path[i + 1]) {
                    int[] swapped = path.clone();
                    swapped[i] = path[i + 1];
                    swapped[i + 1] = path[i];
                    node(swapped).endings.add(new Ending(phrase, slips, false, 1));
                }
            }
        }
    }

    private Node node(int[] path) {
        Node node = root;
        for (int word : path) {
            node = node.next.computeIfAbsent(word, w -> new Node());
        }
        return node;
    }

    @Override
    public List<PhraseMatch> match(List<Token> tokens) {
        Walk walk = new Walk(tokens);
        for (int start = 0; start < tokens.size(); start++) {
            walk.from(start);
        }
        if (walk.matches.isEmpty()) {
            return List.of();
        }
        return MatchRules.withoutOverlaps(walk.closest());
    }

    private final class Walk {
        private final List<Token> tokens;
        private final Vocabulary.Hit[][] hits;
        private final List<PhraseMatch> matches = new ArrayList<>();
        private int start;

        Walk(List<Token> tokens) {
            this.tokens = tokens;
            this.hits = new Vocabulary.Hit[tokens.size()][];
            for (int i = 0; i < hits.length; i++) {
                hits[i] = vocabulary.lookUp(tokens.get(i).term());
            }
        }

        void from(int first) {
            start = first;
            for (Vocabulary.Hit hit : hits[first]) {
                Node next = root.next.get(hit.word());
                if (next != null) {
                    step(next, first + 1, 1, hit.edits(), 0);
                }
            }
        }

        /** At a node with everything before {@code position} consumed. */
        private void step(Node node, int position, int depth, int letterEdits, int slips) {
            for (Ending ending : node.endings) {
                accept(ending, position, letterEdits, slips);
            }
            if (node.next.isEmpty() || position >= hits.length || leavesSentence(position)) {
                return;
            }
            for (Vocabulary.Hit hit : hits[position]) {
                Node next = node.next.get(hit.word());
                if (next != null) {
                    step(next, position + 1, depth + 1, letterEdits + hit.edits(), slips);
                }
            }
            if (slips == 0) {
                slip(node, position, depth, letterEdits);
            }
        }

        private void slip(Node node, int position, int depth, int letterEdits) {
            if (position + 1 < hits.length && !leavesSentence(position + 1)) {
                for (Vocabulary.Hit hit : hits[position + 1]) {
                    Node next = node.next.get(hit.word());
                    if (next != null) {
                        step(next, position + 2, depth + 1, letterEdits + hit.edits(), 1);
                    }
                }
            }
            if (depth >= MatchRules.FIXED_UNSPACED_TOKENS
                    && tokens.get(position).unspaced()) {
                for (Map.Entry<Integer, Node> other : node.next.entrySet()) {
                    if (!isHit(position, other.getKey())) {
                        step(other.getValue(), position + 1, depth + 1, letterEdits, 1);
                    }
                }
            }
        }

        private boolean isHit(int position, int word) {
            for (Vocabulary.Hit hit : hits[position]) {
                if (hit.word() == word) {
                    return true;
                }
            }
            return false;
        }

        private boolean leavesSentence(int position) {
            return tokens.get(position).sentence() != tokens.get(start).sentence();
        }

        private void accept(Ending ending, int end, int letterEdits, int slips) {
            int slipsUsed = slips + ending.slipsInPath();
            boolean exactOnly = ending.phrase().signal() == Signal.PLACE;
            if (slipsUsed > ending.slipsAllowed() || (exactOnly && letterEdits > 0)) {
                return;
            }
            boolean negated = MatchRules.isNegated(tokens, start);
            matches.add(new PhraseMatch(ending.phrase(), start, end, letterEdits + slipsUsed, negated));
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
