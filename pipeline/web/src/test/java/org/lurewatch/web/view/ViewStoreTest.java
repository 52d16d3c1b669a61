package org.lurewatch.web.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.web.view.TestingRecords.read;
import static org.lurewatch.web.view.TestingRecords.warning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A view in a file. */
class ViewStoreTest extends ViewStoreContract {
    @TempDir
    private Path folder;

    private Path file;
    private ViewStore store;

    @BeforeEach
    void open() {
        file = folder.resolve("data").resolve("view.db");
        store = ViewStore.open(file);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    ViewStore store() {
        return store;
    }

    @Test
    void itIsThereWhenItIsOpenedAgain() {
        store.apply(List.of(read(0, 0, warning("a", 1, 1))));
        ViewStore.Position before = store.position();
        store.close();
        store = ViewStore.open(file);
        assertTrue(store.warningOf("board", "a").isPresent());
        assertEquals(before, store.position());
        assertFalse(Files.exists(folder.resolve("data/view.db.aside")));
    }

    /** The files as a process leaves them that is killed in the middle of a batch. */
    @Test
    void whatWasNotCommittedWasNeverThere() throws Exception {
        store.apply(List.of(read(0, 0, warning("a", 1, 1))));
        Path copy = folder.resolve("copy.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("DELETE FROM warning");
            connection.createStatement().execute("UPDATE topic_offset SET next_offset = 1000");
            Files.copy(file, copy);
            Files.copy(folder.resolve("data/view.db-wal"), folder.resolve("copy.db-wal"));
            connection.rollback();
        }
        try (ViewStore killed = ViewStore.open(copy)) {
            assertTrue(killed.warningOf("board", "a").isPresent());
            assertEquals(OptionalLong.of(1), killed.nextOffset(ViewTopic.WARNINGS, 0));
        }
    }

    @Test
    void aDamagedOneIsMovedAside() throws Exception {
        store.apply(List.of(read(0, 0, warning("a", 1, 1))));
        store.close();
        Files.writeString(file, "this is no database, however long one looks at it");
        store = ViewStore.open(file);
        assertEquals(Optional.empty(), store.warningOf("board", "a"));
        assertTrue(Files.exists(folder.resolve("data/view.db.aside")));

        store.apply(List.of(read(0, 0, warning("a", 1, 1))));
        assertTrue(store.warningOf("board", "a").isPresent());
    }

    @Test
    void oneOfAnotherVersionIsMovedAside() throws Exception {
        store.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.createStatement().execute("UPDATE flyway_schema_history SET checksum = 1");
        }
        store = ViewStore.open(file);
        assertTrue(Files.exists(folder.resolve("data/view.db.aside")));
        assertEquals(1, store.apply(List.of(read(0, 0, warning("a", 1, 1)))));
    }

    @Test
    void anotherProgramsDatabaseIsMovedAside() throws Exception {
        Path other = folder.resolve("other.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other)) {
            connection.createStatement().execute("CREATE TABLE warning (id TEXT)");
        }
        try (ViewStore opened = ViewStore.open(other)) {
            assertEquals(1, opened.apply(List.of(read(0, 0, warning("a", 1, 1)))));
        }
        assertTrue(Files.exists(folder.resolve("other.db.aside")));
    }
}
