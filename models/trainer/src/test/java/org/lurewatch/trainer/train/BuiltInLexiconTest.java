package org.lurewatch.trainer.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.phrases.Lexicon;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.text.Token;

class BuiltInLexiconTest {
    /** The Filipino for "not" is the name of a language, the French for "bets" that of a city. */
    private static final Set<String> ORDINARY_WORDS = Set.of("hindi", "paris");

    private static Lexicon lexicon;

    @BeforeAll
    static void read() throws IOException {
        List<String> problems = new ArrayList<>();
        lexicon = Lexicon.parse(Training.builtInLexicon(), problems);
        assertEquals(List.of(), problems);
    }

    @Test
    void noTwoPhrasesOfASignalReadTheSame() {
        Map<String, String> seen = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (Phrase phrase : lexicon.phrases()) {
            String key = phrase.signal() + " "
                    + phrase.tokens().stream().map(Token::term).toList();
            String before = seen.put(key, phrase.wording());
            if (before != null) {
                twice.add(before + " = " + phrase.wording());
            }
        }
        assertEquals(List.of(), twice);
    }

    @Test
    void noPhraseNamesAPlaceANationalityOrALanguage() {
        TriePhraseMatcher places = new TriePhraseMatcher(
                Lexicon.parse(PlaceNames.lines(), new ArrayList<>()).phrases());
        List<String> named = new ArrayList<>();
        for (Phrase phrase : lexicon.phrases()) {
            places.match(phrase.tokens()).stream()
                    .map(match -> match.phrase().wording())
                    .filter(name -> !ORDINARY_WORDS.contains(name))
                    .forEach(name -> named.add(phrase.wording() + ": " + name));
        }
        assertEquals(List.of(), named);
    }

    @Test
    void everyPhraseCanBeFound() {
        for (Phrase phrase : lexicon.phrases()) {
            List<Token> tokens = phrase.tokens();
            assertEquals(
                    tokens.get(0).sentence(),
                    tokens.get(tokens.size() - 1).sentence(),
                    "cut in two: " + phrase.wording());
        }
    }

    @Test
    void everySuspiciousSignalHasPhrasesInManyLanguages() {
        Map<Signal, Set<String>> languages = new HashMap<>();
        lexicon.phrases().forEach(phrase -> languages
                .computeIfAbsent(phrase.signal(), signal -> new TreeSet<>())
                .add(phrase.language()));
        for (Signal signal : Signal.values()) {
            boolean suspicious =
                    switch (signal.strength()) {
                        case STRONG, USEFUL, WEAK -> true;
                        case REASSURING, CONTEXT, NONE -> false;
                    };
            if (suspicious) {
                assertTrue(languages.get(signal).size() >= 8, signal + ": " + languages.get(signal));
            }
        }
    }
}
