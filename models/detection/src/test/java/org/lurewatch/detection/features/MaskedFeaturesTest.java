package org.lurewatch.detection.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/** The same text gives the same features, whatever places, contacts and digits stand in it. */
class MaskedFeaturesTest {
    private final PostingReader reader = new PostingReader(new TriePhraseMatcher(List.of(
            place("lyon"),
            place("sihanoukville"),
            place("ho chi minh city"),
            place("里昂"),
            place("西哈努克城"),
            Phrase.of(Signal.NO_SKILL, "en", "no experience", false))));

    @ParameterizedTest
    @CsvSource({
        "We hire in Lyon now,We hire in Sihanoukville now",
        "We hire in Lyon now,We hire in Ho Chi Minh City now",
        "我们在里昂招聘厨师,我们在西哈努克城招聘厨师",
        "write to Telegram @lyon_hr_team please,write to Telegram @sv_boss_8888 please",
        "mail jobs@example.com today,mail hr.team@example.org today",
        "pack 1500 boxes in 12 days,pack 9300 boxes in 47 days",
        "pack 1500 boxes in 12 days,pack ９３００ boxes in 47 days",
    })
    void whatIsMaskedMakesNoDifference(String one, String other) {
        Reading first = read(PostingField.DESCRIPTION, one);
        Reading second = read(PostingField.DESCRIPTION, other);
        assertEquals(wording(first), wording(second));
        assertEquals(signalsWithoutShape(first), signalsWithoutShape(second));
    }

    @Test
    void placesAreMaskedInTheTitleToo() {
        assertEquals(
                wording(read(PostingField.TITLE, "Cook, Lyon")),
                wording(read(PostingField.TITLE, "Cook, Sihanoukville")));
    }

    @Test
    void placeFieldsAreNotRead() {
        Map<PostingField, String> texts = new EnumMap<>(PostingField.class);
        texts.put(PostingField.DESCRIPTION, "We hire cooks, no experience");
        Reading without = reader.read(posting(texts));
        texts.put(PostingField.ADDRESS_LOCALITY, "Sihanoukville");
        texts.put(PostingField.ADDRESS_REGION, "no experience");
        texts.put(PostingField.APPLICANT_LOCATION, "Lyon");
        Reading with = reader.read(posting(texts));
        assertEquals(wording(without), wording(with));
        assertEquals(List.of(FeatureVector.of(without).signals().length), List.of(SignalFeatures.NAMES.size()));
        assertEquals(signals(without), signals(with));
    }

    @Test
    void otherWordsDoMakeADifference() {
        assertNotEquals(
                wording(read(PostingField.DESCRIPTION, "We hire a cook")),
                wording(read(PostingField.DESCRIPTION, "We hire a nurse")));
    }

    @Test
    void aDeniedPhraseIsNoSignal() {
        int index = SignalFeatures.indexOf("no_skill");
        double[] stated = SignalFeatures.of(read(PostingField.DESCRIPTION, "no experience"));
        double[] denied = SignalFeatures.of(read(PostingField.DESCRIPTION, "not no experience"));
        assertEquals(1, stated[index], 1e-12);
        assertEquals(0, denied[index]);
    }

    @Test
    void aPhraseSaidTenTimesCountsOnce() {
        assertEquals(
                signalsWithoutShape(read(PostingField.DESCRIPTION, "no experience")),
                signalsWithoutShape(read(PostingField.DESCRIPTION, "no experience. ".repeat(10))));
    }

    @Test
    void contributionsOfTheTokensAddUpToTheWordingScore() {
        Reading reading = read(PostingField.DESCRIPTION, "We hire in Ho Chi Minh City now, 我们在里昂招聘厨师, no experience");
        float[] weights = new float[TextFeatures.BUCKETS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (i % 101) / 50f - 1;
        }
        SparseVector wording = TextFeatures.of(reading);
        double score = 0;
        for (int i = 0; i < wording.size(); i++) {
            score += (double) wording.values()[i] * weights[wording.indices()[i]];
        }
        double sum = 0;
        for (double[] field : TextFeatures.read(reading).contributions(reading, weights)) {
            for (double token : field) {
                sum += token;
            }
        }
        assertEquals(score, sum, 1e-5);
    }

    private Reading read(PostingField field, String text) {
        return reader.read(posting(Map.of(field, text)));
    }

    private static JobPosting posting(Map<PostingField, String> texts) {
        return new JobPosting("1", "", texts, null, null);
    }

    private static Phrase place(String name) {
        return Phrase.of(Signal.PLACE, "mul", name, false);
    }

    private static Map<Integer, Float> wording(Reading reading) {
        SparseVector wording = TextFeatures.of(reading);
        Map<Integer, Float> values = new TreeMap<>();
        for (int i = 0; i < wording.size(); i++) {
            values.put(wording.indices()[i], wording.values()[i]);
        }
        return values;
    }

    private static List<String> signals(Reading reading) {
        double[] values = SignalFeatures.of(reading);
        List<String> named = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            named.add(SignalFeatures.NAMES.get(i) + "=" + values[i]);
        }
        return named;
    }

    /** A longer name changes the share of capitals and digits a little; nothing else may move. */
    private static List<String> signalsWithoutShape(Reading reading) {
        return signals(reading).stream()
                .filter(signal -> !signal.startsWith("shape."))
                .toList();
    }
}
