package org.lurewatch.web.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.jdbi.v3.core.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The file that a view is kept in. Its connections are kept open, because opening one takes longer than most questions. */
final class ViewFile implements ConnectionFactory, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ViewFile.class);

    private static final String MIGRATIONS = "classpath:org/lurewatch/web/view/migrations";
    private static final List<String> PARTS = List.of("", "-wal", "-shm");
    private static final int MOST_IDLE = 8;
    private static final int BUSY_MILLIS = 10_000;

    private final SQLiteDataSource source;
    private final Queue<Connection> idle = new ArrayBlockingQueue<>(MOST_IDLE);

    private ViewFile(SQLiteDataSource source) {
        this.source = source;
    }

    /**
     * Opens a view. One that is damaged or of another version is moved aside, and an empty one takes its place: whatever it
     * knew can be read again from the topics.
     */
    static ViewFile open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Optional<String> trouble = Files.exists(file) && Files.size(file) > 0 ? trouble(file) : Optional.empty();
            if (trouble.isPresent()) {
                moveAside(file, trouble.get());
            }
            createForTheOwnerAlone(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the view cannot be kept in " + file + ": " + e.getMessage(), e);
        }
        SQLiteDataSource source = source(file);
        migrate(source);
        return new ViewFile(source);
    }

    /** Makes the tables where there are none. */
    static void migrate(DataSource source) {
        flyway(source).migrate();
    }

    private static Flyway flyway(DataSource source) {
        return Flyway.configure().dataSource(source).locations(MIGRATIONS).load();
    }

    private static SQLiteDataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // After a power cut the last transactions may be missing, with their offsets: they are read again.
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private static Optional<String> trouble(Path file) {
        SQLiteDataSource source = source(file);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet check = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!check.next() || !check.getString(1).equals("ok")) {
                return Optional.of("is damaged");
            }
        } catch (SQLException e) {
            return Optional.of("is damaged");
        }
        try {
            Flyway flyway = flyway(source);
            MigrationInfoService info = flyway.info();
            return info.current() != null
                            && info.pending().length == 0
                            && flyway.validateWithResult().validationSuccessful
                    ? Optional.empty()
                    : Optional.of("is of another version");
        } catch (FlywayException e) {
            return Optional.of("is of another version");
        }
    }

    private static void moveAside(Path file, String trouble) throws IOException {
        Path aside = beside(file, ".aside");
        for (String part : PARTS) {
            Files.deleteIfExists(beside(aside, part));
            if (Files.exists(beside(file, part))) {
                Files.move(beside(file, part), beside(aside, part), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        LOG.warn("The view in {} {}. It was moved to {}, and is rebuilt from the topics.", file, trouble, aside);
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    /** It holds contact details. */
    private static void createForTheOwnerAlone(Path file) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (posix && !Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Override
    public Connection openConnection() throws SQLException {
        Connection kept = idle.poll();
        return kept != null ? kept : source.getConnection();
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        if (!connection.getAutoCommit() || !idle.offer(connection)) {
            connection.close();
        }
    }

    @Override
    public void close() {
        for (Connection each = idle.poll(); each != null; each = idle.poll()) {
            try {
                each.close();
            } catch (SQLException e) {
                LOG.debug("A connection to the view was already closed", e);
            }
        }
    }
}
