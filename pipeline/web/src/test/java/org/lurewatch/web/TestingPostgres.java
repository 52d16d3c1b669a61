package org.lurewatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** A real PostgreSQL, of the version that the console is run with. */
public final class TestingPostgres {
    private static final int VERSION = 17;

    private TestingPostgres() {}

    /** Starts one, and asks it for its version. */
    public static EmbeddedPostgres start() throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            assertEquals(VERSION, connection.getMetaData().getDatabaseMajorVersion());
        }
        return server;
    }
}
