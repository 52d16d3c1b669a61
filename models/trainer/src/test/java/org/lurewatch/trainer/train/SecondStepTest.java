package org.lurewatch.trainer.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lurewatch.trainer.data.SampleFiles;

class SecondStepTest {
    @Test
    void everyClassifierIsMeasuredBesideTheScoreAsItIs() throws IOException {
        List<Example> examples = Examples.of(
                SampleFiles.read(List.of(Path.of("written/en.jsonl"))),
                Training.postingReader(Training.builtInLexicon(), PlaceNames.lines()));
        double[] perfect = examples.stream()
                .mapToDouble(example -> example.isScam() ? 1 : -1)
                .toArray();
        List<String> table = new SecondStep(examples, perfect, Recipe.DEFAULT).table(Map.of());
        assertEquals(6, table.size(), table.toString());
        assertTrue(table.get(2).startsWith("| the score as it is | 1.000 |"), table.get(2));
        assertTrue(
                table.stream().skip(3).allMatch(line -> line.matches("\\| [a-z ]+ \\| (1\\.000|0\\.9\\d\\d) \\|")),
                table.toString());
    }
}
