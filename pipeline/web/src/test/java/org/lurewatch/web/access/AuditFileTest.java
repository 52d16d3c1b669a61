package org.lurewatch.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("audit.jsonl");
    }

    private static AuditEntry entry(int number) {
        return new AuditEntry(AT.plusSeconds(number), "ana", "contacts-shown", "warning " + number);
    }

    @Test
    void theNewestEntriesAreReadTheNewestFirst() {
        Audit audit = Audit.toFile(file());
        for (int i = 0; i < 5; i++) {
            audit.record(entry(i));
        }

        assertEquals(List.of(entry(4), entry(3)), audit.newest(2));
        assertEquals(5, audit.newest(100).size());
    }

    @Test
    void aLineThatWasCutOffStandsBetweenTwoGoodOnes() throws Exception {
        Audit audit = Audit.toFile(file());
        audit.record(entry(1));
        Files.writeString(file(), "{\"at\":\"2026-11-\n{\"at\":17}\n[]\n", StandardOpenOption.APPEND);
        audit.record(entry(2));

        assertEquals(List.of(entry(2), entry(1)), audit.newest(10));
    }

    @Test
    void ofALongFileOnlyTheEndIsRead() throws Exception {
        String padding = AuditFile.line(new AuditEntry(AT, "ben", "login", "b".repeat(1000))) + "\n";
        Files.writeString(file(), padding.repeat(3000));
        Audit audit = Audit.toFile(file());
        audit.record(entry(1));

        List<AuditEntry> newest = audit.newest(10_000);

        assertEquals(entry(1), newest.get(0));
        assertFalse(newest.size() > 1100, "no more than a mebibyte");
        assertEquals("ben", newest.get(newest.size() - 1).who());
    }

    @Test
    void oneWithoutEntriesIsEmpty() {
        assertEquals(List.of(), Audit.toFile(file()).newest(10));
    }
}
