package org.lurewatch.web.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.lurewatch.web.http.Problem;

/** The accounts: who they are, and their passwords. Safe to share between threads. */
public final class Accounts {
    /** Letters that a password has at least. */
    public static final int SHORTEST_PASSWORD = 12;

    /** More would only make the server work. */
    private static final int LONGEST_PASSWORD = 200;

    private static final Duration LINK_LIVES = Duration.ofHours(24);
    private static final int FAILURES_BEFORE_LOCK = 5;
    private static final int LONGEST_LOCK_MINUTES = 60;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

    /** In the audit these stand for whoever has not logged in. */
    private static final List<String> NOT_ACCOUNTS = List.of(Caller.LOCAL.name(), Caller.NOBODY.name());

    /** Compared with where there is no password, so that the time of an answer does not tell which accounts exist. */
    private static final String NO_PASSWORD = PasswordHash.of(Secret.draw());

    private final Jdbi jdbi;
    private final Clock clock;

    Accounts(Jdbi jdbi, Clock clock) {
        this.jdbi = Objects.requireNonNull(jdbi);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Adds one, which cannot log in before it has set a password.
     *
     * @return the secret of the link by which it does so once, within a day
     * @throws Problem where the name cannot be, or is taken
     */
    public String add(String name, AccountRole role) {
        String plain = requireName(name);
        return jdbi.inTransaction(handle -> {
            int added = handle.createUpdate("insert into account (name, role, created_at) values (:name, :role, :now)"
                            + " on conflict (name) do nothing")
                    .bind("name", plain)
                    .bind("role", role.name())
                    .bind("now", clock.millis())
                    .execute();
            if (added == 0) {
                throw new Problem(409, "account-exists", "Account exists", "There is an account of that name.");
            }
            return link(handle, plain);
        });
    }

    /** A new link for an account that has lost its password. The old password is good until the link is used. */
    public String link(String name) {
        return jdbi.inTransaction(handle -> link(handle, existing(handle, name)));
    }

    private String link(Handle handle, String account) {
        String secret = Secret.draw();
        handle.createUpdate("delete from login_link where account = :account or expires_at < :now")
                .bind("account", account)
                .bind("now", clock.millis())
                .execute();
        handle.createUpdate("insert into login_link (digest, account, expires_at) values (:digest, :account, :until)")
                .bind("digest", Secret.digest(secret))
                .bind("account", account)
                .bind("until", clock.millis() + LINK_LIVES.toMillis())
                .execute();
        return secret;
    }

    /**
     * Sets a password by a link, which is then used up. All sessions of the account end.
     *
     * @throws Problem where the link is not good, or the password is too short
     */
    public Account setPassword(String secret, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new Problem(
                    422,
                    "password-length",
                    "Password too short or too long",
                    "A password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters.");
        }
        String hash = PasswordHash.of(password);
        return jdbi.inTransaction(handle -> {
            String account = handle.createQuery(
                            "select account from login_link where digest = :digest and expires_at >= :now")
                    .bind("digest", Secret.digest(secret))
                    .bind("now", clock.millis())
                    .mapTo(String.class)
                    .findOne()
                    .orElseThrow(() -> new Problem(
                            410,
                            "link-used",
                            "Link not good",
                            "This link was used, or is too old. Ask for a new one."));
            handle.createUpdate("delete from login_link where account = :account")
                    .bind("account", account)
                    .execute();
            handle.createUpdate("delete from login_session where account = :account")
                    .bind("account", account)
                    .execute();
            handle.createUpdate("update account set password_hash = :hash, failures = 0, locked_until = 0"
                            + " where name = :account")
                    .bind("hash", hash)
                    .bind("account", account)
                    .execute();
            return find(handle, account).orElseThrow();
        });
    }

