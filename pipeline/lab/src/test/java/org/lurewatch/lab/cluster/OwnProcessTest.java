package org.lurewatch.lab.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnProcessTest {
    private static final String MARK = "86399.25";
    private final Process sleep = start();
    private final OwnProcess own = OwnProcess.of(sleep, MARK);

    @AfterEach
    void endIt() {
        sleep.destroyForcibly();
    }

    private static Process start() {
        try {
            return new ProcessBuilder("sleep", MARK).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void isFoundAgainByItsFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("sleep.properties");
        own.write(file);

        assertEquals(Optional.of(own), OwnProcess.read(file));
        assertTrue(own.isAlive());
        assertEquals(Optional.empty(), OwnProcess.read(folder.resolve("none.properties")));
    }

    @Test
    void anotherWithTheSameNumberIsLeftAlone() throws Exception {
        OwnProcess began = new OwnProcess(own.pid(), own.started().minusSeconds(60), MARK);
        OwnProcess marked = new OwnProcess(own.pid(), own.started(), "86399.75");

        began.kill();
        marked.end();

        assertFalse(began.isAlive());
        assertFalse(marked.isAlive());
        // Whoever ends a process waits until it is gone.
        assertTrue(sleep.isAlive());
    }

    @Test
    void isGoneOnceKilledEvenInAPause() throws Exception {
        own.pause();
        assertTrue(own.isAlive());
        own.kill();

        assertFalse(own.isAlive());
        assertNotEquals(0, sleep.waitFor());
    }

    @Test
    void endsWhenAsked() throws Exception {
        own.end();

        assertFalse(own.isAlive());
        assertNotEquals(0, sleep.waitFor());
    }

    @Test
    void writesNothingWhileItMayNot(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("written");
        String eachLine = "trap '' XFSZ; while read -r line; do echo \"$line\" >>" + file + "; echo done; done";
        Process shell = new ProcessBuilder("sh", "-c", eachLine, MARK).start();
        try (Writer lines = shell.outputWriter();
                BufferedReader done = shell.inputReader()) {
            OwnProcess ofShell = OwnProcess.of(shell, MARK);
            ofShell.stopWriting();
            lines.write("lost\n");
            lines.flush();
            assertEquals("done", done.readLine());
            ofShell.writeAgain();
            lines.write("kept\n");
            lines.flush();
            assertEquals("done", done.readLine());
        } finally {
            shell.destroyForcibly();
        }

        assertEquals("kept\n", Files.readString(file));
    }
}
