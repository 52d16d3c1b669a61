package org.lurewatch.detection.phrases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.lurewatch.detection.CpuTime;
import org.lurewatch.detection.text.TextChain;
import org.lurewatch.detection.text.Token;
import org.lurewatch.detection.text.Tokens;

class StancesTest {
    @ParameterizedTest(name = "{0}: {4} -> {3}")
    @CsvFileSource(
            resources = "meant.tsv",
            delimiter = '\t',
            quoteCharacter = '`',
            numLinesToSkip = 1,
            encoding = "UTF-8")
    void aPhraseIsStatedDeniedOrReported(String language, String signal, String wording, String meant, String text) {
        Phrase phrase = Phrase.of(Signal.ofCode(signal).orElseThrow(), language, wording, false);
        List<PhraseMatch> matches = read(List.of(phrase), text);
        assertFalse(matches.isEmpty(), "the phrase is in the text");
        PhraseMatch match = matches.get(0);
        assertEquals(meant, match.reported() ? "reported" : match.negated() ? "negated" : "stated");
    }

    @Test
    void aDenialThatBelongsToAPhraseBesideDeniesNoOther() {
        Phrase skill = phrase("no experience needed", Signal.NO_SKILL);
        Phrase deposit = phrase("deposit", Signal.FEE_DEPOSIT);
        Phrase test = phrase("experience not required", Signal.NO_SKILL);
        for (PhraseMatch match :
                read(List.of(skill, deposit, test), "no experience needed deposit experience not required")) {
            assertFalse(match.negated(), match.toString());
        }
    }

    @Test
    void aDenialInsideALongerPhraseDeniesTheShorterOne() {
        Phrase fee = phrase("registration fee", Signal.FEE_DEPOSIT);
        Phrase honest = phrase("no registration fee", Signal.LEGIT_CHANNEL);
        assertEquals(
                List.of(new PhraseMatch(honest, 0, 3, 0), new PhraseMatch(fee, 1, 3, 0).meant(true, false)),
                read(List.of(fee, honest), "no registration fee"));
    }

    @Test
    void wordsOfAWarningAreNeverReported() {
        PhraseMatch match = read(List.of(phrase("hotline", Signal.WARNING_CONTEXT)), "Police say: call the hotline")
                .get(0);
        assertFalse(match.reported());
    }

    @Test
    void aQuotationOfSeveralSentencesIsReportedWhole() {
        List<Phrase> phrases =
                List.of(phrase("high pay", Signal.HIGH_PAY_EASY), phrase("free flights", Signal.TRAVEL_LODGING_BUNDLE));
        List<PhraseMatch> matches = read(phrases, "The advert said: “High pay! Free flights!” Nothing was true.");
        assertEquals(2, matches.size());
        assertTrue(matches.stream().allMatch(PhraseMatch::reported), matches.toString());
    }

    @Test
    void placesAreLeftAsTheyAre() {
        List<Token> tokens = tokens("not in phnom penh");
        List<PhraseMatch> matches = new TriePhraseMatcher(List.of(phrase("phnom penh", Signal.PLACE))).match(tokens);
        assertEquals(matches, new Stances("not in phnom penh", tokens).marked(matches));
    }

    @Test
    void aTextOfNothingButCuesAndPhrasesIsReadSoon() {
        String text = "police say we offer no mlm ".repeat(5_000);
        List<PhraseMatch> matches =
                CpuTime.atMost(Duration.ofSeconds(10), () -> read(List.of(phrase("mlm", Signal.MLM)), text));
        assertEquals(5_000, matches.size());
    }

    @Test
    void aSentenceOfNothingButQuotationsIsReadSoon() {
        String text = "police warn of \"mlm\" ".repeat(20_000);
        List<PhraseMatch> matches =
                CpuTime.atMost(Duration.ofSeconds(10), () -> read(List.of(phrase("mlm", Signal.MLM)), text));
        assertEquals(20_000, matches.size());
        assertTrue(matches.get(0).reported());
    }

    @Test
    void everyBrokenLineOfATableIsTold() {
        List<String> problems = new ArrayList<>();
        Cues.parse(
                "stance\treach\tlanguage\twords\nno\n\ndoubts\t3\ten\tno\nquotes\tfar\ten\tsays\nquotes\t3\ten\t!|says",
                problems);
        assertEquals(
                List.of(
                        "line 2: 4 columns are needed, but there are 1",
                        "line 4: column 1 must be a stance and column 2 a number of words or -",
                        "line 5: column 1 must be a stance and column 2 a number of words or -",
                        "line 6: an empty wording"),
                problems);
    }

    private static List<PhraseMatch> read(List<Phrase> phrases, String raw) {
        String text = TextChain.comparable(raw).text();
        List<Token> tokens = Tokens.of(text);
        return new Stances(text, tokens).marked(new TriePhraseMatcher(phrases).match(tokens));
    }

    private static List<Token> tokens(String text) {
        return Tokens.of(text);
    }

    private static Phrase phrase(String wording, Signal signal) {
        return Phrase.of(signal, "en", wording, false);
    }
}
