package org.lurewatch.trainer.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.classify.TypeHead;
import org.lurewatch.trainer.data.SampleFiles;

class TypeTrainerTest {
    private static final List<String> ALL =
            Arrays.stream(ScamType.values()).map(ScamType::code).toList();

    private static List<Example> written;

    @BeforeAll
    static void read() throws IOException {
        written = Examples.of(
                SampleFiles.read(List.of(Path.of("written/en.jsonl"))),
                Training.postingReader(Training.builtInLexicon(), PlaceNames.lines()));
    }

    @Test
    void learnsTheKindsThatAreNamed() {
        TypeHead head = TypeTrainer.fit(written);
        assertTrue(head.codes().size() >= 3, head.codes().toString());
        Example taskScam = ofKinds(Set.of(ScamType.TASK_SCAM)).get(0);
        assertEquals(ScamType.TASK_SCAM.code(), head.ranked(taskScam.features()).get(0));
    }

    @Test
    void whereNoKindIsNamedNoneIsLikelierThanAnother() {
        List<Example> unnamed = ofKinds(Set.of());
        assertEquals(ALL, TypeTrainer.fit(unnamed).ranked(written.get(0).features()));
    }

    @Test
    void twoKindsAreTooFewToLearnFrom() {
        List<Example> two = ofKinds(Set.of(ScamType.TASK_SCAM, ScamType.ADVANCE_FEE));
        assertEquals(2, named(two).size());
        assertEquals(ALL, TypeTrainer.fit(two).ranked(two.get(0).features()));
    }

    /** The examples whose kind is one of these, or where these are none, those without a kind. */
    private static List<Example> ofKinds(Set<ScamType> kinds) {
        return written.stream()
                .filter(example -> example.sample()
                        .labelled()
                        .scamType()
                        .map(kinds::contains)
                        .orElse(kinds.isEmpty()))
                .toList();
    }

    private static Set<ScamType> named(List<Example> examples) {
        Set<ScamType> kinds = new TreeSet<>();
        examples.forEach(example -> example.sample().labelled().scamType().ifPresent(kinds::add));
        return kinds;
    }
}
