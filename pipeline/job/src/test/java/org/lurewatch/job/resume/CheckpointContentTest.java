package org.lurewatch.job.resume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a savepoint of the first version, all of whose state lies in its one file. */
class CheckpointContentTest {
    @TempDir
    private Path folder;

    @Test
    void whatHasStateIsThereWithTheMostTasksItCanBeDividedAmong() throws Exception {
        CheckpointContent content = CheckpointContent.read(savepoint().toUri().toString());

        assertTrue(content.number() > 0);
        assertTrue(content.operators().size() > 5, () -> content.operators().toString());
        assertTrue(content.operators().keySet().stream().allMatch(id -> id.matches("[0-9a-f]{32}")));
        assertEquals(128, content.mostTasks());
        assertEquals(Set.of(), content.missing());
    }

    @Test
    void whatIsCutOffOrMissingIsToldWithItsPlace() throws Exception {
        byte[] whole = Files.readAllBytes(savepoint().resolve("_metadata"));
        for (int length = 0; length < whole.length; length += 1 + whole.length / 97) {
            Files.write(folder.resolve("_metadata"), Arrays.copyOf(whole, length));
            IOException problem = assertThrows(
                    IOException.class,
                    () -> CheckpointContent.read(folder.toUri().toString()));
            assertTrue(problem.getMessage().contains(folder.toString()), problem::getMessage);
        }
        assertThrows(
                IOException.class,
                () -> CheckpointContent.read(folder.resolve("nowhere").toString()));
    }

    private static Path savepoint() throws Exception {
        return Path.of(
                CheckpointContentTest.class.getResource("/state/v1-savepoint").toURI());
    }
}
