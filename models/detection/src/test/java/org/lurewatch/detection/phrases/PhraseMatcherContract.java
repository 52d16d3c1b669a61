package org.lurewatch.detection.phrases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.text.TextChain;
import org.lurewatch.detection.text.Token;
import org.lurewatch.detection.text.Tokens;

/** What every matcher must do. */
abstract class PhraseMatcherContract {

    abstract PhraseMatcher matcher(List<Phrase> phrases);

    @Test
    void findsNothingWhereNothingIs() {
        PhraseMatcher matcher = matcher(List.of(phrase("registration fee")));
        assertEquals(List.of(), matcher.match(List.of()));
        assertEquals(List.of(), matcher.match(tokens("We hire a nurse. Registration is free; the fee is ours.")));
        assertEquals(List.of(), matcher(List.of()).match(tokens("registration fee")));
    }

    @Test
    void findsAPhraseToTheLetterAndSaysWhere() {
        Phrase fee = phrase("registration fee");
        List<PhraseMatch> matches = matcher(List.of(fee)).match(tokens("Pay the REGISTRATION fee today"));
        assertEquals(List.of(new PhraseMatch(fee, 2, 4, 0)), matches);
    }

    @ParameterizedTest
    @CsvSource({
        "registation fee,1",
        "regsitration fee,1",
        "registraation fee,1",
        "regstraton fee,2",
        "fee registration,1",
        "registration joining fee,1",
        "registation joining fee,2",
    })
    void countsWhatDiffers(String text, int edits) {
        PhraseMatch match = only(matcher(List.of(phrase("registration fee"))).match(tokens(text)));
        assertEquals(edits, match.edits());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "regstraio fee",
                "registration feee",
                "egistration fee",
                "registration very big fee",
                "registration. Fee",
                "registration",
                "fee",
                "fee joining registration"
            })
    void whatDiffersTooMuchIsNotFound(String text) {
        assertEquals(List.of(), matcher(List.of(phrase("registration fee"))).match(tokens(text)));
    }

    @Test
    void numbersHaveNoMisspellings() {
        PhraseMatcher matcher = matcher(List.of(phrase("earn 50000 dollars")));
        assertEquals(1, matcher.match(tokens("earn 50000 dollars")).size());
        assertEquals(List.of(), matcher.match(tokens("earn 50001 dollars")));
    }

    @Test
    void aMatchEndsWithItsSentence() {
        PhraseMatcher matcher = matcher(List.of(phrase("no experience needed")));
        assertEquals(1, matcher.match(tokens("no experience needed")).size());
        assertEquals(List.of(), matcher.match(tokens("no experience.\nneeded")));
    }

    @Test
    void hanPhrasesTolerateOneCharacterFromFiveOn() {
        PhraseMatcher matcher = matcher(List.of(phrase("高薪诚聘客服"), phrase("包吃住", Signal.TRAVEL_LODGING_BUNDLE)));
        assertEquals(0, only(matcher.match(tokens("海外高薪誠聘客服"))).edits());
        assertEquals(1, only(matcher.match(tokens("高薪诚骋客服"))).edits());
        assertEquals(1, only(matcher.match(tokens("高薪诚聘好客服"))).edits());
        assertEquals(List.of(), matcher.match(tokens("高新诚聘客服")), "the first two characters are never another");
        assertEquals(List.of(), matcher.match(tokens("高薪诚骋客福")));
        assertEquals(List.of(), matcher.match(tokens("包吃饭")), "three characters are found to the letter only");
    }

    @Test
    void aHanCharacterNeverStandsForASpacedWord() {
        PhraseMatcher matcher = matcher(List.of(phrase("make money online"), phrase("加V信abc")));
        assertEquals(List.of(), matcher.match(tokens("make money 吧")));
    }

    @Test
    void phrasesWithoutSpacesAreFoundInsideARunOfText() {
        PhraseMatcher matcher = matcher(List.of(phrase("รายได้ดี", Signal.HIGH_PAY_EASY)));
        PhraseMatch match = only(matcher.match(tokens("งานง่ายรายได้ดีมาก")));
        assertEquals(0, match.edits());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en: one letter|lucrative|lucratve|1",
                "de: one letter|nebenverdienst|nebenverdinst|1",
                "ru: one letter|заработок|зароботок|1",
                "ar: one letter|التسجيل|التسحيل|1",
                "hi: letters|रजिस्ट्रेशन|रजिस्टेरशन|2",
                "vi: without its marks|lương khủng|luong khungg|1",
                "ko: particle|등록비 입금|등록비를 입금|1",
                "ru: case ending|лёгкий заработок|лёгкого заработка|2",
                "tr: case ending|kayıt ücreti|kayıt ücretini|2",
                "es: plural|cuota mensual|cuotas mensuales|3",
                "pt: plural|depósito inicial|depósitos iniciais|3",
                "fr: gender|argent garanti|argent garantie|1",
                "id: ending|biaya pendaftaran|biaya pendaftarannya|2",
                "fil: a word between|malaking sweldo|malaking buwanang sweldo|1",
                "id: a word between|gaji besar|gaji sangat besar|1",
                "ko: a word between|고수익 알바|고수익 해외 알바|1",
                "es: swapped|dinero fácil|fácil dinero|1",
                "hi: swapped|फ्री टिकट|टिकट फ्री|1",
                "zh: a character between|底薪加提成|底薪再加提成|1",
                "th: a cluster between|กินอยู่ฟรี|กินอยู่มฟรี|1",
                "ja: another character|渡航費支給|渡航費至給|1",
                "km: another cluster|ប្រាក់ខែខ្ពស់|ប្រាក់ខែខ្ពង់|1",
                "my: another cluster|လေယာဉ်လက်မှတ်|လေယာဉ်လက်မှန်|1",
            })
    void misspeltInflectedAndLooseWordingsAreFound(String what, String phrase, String text, int most) {
        Phrase known = Phrase.of(Signal.HIGH_PAY_EASY, what.substring(0, what.indexOf(':')), phrase, false);
        PhraseMatch match = only(matcher(List.of(known)).match(tokens(text)));
        assertTrue(match.edits() >= 1 && match.edits() <= most, match.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dinero fácil|dinero. Fácil",
                "高薪诚聘客服|高薪诚聘。客服",
                "मोटी सैलरी|मोटी। सैलरी",
                "بھاری تنخواہ|بھاری۔ تنخواہ",
                "ከፍተኛ ደመወዝ|ከፍተኛ። ደመወዝ",
                "ប្រាក់ខែខ្ពស់|ប្រាក់ខែ។ ខ្ពស់",
                "လစာကောင်း|လစာ။ ကောင်း",
                "gaji besar|gaji? besar",
            })
    void noMatchCrossesTheEndOfASentenceInAnyScript(String phrase, String text) {
        assertEquals(List.of(), matcher(List.of(phrase(phrase))).match(tokens(text)));
    }

    @Test
    void endingsThatGoTooFarAreOtherWords() {
        PhraseMatcher matcher = matcher(List.of(
                Phrase.of(Signal.FEE_DEPOSIT, "es", "cuota mensual", false),
                Phrase.of(Signal.FEE_DEPOSIT, "en", "pay deposit", false)));
        assertEquals(1, matcher.match(tokens("cuotas mensuales")).size());
        assertEquals(List.of(), matcher.match(tokens("cuota menor")));
        assertEquals(List.of(), matcher.match(tokens("cuota mensualmente")));
        assertEquals(List.of(), matcher.match(tokens("pay depositories")), "English words have few endings");
    }

    @Test
    void placesAreFoundToTheLetterOnly() {
        PhraseMatcher matcher = matcher(List.of(phrase("phnom penh", Signal.PLACE), phrase("phnom fees")));
        assertEquals(1, matcher.match(tokens("in Phnom Penh")).size());
        assertEquals(List.of(), matcher.match(tokens("in Phnon Penh")));
        assertEquals(List.of(), matcher.match(tokens("penh phnom")));
        assertEquals(List.of(), matcher.match(tokens("phnom city penh")));
    }

    @Test
    void ofOverlappingMatchesOfOneSignalTheLongestStays() {
        Phrase fee = phrase("registration fee");
        Phrase longer = phrase("small registration fee");
        Phrase other = phrase("registration fee", Signal.MLM);
        List<PhraseMatch> matches =
                matcher(List.of(fee, longer, other)).match(tokens("a small registration fee, registration fee"));
        assertEquals(
                List.of(
                        new PhraseMatch(longer, 1, 4, 0),
                        new PhraseMatch(other, 2, 4, 0),
                        new PhraseMatch(fee, 4, 6, 0),
                        new PhraseMatch(other, 4, 6, 0)),
                matches);
    }

    @Test
    void ofOnePhraseFromOneWordOnTheClosestStays() {
        Phrase phrase = phrase("easy money money");
        List<PhraseMatch> matches = matcher(List.of(phrase)).match(tokens("easy money money money"));
        assertEquals(List.of(new PhraseMatch(phrase, 0, 3, 0)), matches);
    }

    @Test
    void theSameWordingInTwoLanguagesIsOneMatch() {
        Phrase english = new Phrase(
                Signal.MLM, "en", "kk park", false, "", phrase("kk park").tokens());
        Phrase malay = new Phrase(
                Signal.MLM, "ms", "kk park", false, "", phrase("kk park").tokens());
        assertEquals(
                english,
                only(matcher(List.of(malay, english)).match(tokens("kk park"))).phrase());
    }

    private static Phrase phrase(String wording) {
        return phrase(wording, Signal.FEE_DEPOSIT);
    }

    private static Phrase phrase(String wording, Signal signal) {
        return Phrase.of(signal, "en", wording, false);
    }

    private static List<Token> tokens(String text) {
        return Tokens.of(TextChain.comparable(text).text());
    }

    private static PhraseMatch only(List<PhraseMatch> matches) {
        assertEquals(1, matches.size(), matches.toString());
        return matches.get(0);
    }
}
