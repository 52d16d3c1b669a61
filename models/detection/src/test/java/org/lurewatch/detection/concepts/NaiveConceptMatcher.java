package org.lurewatch.detection.concepts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lurewatch.detection.text.TextChain;
import org.lurewatch.detection.text.Token;
import org.lurewatch.detection.text.Tokens;

/** Tries every form at every token, word by word: slow, and plainly right. */
final class NaiveConceptMatcher {
    private static final int LONGEST_SPACED_GAP = 2;
    private static final int LONGEST_UNSPACED_GAP = 6;

    private final List<Spelt> forms;

    NaiveConceptMatcher(ConceptTable table) {
        forms = table.forms().stream()
                .map(form -> Spelt.of(form, table.languages().get(form.language())))
                .toList();
    }

    /** A word of a form, which may end in any way and may have others left out before it. */
    private record Word(String term, boolean unspaced, boolean open, boolean behindGap) {
        boolean fits(Token token) {
            return open && term.length() > 1
                    ? token.term().startsWith(term)
                    : token.term().equals(term);
        }
    }

    private record Spelt(ConceptTable.Form form, List<Word> words, String marked) {
        static Spelt of(ConceptTable.Form form, String language) {
            String wording = form.wording().toLowerCase(Locale.ROOT);
            List<Word> words = new ArrayList<>();
            boolean gap = false;
            for (String part : wording.replace("_", " _ ").strip().split("\\s+")) {
                if (part.equals("_")) {
                    gap = true;
                    continue;
                }
                List<Token> tokens = Tokens.of(TextChain.comparable(part.replace("*", "")));
                for (int i = 0; i < tokens.size(); i++) {
                    Token token = tokens.get(i);
                    boolean open = part.endsWith("*") && i == tokens.size() - 1 && !token.unspaced();
                    words.add(new Word(token.term(), token.unspaced(), open, gap));
                    gap = false;
                }
            }
            boolean marks = language.equals("vi") && !isAscii(wording);
            String marked = TextChain.comparable(wording.replace("*", "")).text();
            return new Spelt(form, words, marks ? marked : null);
        }
    }

    /** For each first token and concept the longest match, in no order. */
    Set<ConceptMatch> match(List<Token> tokens, String text) {
        Set<ConceptMatch> matches = new HashSet<>();
        for (int start = 0; start < tokens.size(); start++) {
            Map<Integer, ConceptMatch> byConcept = new HashMap<>();
            for (Spelt spelt : forms) {
                for (int end : ends(spelt.words(), 0, tokens, start, start)) {
                    if (isMarked(spelt.marked(), tokens, text, start, end)) {
                        long language = 1L << spelt.form().language();
                        byConcept.merge(
                                spelt.form().concept(),
                                new ConceptMatch(spelt.form().concept(), language, start, end),
                                NaiveConceptMatcher::longest);
                    }
                }
            }
            matches.addAll(byConcept.values());
        }
        return matches;
    }

    private static ConceptMatch longest(ConceptMatch one, ConceptMatch other) {
        if (one.endToken() != other.endToken()) {
            return one.endToken() > other.endToken() ? one : other;
        }
        return new ConceptMatch(one.concept(), one.languages() | other.languages(), one.firstToken(), one.endToken());
    }

    /** Where the words from this one on may end, if that one stands at a token. */
    private static Set<Integer> ends(List<Word> words, int word, List<Token> tokens, int at, int start) {
        Set<Integer> ends = new HashSet<>();
        if (at >= tokens.size()
                || tokens.get(at).sentence() != tokens.get(start).sentence()
                || !words.get(word).fits(tokens.get(at))) {
            return ends;
        }
        if (word == words.size() - 1) {
            ends.add(at + 1);
            return ends;
        }
        boolean gap = words.get(word + 1).behindGap();
        int longest = tokens.get(at).unspaced() ? LONGEST_UNSPACED_GAP : LONGEST_SPACED_GAP;
        for (int skipped = gap ? 1 : 0; skipped <= (gap ? longest : 0); skipped++) {
            ends.addAll(ends(words, word + 1, tokens, at + 1 + skipped, start));
        }
        return ends;
    }

    private static boolean isMarked(String marked, List<Token> tokens, String text, int start, int end) {
        if (marked == null) {
            return true;
        }
        String seen =
                text.substring(tokens.get(start).start(), tokens.get(end - 1).end());
        return seen.startsWith(marked) || end - start > 1 && isAscii(seen);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
