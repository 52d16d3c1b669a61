package org.lurewatch.detection.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    @Test
    void wordsEndWhereUnicodeSaysSo() {
        assertEquals(
                List.of("we", "don't", "hire", "full", "time", "node.js", "10,000"),
                terms("we don't hire full-time node.js 10,000"));
    }

    @Test
    void latinAccentsAreNoPartOfATerm() {
        assertEquals(List.of("viec", "luong", "sao", "strasse"), terms("việc lương são straße"));
    }

    @ParameterizedTest
    @CsvSource({
        "高薪诚聘,4",
        "สูง,2",
        "รายได้,5",
        "ខ្មែរ,2",
        "ပညာ,2",
        "မြန်မာ,3",
        "ວຽກ,3",
    })
    void scriptsWithoutSpacesGiveOneTokenACluster(String word, int clusters) {
        List<Token> tokens = Tokens.of(word);
        assertEquals(clusters, tokens.size(), tokens.toString());
        assertTrue(tokens.stream().allMatch(Token::unspaced));
        assertEquals(word, String.join("", terms(word)));
    }

    @Test
    void wordsOfSpacedScriptsAreNotUnspaced() {
        for (String word : List.of("salary", "зарплата", "월급", "वेतन", "راتب", "ደመወዝ")) {
            List<Token> tokens = Tokens.of(word);
            assertEquals(1, tokens.size(), tokens.toString());
            assertFalse(tokens.get(0).unspaced(), word);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one. two",
                "one! two",
                "one? two",
                "one\ntwo",
                "one; two",
                "one。two",
                "एक। दो",
                "واحد؟ two",
                "ایک۔ دو",
                "တစ်။ နှစ်",
                "មួយ។ ពីរ",
                "አንድ። ሁለት"
            })
    void aNewSentenceBeginsBehindItsEnd(String text) {
        List<Token> tokens = Tokens.of(text);
        assertEquals(0, tokens.get(0).sentence());
        assertEquals(1, tokens.get(tokens.size() - 1).sentence());
    }

    @Test
    void severalEndsInARowAreOne() {
        assertEquals(
                List.of(0, 1, 1),
                Tokens.of("wow!!! \n\n so good").stream().map(Token::sentence).toList());
    }

    @Test
    void aCommaOrADashEndsNoSentence() {
        assertEquals(0, Tokens.of("one, two - three: four / five").get(4).sentence());
    }

    @ParameterizedTest
    @CsvSource({
        "s4l4ry,salary",
        "1nv3st,invest",
        "t3l3gr4m,telegram",
        "cr7pt0s,crtptos",
        "w0rk,work",
        "h1gh,high",
        "ea5y,easy",
        "zal0,zalo",
        "hi6hly,highly",
        "w00rk,woork"
    })
    void digitsInTheMiddleOfAWordAreLetters(String written, String read) {
        assertEquals(List.of(read), terms(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mp3",
                "1st",
                "21st",
                "50k",
                "b2b",
                "covid19",
                "web3",
                "4ever",
                "2026",
                "usd500",
                "15jt",
                "h1b1",
                "k8s",
                "usd15k",
                "rm150k",
                "h264",
                "windows10"
            })
    void numbersInWordsStayNumbers(String word) {
        assertEquals(List.of(word), terms(word));
    }

    @Test
    void aVeryLongWordIsCutAndNothingIsLost() {
        String word = "x".repeat(10_000);
        assertEquals(word, String.join("", terms(word)));
    }

    private static List<String> terms(String text) {
        return Tokens.of(text).stream().map(Token::term).toList();
    }
}
