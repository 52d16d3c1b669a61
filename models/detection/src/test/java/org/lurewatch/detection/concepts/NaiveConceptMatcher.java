package org.lurewatch.detection.concepts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lurewatch.detection.text.ComparableText;
import org.lurewatch.detection.text.TextChain;
import org.lurewatch.detection.text.Token;
import org.lurewatch.detection.text.Tokens;

/** Tries every form at every token, word by word: slow, and plainly right. */
final class NaiveConceptMatcher {
    private static final int LONGEST_SPACED_GAP = 2;
    private static final int LONGEST_UNSPACED_GAP = 6;

    private final List<Spelt> forms;

    /** The words that a form with a sign before them consists of. */
    private final Set<List<Word>> signed;

    NaiveConceptMatcher(ConceptTable table) {
        forms = table.forms().stream()
                .flatMap(form -> Spelt.of(form, table.languages().get(form.language())))
                .toList();
        signed = forms.stream()
                .filter(spelt -> !spelt.sign().isEmpty())
                .map(Spelt::words)
                .collect(Collectors.toSet());
    }

    /** A word of a form, which may end in any way and may have others left out before it. */
    private record Word(String term, boolean unspaced, boolean open, boolean behindGap) {
        boolean fits(Token token) {
            return open && term.length() > 1
                    ? token.term().startsWith(term)
                    : token.term().equals(term);
        }
    }

    /** The marks that the first and the last words of a form must have, or null where marks do not matter. */
    private record Marks(String first, String last, int lastTokens) {}

    private record Spelt(ConceptTable.Form form, List<Word> words, Marks marks) {
        String sign() {
            return form.wording().matches("[/%](?!\\d).*") ? form.wording().substring(0, 1) : "";
        }

        /** With and without the plain names of cover names. */
        static Stream<Spelt> of(ConceptTable.Form form, String language) {
            return Stream.of(of(form, language, TextChain::comparable), of(form, language, TextChain::withoutAliases))
                    .filter(spelt -> !spelt.words().isEmpty())
                    .distinct();
        }

        private static Spelt of(ConceptTable.Form form, String language, Function<String, ComparableText> chain) {
            String wording = form.wording().toLowerCase(Locale.ROOT);
            List<Word> words = new ArrayList<>();
            boolean gap = false;
            for (String part : wording.replace("_", " _ ").strip().split("\\s+")) {
                if (part.equals("_")) {
                    gap = true;
                    continue;
                }
                List<Token> tokens = Tokens.of(chain.apply(part.replace("*", "")));
                for (int i = 0; i < tokens.size(); i++) {
                    Token token = tokens.get(i);
                    boolean open = part.endsWith("*") && i == tokens.size() - 1 && !token.unspaced();
                    words.add(new Word(token.term(), token.unspaced(), open, gap));
                    gap = false;
                }
            }
            boolean marks = language.equals("vi") && !isAscii(wording);
            return new Spelt(form, words, marks ? marks(wording.replace("*", "").split("_")) : null);
        }

        private static Marks marks(String... pieces) {
            String last = pieces[pieces.length - 1];
            return new Marks(
                    words(pieces[0]),
                    words(last),
                    Tokens.of(TextChain.comparable(last)).size());
        }

        private static String words(String piece) {
            ComparableText text = TextChain.comparable(piece);
            List<Token> tokens = Tokens.of(text);
            return text.text()
                    .substring(
                            tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
        }
    }

    /** For each first token and concept the longest match, in no order. */
    Set<ConceptMatch> match(List<Token> tokens, String text) {
        Set<ConceptMatch> matches = new HashSet<>();
        for (int start = 0; start < tokens.size(); start++) {
            Map<Integer, ConceptMatch> byConcept = new HashMap<>();
            String sign = sign(tokens, text, start);
            for (Spelt spelt : forms) {
                if (signed.contains(spelt.words()) && !spelt.sign().equals(sign)) {
                    continue;
                }
                for (int end : ends(spelt.words(), 0, tokens, start, start)) {
                    if (isMarked(spelt.marks(), tokens, text, start, end)) {
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

    /** The sign before a token that has a figure near it; "8" where a short figure itself stands there. */
    private static String sign(List<Token> tokens, String text, int start) {
        String before = text.substring(0, tokens.get(start).start()).replaceAll(" +$", "");
        boolean near = isFigure(tokens, start - 1, start)
                || isFigure(tokens, start - 2, start)
                || isFigure(tokens, start - 3, start);
        if (near && before.matches("(?s).*[/%]")) {
            return before.substring(before.length() - 1);
        }
        boolean length = isFigure(tokens, start - 1, start)
                && tokens.get(start - 1).term().length() <= 3
                && before.length() == tokens.get(start - 1).end();
        return length ? "8" : "";
    }

    private static boolean isFigure(List<Token> tokens, int index, int start) {
        return index >= 0
                && tokens.get(index).sentence() == tokens.get(start).sentence()
                && Character.isDigit(tokens.get(index).term().charAt(0));
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

    private static boolean isMarked(Marks marks, List<Token> tokens, String text, int start, int end) {
        if (marks == null) {
            return true;
        }
        int last = tokens.get(end - marks.lastTokens()).start();
        if (text.startsWith(marks.first(), tokens.get(start).start()) && text.startsWith(marks.last(), last)) {
            return true;
        }
        String seen =
                text.substring(tokens.get(start).start(), tokens.get(end - 1).end());
        return end - start > 1 && isAscii(seen);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
