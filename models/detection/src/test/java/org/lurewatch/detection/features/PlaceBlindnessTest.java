package org.lurewatch.detection.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.CpuTime;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/** The same advert in another place has the same features. */
class PlaceBlindnessTest {
    private static final PostingReader READER = new PostingReader(new TriePhraseMatcher(
            List.of(Phrase.of(Signal.PLACE, "mul", "Lyon", false), Phrase.of(Signal.PLACE, "mul", "KK Park", false))));

    @Test
    void aMaskedNameHasNoPartInTheShape() {
        assertSameFeatures(
                Map.of(PostingField.DESCRIPTION, "Cook wanted in Lyon, 9 to 5!"),
                Map.of(PostingField.DESCRIPTION, "Cook wanted in KK Park, 9 to 5!"));
    }

    @Test
    void theTownOfThePostingsOwnFieldsIsMaskedInItsText() {
        assertSameFeatures(
                Map.of(
                        PostingField.DESCRIPTION,
                        "Cook wanted in Oberndorf.",
                        PostingField.ADDRESS_LOCALITY,
                        "Oberndorf, Bavaria"),
                Map.of(
                        PostingField.DESCRIPTION,
                        "Cook wanted in San Pedro.",
                        PostingField.ADDRESS_LOCALITY,
                        "San Pedro"));
        assertSameFeatures(
                Map.of(PostingField.DESCRIPTION, "石门招厨师", PostingField.ADDRESS_LOCALITY, "石门_中心"),
                Map.of(PostingField.DESCRIPTION, "亚龙湾招厨师", PostingField.ADDRESS_LOCALITY, "亚龙湾"));
    }

    @Test
    void whoeverFillsThePlaceFieldsHidesFewNames() {
        List<Integer> hidden = List.of(
                names("alpha, bravo, charly, delta, echos, foxtrot"),
                names("a sentence of many words in a field"),
                names("42"));
        assertEquals(List.of(4, 0, 0), hidden);
    }

    @Test
    void aLanguageOfNothingButHyphensIsReadSoon() {
        CpuTime.atMost(
                Duration.ofSeconds(10),
                () -> HomeMoney.codes(new JobPosting(
                        "1",
                        "",
                        Map.of(PostingField.TITLE, "cook", PostingField.IN_LANGUAGE, "-".repeat(1_000_000)),
                        null,
                        null)));
    }

    @Test
    void theSignOfSeveralMoneysMeansTheSameOneEverywhere() {
        Map<PostingField, String> here = Map.of(
                PostingField.DESCRIPTION, "招客服",
                PostingField.BASE_SALARY, "30000-50000元/月",
                PostingField.IN_LANGUAGE, "zh-Hans",
                PostingField.ADDRESS_COUNTRY, "CN");
        Map<PostingField, String> there = new HashMap<>(here);
        there.put(PostingField.ADDRESS_COUNTRY, "KH");
        assertSameFeatures(here, there);
        int ratio = SignalFeatures.indexOf("pay.above_typical");
        assertNotEquals(0, FeatureVector.of(READER.read(posting(here))).signals()[ratio]);
    }

    /** How many names of a place field are looked for in a text that has them all. */
    private static int names(String field) {
        JobPosting posting = posting(Map.of(PostingField.DESCRIPTION, field, PostingField.ADDRESS_LOCALITY, field));
        return (int) READER.read(posting).fields().get(0).matches().stream()
                .filter(match -> match.phrase().signal() == Signal.PLACE)
                .count();
    }

    private static void assertSameFeatures(Map<PostingField, String> one, Map<PostingField, String> other) {
        assertArrayEquals(
                FeatureVector.of(READER.read(posting(one))).signals(),
                FeatureVector.of(READER.read(posting(other))).signals());
        assertEquals(wording(one), wording(other));
    }

    private static Map<Integer, Float> wording(Map<PostingField, String> texts) {
        SparseVector wording = TextFeatures.of(READER.read(posting(texts)));
        Map<Integer, Float> values = new HashMap<>();
        for (int i = 0; i < wording.size(); i++) {
            values.put(wording.indices()[i], wording.values()[i]);
        }
        assertEquals(wording.size(), Arrays.stream(wording.indices()).distinct().count());
        return values;
    }

    private static JobPosting posting(Map<PostingField, String> texts) {
        return new JobPosting("one", "test", texts, null, null);
    }
}
