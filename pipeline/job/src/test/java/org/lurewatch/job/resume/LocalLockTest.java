package org.lurewatch.job.resume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Within one process; that the lock holds against others and dies with its process is seen where processes are killed. */
class LocalLockTest {
    @TempDir
    private Path folder;

    @Test
    void itIsRefusedWhileItIsHeldAndSaysByWhom() throws Exception {
        Path file = folder.resolve("new/lock");
        LocalLock first = LocalLock.take(file, "process-1@here").orElseThrow();

        assertEquals(Optional.empty(), LocalLock.take(file, "process-2@here"));
        assertEquals("process-1@here\n", Files.readString(file));

        first.close();
        try (LocalLock second = LocalLock.take(file, "process-3").orElseThrow()) {
            assertEquals("process-3\n", Files.readString(file));
            assertEquals(Optional.empty(), LocalLock.take(folder.resolve("new/../new/lock"), "by another path"));
            assertTrue(second != null);
        }
    }
}
