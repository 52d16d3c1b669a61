package org.lurewatch.detection.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.TestingPostings;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.features.TextFeatures;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/** The parts of a score add up to it. */
class AttributionTest {
    private static final PostingReader READER = new PostingReader(new TriePhraseMatcher(List.of(
            Phrase.of(Signal.FEE_DEPOSIT, "en", "registration fee", false),
            Phrase.of(Signal.FEE_DEPOSIT, "en", "fee", true),
            Phrase.of(Signal.NO_SKILL, "en", "no experience needed", false),
            Phrase.of(Signal.HIGH_PAY_EASY, "en", "high salary", false),
            Phrase.of(Signal.HIGH_PAY_EASY, "zh-Hans", "月入过万", false),
            Phrase.of(Signal.MESSAGING_ONLY_CONTACT, "en", "add me on telegram", false),
            Phrase.of(Signal.TRAVEL_LODGING_BUNDLE, "zh-Hans", "包吃住", false),
            Phrase.of(Signal.LEGIT_CHANNEL, "en", "probation", false),
            Phrase.of(Signal.PLACE, "mul", "bangkok", false))));
    private static final LinearHead HEAD = randomHead();

    @Property(tries = 300)
    void partsAddUpToTheScore(@ForAll("texts") String title, @ForAll("texts") String description) {
        assertAddsUp(new JobPosting(
                "1",
                "",
                Map.of(
                        PostingField.TITLE,
                        "x " + title,
                        PostingField.DESCRIPTION,
                        description,
                        PostingField.INDUSTRY,
                        title,
                        PostingField.CONTACT_TELEPHONE,
                        "+66 81 234 5678",
                        PostingField.CONTACT_URL,
                        "https://t.me/some_boss"),
                null,
                null));
    }

    @Test
    void partsOfEveryWrittenPostingAddUpToItsScore() throws IOException {
        for (TestingPostings.Labelled labelled : TestingPostings.written()) {
            assertAddsUp(labelled.posting());
        }
    }

