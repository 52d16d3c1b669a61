package org.lurewatch.detection.phrases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.lurewatch.detection.text.TextChain;
import org.lurewatch.detection.text.Token;
import org.lurewatch.detection.text.Tokens;

/** The trie finds what the naive matcher finds, on texts made of the lexicon's own phrases, damaged. */
class MatchersAgreeTest {
    private static final Path BUNDLE = Path.of("..", "baseline");
    private static final String HAN = "高薪诚聘客服月入过万包吃住的了在";
    private static final List<String> GAPS = List.of(" ", " ", " ", " ", ", ", ". ", "\n", "");

    private static final List<Phrase> PHRASES = phrases();
    private static final PhraseMatcher TRIE = new TriePhraseMatcher(PHRASES);
    private static final PhraseMatcher NAIVE = new NaivePhraseMatcher(PHRASES);

    @Property(tries = 250, seed = "20261124", shrinking = ShrinkingMode.BOUNDED)
    void trieAndNaiveFindTheSame(@ForAll("damagedTexts") String text) {
        List<Token> tokens = Tokens.of(TextChain.comparable(text).text());
        assertEquals(NAIVE.match(tokens), TRIE.match(tokens));
    }

    @Property(tries = 200, seed = "20261124", shrinking = ShrinkingMode.BOUNDED)
    void everyUndamagedPhraseIsFound(@ForAll("anyPhrase") Phrase phrase) {
        List<PhraseMatch> matches = TRIE.match(phrase.tokens());
        assertTrue(
                matches.stream()
                        .anyMatch(match -> match.phrase().signal() == phrase.signal()
                                && match.endToken() - match.firstToken()
                                        >= phrase.tokens().size()),
                () -> "not found: " + phrase.wording());
    }

    @Provide
    Arbitrary<Phrase> anyPhrase() {
        return Arbitraries.of(PHRASES)
                .filter(phrase ->
                        phrase.tokens().get(phrase.tokens().size() - 1).sentence() == 0);
    }

    @Provide
    Arbitrary<String> damagedTexts() {
        Arbitrary<String> damaged = Arbitraries.of(PHRASES)
                .flatMap(phrase -> Arbitraries.longs().map(seed -> damage(phrase.wording(), new Random(seed))));
        return damaged.flatMap(part -> Arbitraries.of(GAPS).map(gap -> part + gap))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }

    /** Up to three slips of a pen. */
    private static String damage(String wording, Random random) {
        String damaged = wording;
        for (int slips = random.nextInt(4); slips > 0 && damaged.length() > 2; slips--) {
            damaged = random.nextBoolean() ? damageLetters(damaged, random) : damageWords(damaged, random);
        }
        return damaged;
    }

    private static String damageLetters(String text, Random random) {
        int at = 1 + random.nextInt(text.length() - 2);
        char other =
                random.nextBoolean() ? HAN.charAt(random.nextInt(HAN.length())) : (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + other + text.substring(at);
            case 2 -> text.substring(0, at) + other + text.substring(at + 1);
            default -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
        };
    }

    private static String damageWords(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        int at = random.nextInt(words.size());
        switch (random.nextInt(4)) {
            case 0 -> words.add(at, words.get(random.nextInt(words.size())));
            case 1 -> Collections.swap(words, at, random.nextInt(words.size()));
            case 2 -> words.set(at, words.get(at) + ".");
            default -> words.remove(at);
        }
        return String.join(" ", words);
    }

    private static List<Phrase> phrases() {
        List<String> problems = new ArrayList<>();
        List<Phrase> phrases = new ArrayList<>();
        try {
            phrases.addAll(Lexicon.parse(Files.readString(BUNDLE.resolve("lexicon.tsv")), problems)
                    .phrases());
            List<Phrase> places = Lexicon.parse(Files.readString(BUNDLE.resolve("places.tsv")), problems)
                    .phrases();
            for (int i = 0; i < places.size(); i += 100) {
                phrases.add(places.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertEquals(List.of(), problems);
        return List.copyOf(phrases);
    }
}
