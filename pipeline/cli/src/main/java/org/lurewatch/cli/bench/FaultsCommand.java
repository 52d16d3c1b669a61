package org.lurewatch.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import org.lurewatch.cli.options.BundleOption;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.desk.DetectorLoader;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.cluster.ClusterFolder;
import org.lurewatch.lab.cluster.ClusterSettings;
import org.lurewatch.lab.cluster.LocalCluster;
import org.lurewatch.lab.cluster.WhenEnded;
import org.lurewatch.lab.examples.WrittenExamples;
import org.lurewatch.lab.faults.FaultAudit;
import org.lurewatch.lab.faults.FaultBench;
import org.lurewatch.lab.faults.FaultKind;
import org.lurewatch.lab.faults.FaultPlan;
import org.lurewatch.lab.faults.FaultRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Hurts a cluster on purpose. */
@Command(
        name = "faults",
        description = "Kill a cluster's processes while it works, and find out whether anything was lost.",
        footer = {
            "",
            "Starts a cluster of its own (see cluster), gives it the job with exactly-once delivery,",
            "and sends postings all the while. A fault is over when a warning was committed of a",
            "posting that was sent after it, and the next one waits, but for one in four, until the",
            "warnings and rejects of all that was sent before have come out. At the end the warnings,",
            "rejects and counts are held against what the library says of the same records. With",
            "campaigns, where a warning depends on what was read before, warnings are held against",
            "the job's count of them, and every revision must be there once."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:nothing was lost, nothing came out twice", " 4:something was lost, or came out twice"})
public final class FaultsCommand implements Callable<Integer> {
    private static final int AUDIT_FAILED = 4;
    private static final int SHOWN = 10;

    @Spec
    private CommandSpec spec;

    @Option(names = "--kills", defaultValue = "10", description = "How many kills; default ${DEFAULT-VALUE}.")
    private int kills;

    @Option(
            names = "--others",
            defaultValue = "4",
            description = "How many faults of other kinds; default ${DEFAULT-VALUE}.")
    private int others;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the faults; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--postings",
            defaultValue = "1000",
            description =
                    "Send at least so many records; default ${DEFAULT-VALUE}. They are sent until the last fault is over.")
    private int postings;

    @Option(names = "--rate", defaultValue = "100", description = "Records a second; default ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            description = "Which faults: ${COMPLETION-CANDIDATES}; default all.")
    private List<FaultKind> kinds = List.of(FaultKind.values());

    @Option(names = "--campaigns", description = "Let the job remember campaigns.")
    private boolean campaigns;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Folder of the cluster, which is kept; default is one that is deleted if all is well.")
    private Path dir;

    @Mixin
    private BundleOption bundle;

    private final Installation installation;
    private final DetectorLoader detectorLoader;

    public FaultsCommand(Installation installation, DetectorLoader detectorLoader) {
        this.installation = installation;
        this.detectorLoader = detectorLoader;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = dir == null ? Files.createTempDirectory("lurewatch-faults") : dir;
        boolean good = hurt(LocalCluster.create(ClusterFolder.of(folder)));
        if (good && dir == null) {
            FileUtils.deleteDirectory(folder.toFile());
        }
        return good ? ExitCode.GOOD : AUDIT_FAILED;
    }

    private boolean hurt(LocalCluster cluster) throws IOException {
        try (WhenEnded ended = new WhenEnded(cluster::down)) {
            cluster.up();
            Path used = bundle.folder(installation);
            FaultRecords records = new FaultRecords(
                    WrittenExamples.read(installation.writtenExamples()),
                    detectorLoader.load(used, PolicyChoice.DEFAULT));
            new ClusterSettings(cluster.folder(), cluster.ports()).writeJob(used, campaigns);
            String job = cluster.submit(installation.jobJar(), cluster.folder().jobSettings());
            cluster.awaitRunning(job);
            FaultAudit audit = new FaultAudit(campaigns);
            FaultBench bench = new FaultBench(cluster, job, records, audit, rate, this::print);
            FaultAudit.Result result = bench.run(FaultPlan.of(kills, others, seed, kinds), postings);
            return print(bench, audit, result, cluster);
        } finally {
            cluster.down();
        }
    }

    private boolean print(FaultBench bench, FaultAudit audit, FaultAudit.Result result, LocalCluster cluster) {
        print("");
        print("fault                 number  over after: median s  99 % s");
        for (FaultKind kind : kinds) {
            row(kind.spelling(), bench.times().count(kind), bench, Optional.of(kind));
        }
        row("all", kinds.stream().mapToInt(bench.times()::count).sum(), bench, Optional.empty());
        print("");
        print("faults after which all that was sent before had come out: " + audit.settledFaults());
        print(audit.equation());
        if (bench.endedByThemselves() > 0) {
            print("processes that ended by themselves and were started again: " + bench.endedByThemselves());
        }
        result.wrong().stream().limit(SHOWN).forEach(wrong -> print("wrong: " + wrong));
        print("lost " + result.lost() + ", twice " + result.twice()
                + (result.wrong().isEmpty() ? "" : ", wrong " + result.wrong().size()));
        if (!result.isGood()) {
            print("logs and data stay in " + cluster.folder().root());
        }
        return result.isGood();
    }

    private void row(String name, int number, FaultBench bench, Optional<FaultKind> kind) {
        print(String.format(
                Locale.ROOT,
                "%-20s  %6d  %20.1f  %6.1f",
                name,
                number,
                bench.times().quantile(kind, 0.5),
                bench.times().quantile(kind, 0.99)));
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
