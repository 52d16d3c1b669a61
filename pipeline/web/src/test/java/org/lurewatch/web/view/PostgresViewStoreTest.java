package org.lurewatch.web.view;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.lurewatch.web.TestingPostgres;

/** A view in PostgreSQL. */
class PostgresViewStoreTest extends ViewStoreContract {
    private static EmbeddedPostgres server;

    private ViewStore store;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = TestingPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void open() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        }
        store = ViewStore.in(server.getPostgresDatabase());
    }

    @Override
    ViewStore store() {
        return store;
    }
}
