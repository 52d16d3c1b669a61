package org.lurewatch.detection.phrases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lurewatch.detection.text.Token;

/** The trivially right matcher: tries every phrase at every token, and every way to fit it. */
final class NaivePhraseMatcher implements PhraseMatcher {
    private static final int UNLIKE = Integer.MAX_VALUE;

    private final List<Phrase> phrases;
    private final Map<String, Integer> remembered = new HashMap<>();
    private final Set<String> inflected;

    NaivePhraseMatcher(List<Phrase> phrases) {
        this.phrases = phrases.stream().distinct().toList();
        this.inflected = phrases.stream()
                .filter(MatchRules::isInflected)
                .flatMap(phrase -> phrase.tokens().stream())
                .filter(token -> !token.unspaced())
                .map(Token::term)
                .collect(Collectors.toSet());
    }

    @Override
    public List<PhraseMatch> match(List<Token> tokens) {
        List<PhraseMatch> matches = new ArrayList<>();
        for (Phrase phrase : phrases) {
            for (int first = 0; first < tokens.size(); first++) {
                closest(phrase, tokens, first).ifPresent(matches::add);
            }
        }
        return MatchRules.settle(matches);
    }

    private Optional<PhraseMatch> closest(Phrase phrase, List<Token> tokens, int first) {
        int slips = MatchRules.allowedSlips(phrase);
        List<PhraseMatch> fits = new ArrayList<>();
        new Fit(phrase, phrase.tokens(), tokens, first, fits).from(0, first, 0, slips);
        if (slips > 0 && !phrase.isUnspaced()) {
            for (int i = 0; i + 1 < phrase.tokens().size(); i++) {
                List<Token> swapped = new ArrayList<>(phrase.tokens());
                Collections.swap(swapped, i, i + 1);
                new Fit(phrase, swapped, tokens, first, fits).from(0, first, 1, slips - 1);
            }
        }
        return fits.stream().min(Comparator.comparingInt(PhraseMatch::edits).thenComparingInt(PhraseMatch::endToken));
    }

    /** Letters that differ between a word of a text and a word of a phrase, or {@link #UNLIKE}. */
    private int letterEdits(String word, String known, boolean exact) {
        if (word.equals(known)) {
            return 0;
        }
        if (!exact && inflected.contains(known) && MatchRules.isInflection(word, known)) {
            return MatchRules.EDITS_OF_AN_ENDING;
        }
        int allowed = exact || hasDigit(word) ? 0 : Vocabulary.allowedEdits(known);
        if (allowed == 0 || word.charAt(0) != known.charAt(0) || Math.abs(word.length() - known.length()) > allowed) {
            return UNLIKE;
        }
        int edits = remembered.computeIfAbsent(word + ' ' + known, pair -> distance(word, known));
        return edits <= allowed ? edits : UNLIKE;
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    /** Letters changed, added, left out, or swapped with their neighbour. */
    private static int distance(String a, String b) {
        int[][] least = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int k = 0; k <= b.length(); k++) {
                if (i == 0 || k == 0) {
                    least[i][k] = i + k;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(k - 1) ? 0 : 1;
                least[i][k] = Math.min(least[i - 1][k - 1] + change, Math.min(least[i - 1][k], least[i][k - 1]) + 1);
                boolean swapped =
                        i > 1 && k > 1 && a.charAt(i - 1) == b.charAt(k - 2) && a.charAt(i - 2) == b.charAt(k - 1);
                if (swapped) {
                    least[i][k] = Math.min(least[i][k], least[i - 2][k - 2] + 1);
                }
            }
        }
        return least[a.length()][b.length()];
    }

    /** One phrase, its words in one order, laid onto the text from one token on. */
    private final class Fit {
        private final Phrase phrase;
        private final List<Token> words;
        private final List<Token> tokens;
        private final int first;
        private final List<PhraseMatch> fits;

        Fit(Phrase phrase, List<Token> words, List<Token> tokens, int first, List<PhraseMatch> fits) {
            this.phrase = phrase;
            this.words = words;
            this.tokens = tokens;
            this.first = first;
            this.fits = fits;
        }

        void from(int word, int token, int edits, int slipsLeft) {
            if (word == words.size()) {
                fits.add(new PhraseMatch(phrase, first, token, edits));
                return;
            }
            if (!isInSentence(token)) {
                return;
            }
            Token known = words.get(word);
            Token read = tokens.get(token);
            int letters = letterEdits(read.term(), known.term(), phrase.isExact());
            if (letters != UNLIKE) {
                from(word + 1, token + 1, edits + letters, slipsLeft);
            }
            if (slipsLeft == 0 || word == 0) {
                return;
            }
            int behind = isInSentence(token + 1)
                    ? letterEdits(tokens.get(token + 1).term(), known.term(), phrase.isExact())
                    : UNLIKE;
            if (behind != UNLIKE) {
                from(word + 1, token + 2, edits + behind + 1, slipsLeft - 1);
            }
            if (word >= MatchRules.FIXED_UNSPACED_TOKENS && known.unspaced() && read.unspaced()) {
                from(word + 1, token + 1, edits + 1, slipsLeft - 1);
            }
        }

        private boolean isInSentence(int token) {
            return token < tokens.size()
                    && tokens.get(token).sentence() == tokens.get(first).sentence();
        }
    }
}
