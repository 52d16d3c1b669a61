package org.lurewatch.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.cli.accounts.AccountsCommands;
import org.lurewatch.cli.analyst.CalibrateCommand;
import org.lurewatch.cli.analyst.CompareCommand;
import org.lurewatch.cli.analyst.EvaluateCommand;
import org.lurewatch.cli.analyst.TrainCommand;
import org.lurewatch.cli.bench.BenchCommand;
import org.lurewatch.cli.bench.FaultsCommand;
import org.lurewatch.cli.bench.HostileCommand;
import org.lurewatch.cli.bench.HostileRequestsCommand;
import org.lurewatch.cli.bench.LoadCommand;
import org.lurewatch.cli.bench.RestartsCommand;
import org.lurewatch.cli.bench.ServeBenchCommand;
import org.lurewatch.cli.bench.StateCommand;
import org.lurewatch.cli.bench.ThroughputCommand;
import org.lurewatch.cli.cluster.ClusterCommands;
import org.lurewatch.cli.control.ControlCommands;
import org.lurewatch.cli.demo.DemoCommand;
import org.lurewatch.cli.erase.EraseCommand;
import org.lurewatch.cli.explain.ExplainCommand;
import org.lurewatch.cli.kinds.KindsCommand;
import org.lurewatch.cli.lists.ListsCommands;
import org.lurewatch.cli.options.StandardOptions;
import org.lurewatch.cli.output.OutputCommands;
import org.lurewatch.cli.output.OutputView;
import org.lurewatch.cli.preview.PreviewCommand;
import org.lurewatch.cli.read.ReadCommand;
import org.lurewatch.cli.rejects.RejectsCommand;
import org.lurewatch.cli.rejects.RejectsListCommand;
import org.lurewatch.cli.rejects.RejectsReplayCommand;
import org.lurewatch.cli.review.ReviewCommand;
import org.lurewatch.cli.review.ReviewsCommand;
import org.lurewatch.cli.review.ReviewsExportCommand;
import org.lurewatch.cli.review.SweepCommand;
import org.lurewatch.cli.run.RunCommand;
import org.lurewatch.cli.run.WatchCommand;
import org.lurewatch.cli.screen.ScreenCommand;
import org.lurewatch.cli.serve.ServeCommand;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.codec.registry.RegistryException;
import org.lurewatch.desk.DeskException;
import org.lurewatch.desk.DetectorLoader;
import org.lurewatch.detection.bundle.BundleException;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.LabException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. See RATIONALE.md, "Commands know nothing of each other". */
@Command(
        name = "lurewatch",
        description = "Finds fake lucrative job offers and says why.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "lurewatch help COMMAND shows its options."})
public final class Lurewatch implements Runnable {
    @Spec
    private CommandSpec spec;

    private Lurewatch() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] args) {
        CommandLine commandLine = commandLine(Installation.ofLauncher(), Terminal.ofLauncher(), BundleLoader::load);
        commandLine.setOut(writer(FileDescriptor.out));
        commandLine.setErr(writer(FileDescriptor.err));
        int exitCode = commandLine.execute(args);
        commandLine.getOut().flush();
        if (Boolean.getBoolean("lurewatch.keeps.start")) {
            commandLine.getErr().println("lurewatch: keeping what was loaded, once, for a quicker start next time ...");
        }
        commandLine.getErr().flush();
        // Threads of the broker or of Flink may still be winding down.
        System.exit(exitCode);
    }

    /** All commands. @param detectorLoader loads the bundles that they name */
    public static CommandLine commandLine(Installation installation, Terminal terminal, DetectorLoader detectorLoader) {
        CommandLine commandLine = StandardOptions.addTo(new CommandLine(new Lurewatch()));
        for (Object command : List.of(
                new HelpCommand(),
                new VersionCommand(),
                new DemoCommand(installation, terminal, detectorLoader),
                new ReadCommand(),
                new ScreenCommand(installation, terminal, detectorLoader, Clock.systemUTC()),
                new RunCommand(),
                new ServeCommand(installation, Clock.systemUTC()),
                new WatchCommand(Clock.systemUTC()),
                new ExplainCommand(installation, terminal, detectorLoader),
                new SweepCommand(detectorLoader, Clock.systemUTC()),
                new PreviewCommand(installation, terminal, detectorLoader, Clock.systemUTC()),
                new ReviewCommand(Clock.systemUTC()),
                new EraseCommand(),
                new KindsCommand(terminal),
                new TrainCommand(),
                new CalibrateCommand(installation),
                new EvaluateCommand(),
                new CompareCommand())) {
            commandLine.addSubcommand(StandardOptions.addTo(new CommandLine(command)));
        }
        CommandLine bench = new CommandLine(new BenchCommand());
        bench.addSubcommand(StandardOptions.addTo(new CommandLine(new ThroughputCommand(installation))));
        bench.addSubcommand(StandardOptions.addTo(new CommandLine(new StateCommand(installation))));
        bench.addSubcommand(StandardOptions.addTo(new CommandLine(new FaultsCommand(installation, detectorLoader))));
        bench.addSubcommand(StandardOptions.addTo(new CommandLine(new RestartsCommand(installation, detectorLoader))));
        bench.addSubcommand(StandardOptions.addTo(new CommandLine(new HostileCommand(installation, detectorLoader))));
        bench.addSubcommand(
                StandardOptions.addTo(new CommandLine(new ServeBenchCommand(installation, detectorLoader))));
        bench.addSubcommand(StandardOptions.addTo(new CommandLine(new LoadCommand(installation))));
        bench.addSubcommand(StandardOptions.addTo(new CommandLine(new HostileRequestsCommand(installation))));
        commandLine.addSubcommand(StandardOptions.addTo(bench));
        CommandLine accounts = new CommandLine(new AccountsCommands(Clock.systemUTC()));
        accounts.getSubcommands().values().forEach(StandardOptions::addTo);
        commandLine.addSubcommand(StandardOptions.addTo(accounts));
        CommandLine reviews = new CommandLine(new ReviewsCommand());
        reviews.addSubcommand(StandardOptions.addTo(new CommandLine(new ReviewsExportCommand())));
        commandLine.addSubcommand(StandardOptions.addTo(reviews));
        CommandLine cluster = new CommandLine(new ClusterCommands(installation));
        cluster.getSubcommands().values().forEach(StandardOptions::addTo);
        commandLine.addSubcommand(StandardOptions.addTo(cluster));
        CommandLine rejects = new CommandLine(new RejectsCommand());
        rejects.addSubcommand(StandardOptions.addTo(new CommandLine(new RejectsListCommand(terminal))));
        rejects.addSubcommand(
                StandardOptions.addTo(new CommandLine(new RejectsReplayCommand(installation, detectorLoader))));
        commandLine.addSubcommand(StandardOptions.addTo(rejects));
        for (OutputView<?> view : List.of(OutputView.WARNINGS, OutputView.CAMPAIGNS, OutputView.TRENDS)) {
            CommandLine output = OutputCommands.of(view, terminal, Clock.systemUTC());
            output.getSubcommands().values().forEach(StandardOptions::addTo);
            commandLine.addSubcommand(view.name(), StandardOptions.addTo(output));
        }
        CommandLine control = new CommandLine(new ControlCommands(terminal, detectorLoader, Clock.systemUTC()));
        control.getSubcommands().values().forEach(StandardOptions::addTo);
        commandLine.addSubcommand(StandardOptions.addTo(control));
        CommandLine lists = new CommandLine(new ListsCommands(terminal, Clock.systemUTC()));
        lists.getSubcommands().values().forEach(StandardOptions::addTo);
        commandLine.addSubcommand(StandardOptions.addTo(lists));
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Lurewatch::execute)
                .setExecutionExceptionHandler(Lurewatch::explain);
    }

    /** As picocli does, but a request for help does not excuse a word or an option that is unknown. */
    private static int execute(ParseResult parsed) {
        for (CommandLine command : parsed.asCommandLineList()) {
            if (!command.getUnmatchedArguments().isEmpty()) {
                throw new UnmatchedArgumentException(command, command.getUnmatchedArguments());
            }
        }
        return new RunLast().execute(parsed);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (StandardOptions.isVerbose(command)) {
            failure.printStackTrace(err);
        } else {
            forPeople(failure)
                    .orElseGet(() -> command.getCommandName() + " failed: " + failure + " (" + StandardOptions.VERBOSE
                            + " shows where)")
                    .lines()
                    .forEach(line -> err.println("lurewatch: " + TerminalText.escape(line)));
        }
        err.flush();
        return ExitCode.FAILURE;
    }

    /** What a failure says to whoever typed the command; empty where it is one that nobody foresaw. */
    private static Optional<String> forPeople(Exception failure) {
        if (failure instanceof UncheckedIOException unchecked) {
            return forPeople(Objects.requireNonNull(unchecked.getCause()));
        }
        if (failure instanceof NoSuchFileException missing) {
            return Optional.of(missing.getFile() + " does not exist");
        }
        if (failure instanceof AccessDeniedException denied) {
            return Optional.of(denied.getFile() + ": this user may not read or write it");
        }
        return failure instanceof CommandFailure
                        || failure instanceof BundleException
                        || failure instanceof DeskException
                        || failure instanceof RegistryException
                        || failure instanceof LabException
                ? Optional.ofNullable(failure.getMessage())
                : Optional.empty();
    }
}