    @Test
    void onlyStartMannerAndTricksHaveNoPlace() {
        JobPosting posting =
                Written.posting("No experience needed, high salary 9000 USD, add me on Telegram @some_boss_1."
                        + " Small registration fee. Age 18-35, female only. Bangkok.");
        Reading reading = READER.read(posting);
        FeatureVector features = FeatureVector.of(reading);
        double manner = 0;
        for (int i = 0; i < features.signals().length; i++) {
            String name = SignalFeatures.NAMES.get(i);
            if (name.startsWith("shape.") || name.startsWith("text.")) {
                manner += HEAD.signalContribution(i, features.signals()[i]);
            }
        }
        assertEquals(
                manner,
                Attribution.of(reading, TextFeatures.read(reading), features, HEAD)
                        .manner(),
                1e-9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bakers wanted in Bangkok today", "Bangkok bakers wanted", "Bakers wanted, Bangkok", "Bangkok"})
    void noNameOfAPlaceIsQuotedAndAllStillAddsUp(String text) {
        JobPosting posting = Written.posting(text);
        assertAddsUp(posting);
        Reading reading = READER.read(posting);
        Attribution.of(reading, TextFeatures.read(reading), FeatureVector.of(reading), HEAD)
                .pieces()
                .forEach(piece -> assertFalse(piece.quote().contains("Bangkok"), piece.quote()));
    }

    @Test
    void aPhraseWithinAFactOfTheSameIndicatorIsToldOnce() {
        Reading reading = READER.read(Written.posting("Please add me on Telegram @some_boss_1 today"));
        List<String> quotes = Attribution.ofSignals(reading, FeatureVector.of(reading), HEAD).stream()
                .map(piece -> piece.evidence(false).quote())
                .toList();
        assertEquals(List.of("add me on Telegram @some_boss_1"), quotes);
    }

    @Test
    void payWithinAPhraseIsToldWithThePhrase() {
        Reading reading = READER.read(Written.posting("招聘客服，月入过万，包吃住"));
        List<String> told = Attribution.ofSignals(reading, FeatureVector.of(reading), HEAD).stream()
                .map(piece -> piece.evidence(false).signal() + " "
                        + piece.evidence(false).quote())
                .sorted()
                .toList();
        assertEquals(List.of("high_pay_easy 月入过万", "travel_lodging_bundle 包吃住"), told);
    }

    @Test
    void aContactInAFieldOfItsOwnIsToldByThatField() {
        JobPosting posting = new JobPosting(
                "1",
                "",
                Map.of(PostingField.TITLE, "Cook", PostingField.CONTACT_URL, "https://t.me/some_boss"),
                null,
                null);
        Reading reading = READER.read(posting);
        Evidence contact = Attribution.ofSignals(reading, FeatureVector.of(reading), HEAD)
                .get(0)
                .evidence(false);
        assertEquals(PostingField.CONTACT_URL, contact.field());
        assertEquals("https://t.me/some_boss", contact.quote());
        assertEquals("C09", contact.indicator());
    }

    @Test
    void aNumberOfAnotherCountryIsToldWithItsPlaceAndCountsAsBefore() {
        String text = "Cook wanted, please call\u00a0+254 712 345678 today";
        Evidence elsewhere = contactOf("QA", text);
        assertEquals("contact.code_elsewhere", elsewhere.signal());
        assertEquals("O10", elsewhere.indicator());
        assertEquals("+254 712 345678", elsewhere.quote());
        assertEquals("+254712345678", elsewhere.phrase());
        assertEquals(text.indexOf('+'), elsewhere.start());
        Evidence local = contactOf("KE", text);
        assertEquals("contact.phone", local.signal());
        assertEquals(elsewhere.contribution(), local.contribution(), 1e-12);
    }

    private static Evidence contactOf(String country, String description) {
        Reading reading = READER.read(new JobPosting(
                "1",
                "",
                Map.of(PostingField.DESCRIPTION, description, PostingField.ADDRESS_COUNTRY, country),
                null,
                null));
        return Attribution.ofSignals(reading, FeatureVector.of(reading), HEAD).stream()
                .map(piece -> piece.evidence(false))
                .filter(evidence -> evidence.signal().startsWith("contact."))
                .findFirst()
                .orElseThrow();
    }

    private static void assertAddsUp(JobPosting posting) {
        Reading reading = READER.read(posting);
        FeatureVector features = FeatureVector.of(reading);
        Attribution parts = Attribution.of(reading, TextFeatures.read(reading), features, HEAD);
        double sum = parts.start() + parts.manner();
        for (Piece piece : parts.pieces()) {
            Evidence evidence = piece.evidence(false);
            String raw = posting.text(evidence.field()).orElseThrow();
            assertEquals(raw.substring(evidence.start(), evidence.end()), evidence.quote());
            assertTrue(evidence.quote().length() <= 400);
            assertFalse(evidence.source().isEmpty());
            sum += piece.contribution();
        }
        assertEquals(HEAD.logit(features), sum, 1e-6);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "registration fee",
                        "no fee is asked",
                        "regstration fees",
                        "no experience needed",
                        "high salary",
                        "月入过万包吃住",
                        "工作地点泰国曼谷",
                        "ทำงานที่บ้านรายได้ดี",
                        "add me on Telegram @some_boss_1",
                        "WhatsApp +66 81 234 5678",
                        "9000 USD a month",
                        "500 baht per day",
                        "deposit 200 USD first",
                        "age 18-35, female only",
                        "in Bangkok, with probation",
                        "<b>typing</b>&nbsp;&amp; data",
                        "💰💰 ＷＯＲＫ n o w",
                        "tеlegram\u200b",
                        "!!!",
                        "\n",
                        ". ",
                        "cooks and cleaners")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join(" ", parts));
    }

    private static LinearHead randomHead() {
        Random random = new Random(11);
        float[] weights = new float[TextFeatures.BUCKETS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian();
        }
        double[] coefficients =
                random.doubles(SignalFeatures.NAMES.size() + 2, -2, 2).toArray();
        return new LinearHead(weights, 0.3, coefficients);
    }
}
