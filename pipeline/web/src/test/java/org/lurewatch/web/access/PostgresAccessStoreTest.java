package org.lurewatch.web.access;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.lurewatch.web.TestingPostgres;

/** The same on a real server. */
class PostgresAccessStoreTest extends AccessStoreContract {
    private static EmbeddedPostgres server;
    private static int databases;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = TestingPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    OwnStore.Place place() {
        String name = "own" + ++databases;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new OwnStore.Place(server.getJdbcUrl("postgres", name), "postgres", "");
    }
}
