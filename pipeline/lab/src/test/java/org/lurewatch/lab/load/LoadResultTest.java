package org.lurewatch.lab.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadResultTest {
    @TempDir
    private Path folder;

    @Test
    void tellsHalfNearlyAllAndAll() {
        List<TimedAnswer> answers = new ArrayList<>(IntStream.rangeClosed(1, 200)
                .mapToObj(i -> new TimedAnswer(200, i * 1_000_000L, 500_000, 100_000))
                .toList());
        answers.set(7, new TimedAnswer(503, 8_000_000, 0, 0));
        assertEquals(
                new LoadResult(
                        200,
                        1,
                        new LoadResult.Milliseconds(100, 198, 200),
                        new LoadResult.Milliseconds(99.5, 197.5, 199.5),
                        new LoadResult.Milliseconds(0.1, 0.1, 0.1)),
                LoadResult.of(answers));
        assertThrows(IllegalArgumentException.class, () -> LoadResult.of(List.of()));
    }

    @Test
    void whatIsWrittenIsReadTheSame() throws Exception {
        List<TimedAnswer> answers = List.of(new TimedAnswer(200, 5, 3, 1), new TimedAnswer(0, Long.MAX_VALUE, 0, 0));
        TimedAnswer.write(answers, folder.resolve("times.csv"));
        assertEquals(answers, TimedAnswer.read(folder.resolve("times.csv")));
    }
}
