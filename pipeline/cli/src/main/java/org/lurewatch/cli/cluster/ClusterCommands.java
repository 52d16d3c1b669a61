package org.lurewatch.cli.cluster;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.cluster.ClusterFolder;
import org.lurewatch.lab.cluster.ClusterPart;
import org.lurewatch.lab.cluster.ClusterSettings;
import org.lurewatch.lab.cluster.LocalCluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** A cluster of several processes on this machine. */
@Command(
        name = "cluster",
        description = "Runs a Flink cluster of several processes and a Kafka broker on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "One JobManager that finds its jobs again after a crash, two TaskManagers with two slots",
            "each, a broker, and ZooKeeper for the JobManager. All listen on free ports of 127.0.0.1.",
            "Settings, logs and data lie in one folder; a new cluster there starts empty."
        })
public final class ClusterCommands implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The cluster's folder; default is lurewatch-cluster in the folder for temporary files.")
    private Path dir = Path.of(System.getProperty("java.io.tmpdir"), "lurewatch-cluster");

    private final Installation installation;

    public ClusterCommands(Installation installation) {
        this.installation = installation;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What is to be done with the cluster?");
    }

    @Command(name = "up", description = "Start it and wait until it takes jobs.")
    int up() throws IOException {
        LocalCluster cluster = LocalCluster.create(ClusterFolder.of(dir));
        cluster.up();
        new ClusterSettings(cluster.folder(), cluster.ports()).writeJob(installation.baselineBundle(), true);
        status(cluster);
        return ExitCode.GOOD;
    }

    @Command(name = "down", description = "End its processes, and no others. Logs and data stay.")
    int down() {
        int ended =
                LocalCluster.in(ClusterFolder.of(dir)).map(LocalCluster::down).orElse(0);
        out().println(ended == 0 ? "nothing runs in " + dir : ended + " processes ended");
        return ExitCode.GOOD;
    }

    @Command(
            name = "status",
            description = "Show its processes, addresses and jobs.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {" 0:all of it runs", " 1:some or all of it does not"})
    int status() {
        Optional<LocalCluster> cluster = LocalCluster.in(ClusterFolder.of(dir));
        if (cluster.isEmpty()) {
            out().println("nothing runs in " + dir);
            return ExitCode.FAILURE;
        }
        return status(cluster.get()) ? ExitCode.GOOD : ExitCode.FAILURE;
    }

    @Command(name = "submit", description = "Submit the job to it.")
    int submit(
            @Option(
                            names = "--config",
                            paramLabel = "FILE",
                            description = "The job's settings; default is a file that up has written.")
                    Path config) {
        LocalCluster cluster = LocalCluster.in(ClusterFolder.of(dir))
                .filter(found -> found.isAlive(ClusterPart.JOB_MANAGER))
                .orElseThrow(() -> new CommandFailure("nothing runs in " + dir + "; start it first (cluster up)"));
        Path settings = config == null ? cluster.folder().jobSettings() : config;
        String job = cluster.submit(installation.jobJar(), settings);
        cluster.awaitRunning(job);
        out().println("job " + job + " runs");
        return ExitCode.GOOD;
    }

    private boolean status(LocalCluster cluster) {
        boolean all = true;
        for (ClusterPart part : ClusterPart.values()) {
            boolean alive = cluster.isAlive(part);
            all &= alive;
            out().printf(
                            "%-14s  %s%n",
                            part.spelling(),
                            alive
                                    ? "process "
                                            + cluster.process(part)
                                                    .orElseThrow()
                                                    .pid()
                                    : "does not run");
        }
        out().println("Kafka           " + cluster.ports().bootstrapServers());
        out().println("Flink           " + cluster.ports().restAddress());
        out().println("logs            "
                + cluster.folder().log(ClusterPart.BROKER).getParent());
        out().println("job's settings  " + cluster.folder().jobSettings());
        jobs(cluster);
        out().flush();
        return all;
    }

    private void jobs(LocalCluster cluster) {
        try {
            cluster.rest().jobs().forEach(job -> out().println("job             " + job));
        } catch (IOException e) {
            out().println("job             no answer");
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
