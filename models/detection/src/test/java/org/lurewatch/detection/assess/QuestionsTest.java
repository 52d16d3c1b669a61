package org.lurewatch.detection.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lurewatch.detection.concepts.Concept;
import org.lurewatch.detection.concepts.Concepts;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

class QuestionsTest {
    /** What a vague employer calls for is asked of everybody. */
    private static final Set<Signal> ASK_NOTHING_MORE =
            EnumSet.of(Signal.LEGIT_CHANNEL, Signal.WARNING_CONTEXT, Signal.PLACE, Signal.VAGUE_COMPANY);

    /** Knows each signal by its own name in words, for example "fee deposit". */
    private static final PostingReader READER = new PostingReader(new TriePhraseMatcher(phrases()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "person sale | free to leave",
                "illegal route | Which work visa",
                "travel lodging bundle | who keeps your passport",
                "fee deposit | pay or deposit anything",
                "task scam | advance your own money",
                "money mule | Whose money",
                "parcel reshipping | Who sends the parcels",
                "debt ok advance | before it is paid back",
                "identity docs | before there is a contract",
                "gambling context | legal where you live",
                "high pay easy | pay so much more",
                "crypto pay | with a payslip",
                "mlm | recruiting others",
                "reassurance | answer in a week",
                "messaging only contact | its own website",
                "vague company | Which registered company",
                "age sex limit | age, sex or looks",
                "decoy role | all day",
                "Telegram @some_boss_1 | its own website",
                "boss@gmail.com | its own website",
                "90000 USD a month | pay so much more",
                "Workers for sale | free to leave",
                "We keep your passport | Who holds your passport",
                "Only passport needed | Why must you leave at once",
                "Nobody is beaten | quit without paying",
                "Pay the registration fee | pay or deposit anything",
                "Recharge to unlock | withdraw what you earned",
                "Rent out your account | who is liable",
                "Bank drops needed | go through your hands",
                "Receive parcels at home | Who sends the parcels",
                "Deposit the cheque | the cheque bounces",
                "Debts no problem | welcome debts",
                "Share the OTP | before there is a contract",
                "Take interviews for others, interview proxy | another person's name",
                "Join our crypto team | who bears the loss",
                "Escorts wanted | can you say no",
                "You have been selected | if you never applied",
                "DM for details | its own website",
            })
    void whatIsFoundDecidesWhatIsAsked(String found, String question) {
        List<String> questions = ofEmployer(found);
        assertTrue(questions.get(0).contains(question), questions::toString);
    }

    @Test
    void theGravestQuestionComesFirstAndThereAreNoMoreThanFive() {
        List<String> all = new ArrayList<>();
        for (Signal signal : Signal.values()) {
            all.add(words(signal));
        }
        List<String> questions = ofEmployer(String.join(". ", all));
        assertEquals(Questions.MOST, questions.size());
        assertTrue(questions.get(0).contains("free to leave"));
        assertTrue(questions.get(1).contains("visa"));
        assertTrue(questions.get(2).contains("pay or deposit"));
    }

    @Test
    void whereNothingIsFoundThreeGeneralQuestionsAreAsked() {
        List<String> questions = ofEmployer("Cook rice");
        assertEquals(Questions.FEWEST, questions.size());
        assertEquals(3, Set.copyOf(questions).size());
    }

    @Test
    void whoEmploysIsAskedWhereNoEmployerIsNamed() {
        assertTrue(Questions.about(READER.read(Written.posting("Cook rice")))
                .get(0)
                .contains("Which registered company"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cook rice, call +254 712 345678 | true",
                "Cook rice, call +974 3312 3456 | false",
                "Cook rice. Never answer +254 712 345678 | false"
            })
    void whoseNumberItIsIsAskedWhereItIsOfAnotherCountry(String description, boolean asked) {
        List<String> questions = Questions.about(READER.read(new JobPosting(
                "1",
                "",
                Map.of(
                        PostingField.DESCRIPTION, description,
                        PostingField.ORGANIZATION_NAME, "Example Ltd",
                        PostingField.ADDRESS_COUNTRY, "QA"),
                null,
                null)));
        assertEquals(asked, questions.get(0).contains("Whose number is this"), questions::toString);
    }

    @Test
    void aDeniedFeeAsksNothing() {
        assertEquals(ofEmployer("Cook rice"), ofEmployer("We ask no fee deposit"));
    }

    @Test
    void everySayingThatPointsToHarmAsksSomething() {
        Set<String> asked = Questions.sayings();
        for (Concept concept : Concepts.all()) {
            boolean pointsToHarm = concept.isSaying() && concept.kind() != Concept.Kind.PROTECTS;
            assertEquals(pointsToHarm, asked.contains(concept.code()), concept.code());
        }
    }

    @Test
    void aDeniedSayingAsksNothing() {
        assertEquals(ofEmployer("Cook rice"), ofEmployer("Cook rice. Not debts no problem"));
    }

    @ParameterizedTest
    @EnumSource(Signal.class)
    void everySignalThatPointsToHarmAsksSomething(Signal signal) {
        assertEquals(
                ASK_NOTHING_MORE.contains(signal), ofEmployer(words(signal)).equals(ofEmployer("Cook rice")));
    }

    @Test
    void everyQuestionIsOneSentenceForAPerson() {
        for (Signal signal : Signal.values()) {
            for (String question : ofEmployer(words(signal))) {
                assertTrue(question.endsWith("?") && question.length() <= 120, question);
                assertFalse(question.contains("_"), question);
            }
        }
    }

    private static List<String> ofEmployer(String description) {
        return Questions.about(READER.read(new JobPosting(
                "1",
                "",
                Map.of(PostingField.DESCRIPTION, description, PostingField.ORGANIZATION_NAME, "Example Ltd"),
                null,
                null)));
    }

    private static List<Phrase> phrases() {
        List<Phrase> phrases = new ArrayList<>();
        for (Signal signal : Signal.values()) {
            phrases.add(Phrase.of(signal, "en", words(signal), false));
        }
        return phrases;
    }

    private static String words(Signal signal) {
        return signal.code().replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
