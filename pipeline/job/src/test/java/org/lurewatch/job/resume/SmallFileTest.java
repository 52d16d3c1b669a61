package org.lurewatch.job.resume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.flink.core.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallFileTest {
    @TempDir
    private java.nio.file.Path folder;

    @Test
    void itIsCreatedOnceAndReplacedAsOftenAsNeeded() throws IOException {
        SmallFile file = file("new/one");
        assertEquals(Optional.empty(), file.read());
        assertTrue(file.create("first"));
        assertFalse(file.create("second"));
        assertEquals(Optional.of("first"), file.read());
        file.replace("third");
        assertEquals(Optional.of("third"), file.read());
        file.delete();
        assertEquals(Optional.empty(), file.read());
    }

    @Test
    void oneThatIsFarTooLongIsNotRead() throws IOException {
        Files.write(folder.resolve("long"), new byte[(64 << 10) + 1]);
        assertThrows(IOException.class, () -> file("long").read());
    }

    @Test
    void whereNothingCanBeWrittenTheReasonIsGiven() throws IOException {
        assertEquals(Optional.empty(), new GroupFolder(new Path(folder.toUri())).failureToWrite());
        assertFalse(Files.exists(folder.resolve("tried")));
        Files.writeString(folder.resolve("file"), "a file lies where the folder was");
        String failure = new GroupFolder(new Path(folder.resolve("file").toUri()))
                .failureToWrite()
                .orElseThrow();
        assertTrue(failure.contains("/file: "), failure);
    }

    private SmallFile file(String name) {
        return new SmallFile(new Path(folder.resolve(name).toUri()));
    }
}
