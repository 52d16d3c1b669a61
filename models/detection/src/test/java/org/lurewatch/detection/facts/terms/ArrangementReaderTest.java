package org.lurewatch.detection.facts.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lurewatch.detection.facts.Examples;
import org.lurewatch.detection.facts.words.Marks;

class ArrangementReaderTest {

    static Stream<List<String>> examples() {
        return Examples.of("arrangements.tsv");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsTheArrangementsOfTheWrittenExamples(List<String> example) {
        List<String> found = ArrangementReader.read(Examples.marks(example.get(0))).stream()
                .map(arrangement -> switch (arrangement.kind()) {
                    case TRAVEL_PROVIDED -> "travel";
                    case VISA_HANDLED -> "visa";
                    case DOCUMENTS_ASKED -> "documents";
                })
                .distinct()
                .toList();
        assertEquals(example.get(1), Examples.orDash(found));
    }

    @Test
    void theSpanCoversBothWords() {
        String text = "good pay, flight tickets are paid, apply";
        Arrangement arrangement = ArrangementReader.read(Marks.of(text)).get(0);
        assertEquals("flight tickets are paid", text.substring(arrangement.start(), arrangement.end()));
    }
}
