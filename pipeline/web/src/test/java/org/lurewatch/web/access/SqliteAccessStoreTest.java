package org.lurewatch.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteAccessStoreTest extends AccessStoreContract {
    @TempDir
    private Path dir;

    @Override
    OwnStore.Place place() {
        return OwnStore.Place.of(dir.resolve("own.db"));
    }

    @Test
    void aBackupTakesItsPlace() {
        OwnStore store = OwnStore.create(place());
        store.accounts(Clock.systemUTC()).add("ann", AccountRole.ADMIN);
        Path backup = dir.resolve("own-backup.db");

        store.backUp(backup);

        assertThrows(StoreException.class, () -> store.backUp(backup), "nothing is overwritten");
        OwnStore restored = OwnStore.open(OwnStore.Place.of(backup));
        assertEquals("ann", restored.accounts(Clock.systemUTC()).all().get(0).name());
    }

    @Test
    void saysWhatToDoWhereItIsMissing() {
        StoreException problem = assertThrows(StoreException.class, () -> OwnStore.open(place()));
        assertTrue(problem.getMessage().contains("backup"), problem::getMessage);
    }
}
