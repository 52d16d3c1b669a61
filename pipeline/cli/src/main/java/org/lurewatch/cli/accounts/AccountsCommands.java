package org.lurewatch.cli.accounts;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;
import org.lurewatch.cli.options.StoreOption;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.web.access.Account;
import org.lurewatch.web.access.AccountRole;
import org.lurewatch.web.access.Accounts;
import org.lurewatch.web.access.OwnStore;
import org.lurewatch.web.access.StoreException;
import org.lurewatch.web.http.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who may log in at the console. */
@Command(
        name = "accounts",
        description = "Manage the accounts of the console.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Begin with init, which makes the store and prints a link for the first",
            "administrator. A link sets a password once, within a day: keep it to yourself."
        })
public final class AccountsCommands implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Clock clock;

    public AccountsCommands(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What is to be done with accounts?");
    }

    @Command(name = "init", description = "Make the store, with an administrator, and print the link.")
    int init(
            @Mixin StoreOption store,
            @Option(
                            names = "--admin",
                            paramLabel = "NAME",
                            defaultValue = "admin",
                            description = "Default ${DEFAULT-VALUE}.")
                    String admin) {
        OwnStore made = guarded(() -> OwnStore.create(named(store)));
        printLink(guarded(() -> made.accounts(clock).add(admin, AccountRole.ADMIN)));
        return ExitCode.GOOD;
    }

    @Command(name = "add", description = "Add an account, and print the link that sets its password.")
    int add(
            @Mixin StoreOption store,
            @Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @Option(
                            names = "--role",
                            required = true,
                            description = "${COMPLETION-CANDIDATES}: each may do what those before it may.")
                    AccountRole role) {
        printLink(guarded(() -> accounts(store).add(name, role)));
        return ExitCode.GOOD;
    }

    @Command(name = "link", description = "Print a new link for an account that has lost its password.")
    int link(@Mixin StoreOption store, @Parameters(paramLabel = "NAME", description = "Its name.") String name) {
        printLink(guarded(() -> accounts(store).link(name)));
        return ExitCode.GOOD;
    }

    @Command(name = "list", description = "List all accounts.")
    int list(@Mixin StoreOption store) {
        PrintWriter out = spec.commandLine().getOut();
        for (Account account : guarded(() -> accounts(store).all())) {
            out.println(account.name() + "  " + account.role().name().toLowerCase(Locale.ROOT)
                    + (account.disabled() ? "  disabled" : ""));
        }
        out.flush();
        return ExitCode.GOOD;
    }

    @Command(name = "disable", description = "Let an account in no more; its sessions and tokens end at once.")
    int disable(@Mixin StoreOption store, @Parameters(paramLabel = "NAME", description = "Its name.") String name) {
        return setDisabled(store, name, true);
    }

    @Command(name = "enable", description = "Let a disabled account in again.")
    int enable(@Mixin StoreOption store, @Parameters(paramLabel = "NAME", description = "Its name.") String name) {
        return setDisabled(store, name, false);
    }

    private int setDisabled(StoreOption store, String name, boolean disabled) {
        guarded(() -> {
            accounts(store).setDisabled(name, disabled);
            return name;
        });
        return ExitCode.GOOD;
    }

    @Command(
            name = "backup",
            description = "Write a copy of the store, also while the console runs. PostgreSQL has pg_dump for it.")
    int backup(@Mixin StoreOption store, @Parameters(paramLabel = "FILE", description = "The copy.") Path file) {
        guarded(() -> {
            OwnStore.open(named(store)).backUp(file);
            return file;
        });
        spec.commandLine().getOut().println("written: " + file);
        spec.commandLine().getOut().flush();
        return ExitCode.GOOD;
    }

    private Accounts accounts(StoreOption store) {
        return OwnStore.open(named(store)).accounts(clock);
    }

    private OwnStore.Place named(StoreOption store) {
        if (!store.isNamed()) {
            throw new ParameterException(spec.commandLine(), "--store names the store of accounts");
        }
        return store.place();
    }

    private void printLink(String secret) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Open within a day, at the console's address: /password?link=" + secret);
        out.flush();
    }

    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreException | Problem e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }
}
