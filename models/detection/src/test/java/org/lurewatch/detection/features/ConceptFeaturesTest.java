package org.lurewatch.detection.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.concepts.Concepts;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

class ConceptFeaturesTest {
    private static final PostingReader READER = new PostingReader(new TriePhraseMatcher(List.of()));
    private static final int DENIED = 512;

    @Test
    void aConceptIsAFeatureAtTheTokenThatBeginsIt() {
        Found found = found("Today a courier");
        assertTrue(found.singles.contains(Concepts.indexOf("courier")));
        assertTrue(found.places.contains(List.of(Concepts.indexOf("courier"), 2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Kurier, 20 %",
                "ru | Курьер, 20 %",
                "tr | Kurye, 20 %",
                "zh | 快递，20 %",
                "th | ไรเดอร์ 20 %",
            })
    void theSameConceptAndMarkAreTheSameFeaturesInEveryLanguage(String language, String text) {
        Found english = found("Courier, 20 %", "en");
        Found other = found(text, language);
        assertEquals(english.singles, other.singles);
        assertEquals(english.pairs, other.pairs);
        assertEquals(1, other.pairs.size(), "courier with a percentage");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pay by the day | 100 USD a day | 100 USD a month",
                "an account in a messenger | Telegram @some_boss_1 | write to us on Telegram",
                "a percentage | 20 % more | 20 more",
                "full age | 18+ only | 16+ only",
                "free mail | write to some.boss@gmail.com | write to jobs@example.org",
            })
    void aMarkLooksAlikeInEveryLanguage(String mark, String with, String without) {
        Set<Integer> marks = new TreeSet<>(found(with).singles);
        marks.removeAll(found(without).singles);
        assertTrue(marks.stream().anyMatch(feature -> feature >= Concepts.all().size() && feature < DENIED), mark);
        Set<Integer> elsewhere = found(with.replaceAll("more|only|write to", "ещё")).singles;
        assertTrue(
                elsewhere.containsAll(marks.stream()
                        .filter(feature -> feature >= Concepts.all().size())
                        .toList()),
                mark);
    }

    @ParameterizedTest
    @ValueSource(strings = {"18+", "(18+)", "age 18+ only", "18+ years old", "18+! Apply", "från 18+"})
    void fullAgeIsAMark(String text) {
        assertTrue(asksForFullAge(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since 2018+",
                "1800+ employees",
                "118+ shops",
                "1.18+ times",
                "2,18+ more",
                "+18 44 123 456",
                "18+44",
                "18+ months with us",
                "18+ hours",
                "18+ meses de contrato",
                "18+ месяцев работы",
                "18+个月",
                "18+ tháng",
                "18+ bulan",
                "18+ mois",
            })
    void aFigureOfAnotherKindIsNoAge(String text) {
        assertFalse(asksForFullAge(text), text);
    }

    private static boolean asksForFullAge(String text) {
        Set<Integer> age = new TreeSet<>(found("courier 18+").singles);
        age.removeAll(found("courier").singles);
        assertEquals(1, age.size(), "no language has a form of it besides");
        return found(text).singles.containsAll(age);
    }

    @Test
    void whatIsDeniedIsAnotherFeature() {
        int deposit = Concepts.indexOf("fee");
        Found stated = found("We want a deposit for the keys");
        Found denied = found("You work without deposit");
        assertTrue(stated.singles.contains(deposit));
        assertFalse(stated.singles.contains(DENIED + deposit));
        assertTrue(denied.singles.contains(DENIED + deposit));
        assertFalse(denied.singles.contains(deposit));
    }

    @Test
    void whatStandsCloseTogetherMakesAPairWhicheverComesFirst() {
        Found one = found("courier xyzzy student");
        Found other = found("student xyzzy courier");
        assertEquals(1, one.pairs.size());
        assertEquals(one.pairs, other.pairs);
        assertNotEquals(one.pairs, found("courier xyzzy housewife").pairs);
    }

    @Test
    void whatStandsFarApartMakesNoPair() {
        assertEquals(1, found("courier " + "x".repeat(68) + " student").pairs.size());
        assertEquals(0, found("courier " + "x".repeat(69) + " student").pairs.size());
    }

    @Test
    void aConceptMakesNoPairWithItselfNorWithWhatItShares() {
        assertEquals(Set.of(), found("courier courier courier").pairs);
        Found found = found("bank account");
        assertTrue(found.singles.contains(Concepts.indexOf("bank_account")));
        assertEquals(Set.of(), found.pairs, "words of one form make no pairs among themselves");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody is beaten", "registration fee of", "no placement fee"})
    void sayingsAreSignalsAndNoFeaturesOfConcepts(String text) {
        Set<Integer> sayings = new TreeSet<>();
        for (int i = 0; i < Concepts.all().size(); i++) {
            if (Concepts.all().get(i).isSaying()) {
                sayings.add(i);
                sayings.add(DENIED + i);
            }
        }
        sayings.retainAll(found(text).singles);
        assertEquals(Set.of(), sayings);
    }

    @Test
    void conceptsHaveBucketsOfTheirOwn() {
        SparseVector wording = TextFeatures.of(reading("courier student", "en"));
        int concepts = 0;
        int pairs = 0;
        for (int bucket : wording.indices()) {
            concepts += TextFeatures.isOfWords(bucket) || TextFeatures.isOfPairs(bucket) ? 0 : 1;
            pairs += TextFeatures.isOfPairs(bucket) ? 1 : 0;
            assertTrue(bucket < TextFeatures.BUCKETS);
        }
        assertEquals(2, concepts);
        assertEquals(1, pairs);
    }

    @Test
    void aLongTextWeighsNoMoreThanAShortOne() {
        double few = length(TextFeatures.of(reading("courier student housewife phone", "en")));
        double many = length(TextFeatures.of(reading(
                "courier student housewife phone bank account deposit train holiday pension waiter cook cleaner driver"
                        + " nurse farm factory hotel weekend evening",
                "en")));
        assertTrue(few < many, "a few words are not blown up");
        assertEquals(1, many, 1e-3);
    }

    /** Euclidean length of the concepts' part. */
    private static double length(SparseVector wording) {
        double squares = 0;
        for (int i = 0; i < wording.size(); i++) {
            int bucket = wording.indices()[i];
            boolean single = !TextFeatures.isOfWords(bucket) && !TextFeatures.isOfPairs(bucket);
            squares += single ? (double) wording.values()[i] * wording.values()[i] : 0;
        }
        return Math.sqrt(squares);
    }

    private record Found(Set<Integer> singles, Set<Integer> pairs, List<List<Integer>> places) {}

    private static Found found(String text) {
        return found(text, "");
    }

    private static Found found(String text, String language) {
        Found found = new Found(new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
        new ConceptFeatures()
                .visit(
                        reading(text, language),
                        0,
                        (feature, token) -> {
                            found.singles.add(feature);
                            found.places.add(List.of(feature, token));
                        },
                        (feature, token) -> found.pairs.add(feature));
        return found;
    }

    private static Reading reading(String text, String language) {
        Map<PostingField, String> texts =
                Map.of(PostingField.DESCRIPTION, text, PostingField.IN_LANGUAGE, language.isEmpty() ? "und" : language);
        return READER.read(new JobPosting("1", "", texts, null, null));
    }
}
