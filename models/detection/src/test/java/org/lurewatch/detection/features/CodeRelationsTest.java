package org.lurewatch.detection.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lurewatch.detection.facts.Examples;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

class CodeRelationsTest {
    private static final PostingReader READER =
            new PostingReader(new TriePhraseMatcher(List.of(Phrase.of(Signal.PLACE, "mul", "Lyon", false))));

    /** Countries whose languages are not those of the adverts below, each with a possible number of its own. */
    private static final Map<String, String> NUMBERS = Map.of(
            "QA",
            "+974 3312 3456",
            "GE",
            "+995 555 12 34 56",
            "MN",
            "+976 8812 3456",
            "LA",
            "+856 20 23 123 456",
            "SE",
            "+46 70 123 45 67",
            "IL",
            "+972 50 234 5678",
            "KE",
            "+254 712 123456",
            "TH",
            "+66 81 234 5678");

    static Stream<List<String>> examples() {
        return Examples.of("/org/lurewatch/detection/features/code_relations.tsv");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void numbersStandToTheCountriesOfThePostingAsInTheWrittenExamples(List<String> example) {
        Map<PostingField, String> texts = new EnumMap<>(PostingField.class);
        texts.put(PostingField.ADDRESS_COUNTRY, example.get(0));
        texts.put(PostingField.ADDRESS_LOCALITY, example.get(1));
        String[] other = example.get(2).split("=", 2);
        PostingField.ofWireName(other[0]).ifPresent(field -> texts.put(field, other[1]));
        texts.put(PostingField.IN_LANGUAGE, example.get(3));
        texts.put(PostingField.DESCRIPTION, example.get(4));
        assertEquals(CodeRelation.valueOf(example.get(5).toUpperCase(Locale.ROOT)), relation(texts));
    }

    @Property(tries = 100)
    void thePostingWithItsCountriesExchangedHasTheSameRelations(
            @ForAll("countries") String job,
            @ForAll("countries") String contact,
            @ForAll("countries") String otherJob,
            @ForAll("countries") String otherContact) {
        CodeRelation here = relation(posting(job, contact));
        assertEquals(job.equals(contact) ? CodeRelation.LOCAL : CodeRelation.ELSEWHERE, here);
        if (job.equals(contact) == otherJob.equals(otherContact)) {
            assertEquals(here, relation(posting(otherJob, otherContact)));
        }
    }

    @Property(tries = 50)
    void aJobThatMovesAwayFromItsNumberKeepsItsFeatures(
            @ForAll("countries") String contact, @ForAll("countries") String job, @ForAll("countries") String other) {
        assertArrayEquals(
                FeatureVector.of(READER.read(of(posting(job, contact)))).signals(),
                FeatureVector.of(READER.read(of(posting(other, contact)))).signals());
    }

    @Provide
    Arbitrary<String> countries() {
        return Arbitraries.of(NUMBERS.keySet().stream().sorted().toList());
    }

    private static Map<PostingField, String> posting(String job, String contact) {
        return Map.of(
                PostingField.DESCRIPTION,
                "Kucharz, WhatsApp " + NUMBERS.get(contact),
                PostingField.ADDRESS_COUNTRY,
                job,
                PostingField.IN_LANGUAGE,
                "pl");
    }

    /** The most telling relation of any contact. */
    private static CodeRelation relation(Map<PostingField, String> texts) {
        Reading reading = READER.read(of(texts));
        CodeRelations relations = CodeRelations.of(reading);
        Set<CodeRelation> all =
                reading.facts().contacts().stream().map(relations::of).collect(Collectors.toSet());
        assertEquals(all.contains(CodeRelation.ELSEWHERE), relations.leadsElsewhere());
        return Stream.of(CodeRelation.ELSEWHERE, CodeRelation.LOCAL)
                .filter(all::contains)
                .findFirst()
                .orElse(CodeRelation.OPEN);
    }

    private static JobPosting of(Map<PostingField, String> texts) {
        return new JobPosting("1", "test", texts, null, null);
    }
}
