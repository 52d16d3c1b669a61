package org.lurewatch.trainer.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.JudgedSample;
import org.lurewatch.trainer.measure.JudgedSamples;

class ScreenedScoresTest {
    private static final String A =
            "{\"postingId\": \"a\", \"score\": 0.25, \"verdict\": \"UNSURE\", \"evidence\": []}";
    private static final String B = "{\"postingId\": \"b\", \"score\": 1, \"verdict\": \"LIKELY_SCAM\"}";

    @TempDir
    private Path folder;

    @Test
    void assessmentsAreJoinedByIdentifierInWhateverOrder() throws IOException {
        String other = "{\"postingId\": \"other\", \"score\": 0.1, \"verdict\": \"NO_SIGN_FOUND\"}";
        ScreenedScores scores = read(B, other, A);
        assertEquals(List.of(), scores.problems(samples("a", "b")));
        List<JudgedSample> judged = scores.judged(samples("a", "b"));
        assertEquals(
                List.of(0.25, 1.0), judged.stream().map(JudgedSample::score).toList());
        assertEquals(
                List.of(Optional.of(Verdict.UNSURE), Optional.of(Verdict.LIKELY_SCAM)),
                judged.stream().map(JudgedSample::verdict).toList());
        assertEquals("en", judged.get(0).language());
    }

    @Test
    void aGzippedFileIsRead() throws IOException {
        Path file = folder.resolve("screened.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((A + "\n" + B + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of(), ScreenedScores.read(file).problems(samples("a", "b")));
    }

    @Test
    void everyMissingAndDoublePostingIsNamed() throws IOException {
        ScreenedScores scores = read(A, A, B);
        List<Sample> samples = samples("a", "b", "b", "c", "d");
        assertEquals(
                List.of("assessed twice: a", "labelled twice: b", "without an assessment: c, d"),
                scores.problems(samples));
        assertThrows(IllegalArgumentException.class, () -> scores.judged(samples));
    }

    @Test
    void linesThatAreNoAssessmentAreNamed() throws IOException {
        ScreenedScores scores = read(
                "not json",
                A,
                "{\"postingId\": \"b\", \"score\": \"high\", \"verdict\": \"UNSURE\"}",
                "{\"postingId\": \"b\", \"score\": 0.5, \"verdict\": \"PERHAPS\"}",
                "{\"score\": 0.5, \"verdict\": \"UNSURE\"}");
        assertEquals(List.of("no assessment: line 1, line 3, line 4, line 5"), scores.problems(samples("a")));
    }

    @Test
    void ofVeryManyTwentyAreNamedAndTheOthersCounted() throws IOException {
        String[] identifiers = IntStream.range(100, 150).mapToObj(i -> "p" + i).toArray(String[]::new);
        List<String> problems = read(A).problems(samples(identifiers));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("without an assessment: p100, p101, "), problems.get(0));
        assertTrue(problems.get(0).endsWith("p119 and 30 more"), problems.get(0));
    }

    private ScreenedScores read(String... lines) throws IOException {
        Path file = folder.resolve("screened.jsonl");
        Files.write(file, List.of(lines));
        return ScreenedScores.read(file);
    }

    private static List<Sample> samples(String... identifiers) {
        return Stream.of(identifiers)
                .map(identifier -> JudgedSamples.outcome("f", "en", identifier, Label.SCAM, 0.5)
                        .sample())
                .toList();
    }
}