    /**
     * The account that a name and a password belong to. After {@value #FAILURES_BEFORE_LOCK} wrong passwords in a row
     * the account is locked, at first for a minute, then for twice as long each time.
     *
     * @throws Problem where they do not fit, or the account is locked
     */
    public Account authenticate(String name, String password) {
        String plain = name.toLowerCase(Locale.ROOT);
        long now = clock.millis();
        Optional<Login> login = jdbi.withHandle(handle -> handle.createQuery(
                        "select name, password_hash, disabled, locked_until from account where name = :name")
                .bind("name", plain)
                .map((RowView row) -> new Login(
                        row.getColumn("password_hash", String.class),
                        row.getColumn("disabled", Integer.class) != 0,
                        row.getColumn("locked_until", Long.class)))
                .findOne());
        if (login.isPresent() && login.get().lockedUntil() > now) {
            long seconds = (login.get().lockedUntil() - now) / 1000 + 1;
            throw new Problem(
                            429,
                            "locked",
                            "Account locked",
                            "Too many wrong passwords. Try again in " + seconds + " seconds.")
                    .with("retryAfter", seconds);
        }
        String kept = login.map(Login::passwordHash).orElse(NO_PASSWORD);
        boolean fits = password.length() <= LONGEST_PASSWORD && PasswordHash.matches(password, kept);
        if (!fits || login.isEmpty() || login.get().disabled()) {
            if (login.isPresent()) {
                jdbi.useTransaction(handle -> noteFailure(handle, plain, now));
            }
            throw new Problem(401, "login-failed", "Login failed", "This name and password do not fit together.");
        }
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("update account set failures = 0, locked_until = 0 where name = :name")
                    .bind("name", plain)
                    .execute();
            return find(handle, plain).orElseThrow();
        });
    }

    private record Login(String passwordHash, boolean disabled, long lockedUntil) {
        Login {
            passwordHash = passwordHash == null ? NO_PASSWORD : passwordHash;
        }
    }

    private static void noteFailure(Handle handle, String name, long now) {
        handle.createUpdate("update account set failures = failures + 1 where name = :name")
                .bind("name", name)
                .execute();
        int failures = handle.createQuery("select failures from account where name = :name")
                .bind("name", name)
                .mapTo(Integer.class)
                .one();
        if (failures >= FAILURES_BEFORE_LOCK) {
            int doublings = Math.min(failures - FAILURES_BEFORE_LOCK, 6);
            long minutes = Math.min(1L << doublings, LONGEST_LOCK_MINUTES);
            handle.createUpdate("update account set locked_until = :until where name = :name")
                    .bind("until", now + Duration.ofMinutes(minutes).toMillis())
                    .bind("name", name)
                    .execute();
        }
    }

    /**
     * The account of someone whom a provider vouches for; made where there is none, changed where the role is another.
     *
     * @param provider the provider's issuer
     * @param subject who it is there
     */
    public Account ofProvider(String provider, String subject, String name, AccountRole role) {
        String plain = requireName(name);
        return jdbi.inTransaction(handle -> {
            Optional<String> known = handle.createQuery(
                            "select name from account where provider = :provider and subject = :subject")
                    .bind("provider", provider)
                    .bind("subject", subject)
                    .mapTo(String.class)
                    .findOne();
            if (known.isEmpty()) {
                int added = handle.createUpdate("insert into account (name, role, provider, subject, created_at)"
                                + " values (:name, :role, :provider, :subject, :now) on conflict (name) do nothing")
                        .bind("name", plain)
                        .bind("role", role.name())
                        .bind("provider", provider)
                        .bind("subject", subject)
                        .bind("now", clock.millis())
                        .execute();
                if (added == 0) {
                    throw new Problem(
                            409,
                            "account-exists",
                            "Account exists",
                            "Another account has this name. Whoever runs this server can rename or remove it.");
                }
                return find(handle, plain).orElseThrow();
            }
            handle.createUpdate("update account set role = :role where name = :name")
                    .bind("role", role.name())
                    .bind("name", known.get())
                    .execute();
            return find(handle, known.get()).orElseThrow();
        });
    }

    /** Changes what an account may do. */
    public void setRole(String name, AccountRole role) {
        change(name, "update account set role = :value where name = :name", role.name());
    }

    /** Lets an account in no more, or again. Its sessions and tokens are good no more while it is out. */
    public void setDisabled(String name, boolean disabled) {
        change(name, "update account set disabled = :value where name = :name", disabled ? 1 : 0);
    }

    private void change(String name, String update, Object value) {
        jdbi.useTransaction(handle -> handle.createUpdate(update)
                .bind("value", value)
                .bind("name", existing(handle, name))
                .execute());
    }

    /** All of them, by name. */
    public List<Account> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select name, role, disabled from account order by name")
                .map(Accounts::account)
                .list());
    }

    /** One of them. */
    public Optional<Account> find(String name) {
        return jdbi.withHandle(handle -> find(handle, name));
    }

    static Optional<Account> find(Handle handle, String name) {
        return handle.createQuery("select name, role, disabled from account where name = :name")
                .bind("name", name)
                .map(Accounts::account)
                .findOne();
    }

    private static Account account(RowView row) {
        return new Account(
                row.getColumn("name", String.class),
                AccountRole.valueOf(row.getColumn("role", String.class)),
                row.getColumn("disabled", Integer.class) != 0);
    }

    private static String existing(Handle handle, String name) {
        return find(handle, name)
                .map(Account::name)
                .orElseThrow(
                        () -> new Problem(404, "no-account", "No such account", "There is no account of that name."));
    }

    private static String requireName(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(plain).matches() || NOT_ACCOUNTS.contains(plain)) {
            throw new Problem(
                    422,
                    "account-name",
                    "Name cannot be",
                    "A name has 1 to 64 of a-z, 0-9, dot, underscore, @ and hyphen, and begins with a letter or figure."
                            + " It is none of " + String.join(", ", NOT_ACCOUNTS) + ".");
        }
        return plain;
    }
}
