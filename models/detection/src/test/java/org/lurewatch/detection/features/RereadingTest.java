package org.lurewatch.detection.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

class RereadingTest {
    private static final PostingReader READER = new PostingReader(new TriePhraseMatcher(List.of(
            Phrase.of(Signal.NO_SKILL, "en", "no experience needed", false),
            Phrase.of(Signal.HIGH_PAY_EASY, "en", "easy money", false),
            Phrase.of(Signal.PLACE, "mul", "bangkok", false))));

    private static final List<PostingField> FIELDS = List.of(
            PostingField.TITLE,
            PostingField.DESCRIPTION,
            PostingField.EMPLOYER_OVERVIEW,
            PostingField.BASE_SALARY,
            PostingField.CONTACT_URL,
            PostingField.ADDRESS_LOCALITY,
            PostingField.ADDRESS_COUNTRY,
            PostingField.IN_LANGUAGE);

    private static final List<String> TEXTS = List.of(
            "No experience needed in Bangkok or Poipet",
            "Easy money: police say that \"no experience needed\" is a lie. Call 081 234 5678",
            "Write to Telegram @some_boss_1, salary 50,000 a month, age 18-35",
            "Poipet",
            "TH",
            "th");

    /** Any posting after any other: what is kept of the other must not show. */
    @Property(tries = 1000)
    void aPostingReadAfterAnotherReadsAsByItself(
            @ForAll @IntRange(max = 1_679_615) int first, @ForAll @IntRange(max = 1_679_615) int second) {
        JobPosting posting = posting(second);
        Reading alone = READER.read(posting);
        Reading after = READER.read(posting, READER.read(posting(first)));
        assertEquals(print(alone), print(after));
        FeatureVector expected = FeatureVector.of(alone);
        FeatureVector found = FeatureVector.of(after);
        assertArrayEquals(expected.signals(), found.signals());
        assertArrayEquals(expected.wording().indices(), found.wording().indices());
        assertArrayEquals(expected.wording().values(), found.wording().values());
    }

    @Test
    void onlyWhatDiffersIsReadAgain() {
        Reading before = READER.read(posting(Map.of(
                PostingField.TITLE,
                "Cook",
                PostingField.DESCRIPTION,
                "Easy money",
                PostingField.ADDRESS_COUNTRY,
                "TH")));
        Reading after = READER.read(
                posting(Map.of(
                        PostingField.TITLE,
                        "Cook",
                        PostingField.DESCRIPTION,
                        "Money",
                        PostingField.ADDRESS_COUNTRY,
                        "TH")),
                before);
        assertSame(before.fields().get(0), after.fields().get(0));
        assertNotSame(before.fields().get(1), after.fields().get(1));
    }

    @Test
    void inAnotherCountryAllIsReadAgain() {
        Reading before = READER.read(posting(Map.of(PostingField.TITLE, "Cook", PostingField.ADDRESS_COUNTRY, "TH")));
        Reading after =
                READER.read(posting(Map.of(PostingField.TITLE, "Cook", PostingField.ADDRESS_COUNTRY, "VN")), before);
        assertNotSame(before.fields().get(0), after.fields().get(0));
    }

    private static String print(Reading reading) {
        StringBuilder printed = new StringBuilder(reading.facts().toString());
        for (FieldReading field : reading.fields()) {
            printed.append('\n').append(field.field()).append(field.tokens()).append(field.matches());
        }
        return printed.toString();
    }

    /** The posting of a number: each of its digits to base 6 chooses the text of a field. */
    private static JobPosting posting(int number) {
        Map<PostingField, String> texts = new EnumMap<>(PostingField.class);
        int rest = number;
        for (PostingField field : FIELDS) {
            texts.put(field, TEXTS.get(rest % TEXTS.size()));
            rest /= TEXTS.size();
        }
        return posting(texts);
    }

    private static JobPosting posting(Map<PostingField, String> texts) {
        return new JobPosting("1", "", texts, null, null);
    }
}
