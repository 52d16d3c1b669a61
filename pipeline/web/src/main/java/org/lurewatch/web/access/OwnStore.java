package org.lurewatch.web.access;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;

/**
 * The store of what no topic holds: accounts, tokens, sessions. It is made once, on purpose, and never again by itself:
 * an empty one would let nobody in, or the wrong ones. Safe to share between threads and, on PostgreSQL, between servers.
 * See RATIONALE.md, "Two stores: one to be rebuilt, one to be kept".
 */
public final class OwnStore {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String MIGRATIONS = "classpath:org/lurewatch/web/access/migrations";

    private final String url;
    private final Jdbi jdbi;

    private OwnStore(String url, Jdbi jdbi) {
        this.url = url;
        this.jdbi = jdbi;
    }

    /**
     * Where the store is.
     *
     * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql:...}
     * @param user and {@code password} for PostgreSQL; empty elsewhere
     */
    public record Place(String url, String user, String password) {
        public Place {
            Objects.requireNonNull(user);
            Objects.requireNonNull(password);
            if (!url.startsWith(SQLITE) && !url.startsWith(POSTGRESQL)) {
                throw new StoreException("a store is at " + SQLITE + "FILE or at " + POSTGRESQL + "..., not at " + url);
            }
        }

        /** A file. */
        public static Place of(Path file) {
            return new Place(SQLITE + file.toAbsolutePath(), "", "");
        }

        /** Without the password. */
        @Override
        public String toString() {
            return url;
        }
    }

    /**
     * Makes a store that is not there.
     *
     * @throws StoreException where there is one
     */
    public static OwnStore create(Place place) {
        if (exists(place)) {
            throw new StoreException("there is a store of accounts at " + place + " already; it is left as it is");
        }
        return migrated(place);
    }

    /**
     * Opens a store, and brings it to this version.
     *
     * @throws StoreException where there is none, or it is of a later version
     */
    public static OwnStore open(Place place) {
        if (!exists(place)) {
            throw new StoreException("there is no store of accounts at " + place
                    + ". If it was lost, bring its backup back; if there never was one, make it with accounts init");
        }
        return migrated(place);
    }

    private static boolean exists(Place place) {
        if (place.url().startsWith(SQLITE) && !Files.exists(Path.of(place.url().substring(SQLITE.length())))) {
            return false;
        }
        try {
            return flyway(place).info().current() != null;
        } catch (FlywayException e) {
            throw unusable(place, e);
        }
    }

    private static OwnStore migrated(Place place) {
        try {
            flyway(place).migrate();
        } catch (FlywayException e) {
            throw unusable(place, e);
        }
        return new OwnStore(place.url(), Jdbi.create(place.url(), properties(place)));
    }

    private static StoreException unusable(Place place, FlywayException e) {
        return new StoreException("the store of accounts at " + place + " cannot be used: " + e.getMessage(), e);
    }

    private static Flyway flyway(Place place) {
        return Flyway.configure(OwnStore.class.getClassLoader())
                .dataSource(place.url(), place.user(), place.password())
                .locations(MIGRATIONS)
                .load();
    }

    private static Properties properties(Place place) {
        Properties properties = new Properties();
        if (place.url().startsWith(SQLITE)) {
            properties.setProperty("journal_mode", "WAL");
            properties.setProperty("synchronous", "FULL");
            properties.setProperty("busy_timeout", "10000");
            properties.setProperty("foreign_keys", "true");
        } else {
            properties.setProperty("user", place.user());
            properties.setProperty("password", place.password());
        }
        return properties;
    }

    /** The accounts in it. */
    public Accounts accounts(Clock clock) {
        return new Accounts(jdbi, clock);
    }

    /** The tokens in it. */
    public ApiTokens tokens(Clock clock) {
        return new ApiTokens(jdbi, clock);
    }

    /** The sessions in it. */
    public Sessions sessions(Clock clock) {
        return new Sessions(jdbi, clock);
    }

    /** What else is kept in it. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /**
     * Writes a copy that can be opened in its place, while the store is in use.
     *
     * @throws StoreException where the file exists, or the store is not in a file of its own
     */
    public void backUp(Path file) {
        if (!url.startsWith(SQLITE)) {
            throw new StoreException("a store on PostgreSQL is backed up with pg_dump");
        }
        if (Files.exists(file)) {
            throw new StoreException(file + " exists; a backup overwrites nothing");
        }
        jdbi.useHandle(
                handle -> handle.execute("vacuum into ?", file.toAbsolutePath().toString()));
    }
}
