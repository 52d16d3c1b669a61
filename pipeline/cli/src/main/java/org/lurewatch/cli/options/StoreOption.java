package org.lurewatch.cli.options;

import java.nio.file.Path;
import java.util.Map;
import org.lurewatch.web.access.OwnStore;
import picocli.CommandLine.Option;

/** Where the console's accounts are kept; a mixin. */
public final class StoreOption {
    /** Variables of the environment with the user and the password of a database. */
    public static final String USER = "LUREWATCH_STORE_USER";

    public static final String PASSWORD = "LUREWATCH_STORE_PASSWORD";

    private static final String JDBC = "jdbc:";

    @Option(
            names = "--store",
            paramLabel = "FILE|URL",
            description = {
                "Where accounts, tokens and sessions are kept: a file, or jdbc:postgresql:..., with user and password",
                "in " + USER + " and " + PASSWORD + "."
            })
    private String store;

    private final Map<String, String> environment;

    public StoreOption() {
        this(System.getenv());
    }

    /** @param environment where user and password are looked up */
    StoreOption(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Whether one was named. */
    public boolean isNamed() {
        return store != null;
    }

    /** The place that was named. */
    public OwnStore.Place place() {
        return store.startsWith(JDBC)
                ? new OwnStore.Place(store, environment.getOrDefault(USER, ""), environment.getOrDefault(PASSWORD, ""))
                : OwnStore.Place.of(Path.of(store));
    }
}
