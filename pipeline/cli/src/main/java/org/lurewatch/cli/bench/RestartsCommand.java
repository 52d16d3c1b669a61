package org.lurewatch.cli.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import org.lurewatch.cli.Lurewatch;
import org.lurewatch.cli.options.BundleOption;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.desk.DetectorLoader;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.examples.WrittenExamples;
import org.lurewatch.lab.faults.FaultAudit;
import org.lurewatch.lab.faults.FaultRecords;
import org.lurewatch.lab.restarts.Moment;
import org.lurewatch.lab.restarts.RestartBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Kills a run on purpose. */
@Command(
        name = "restarts",
        description = "Kill a run of the job, start it again, and find out whether anything was lost.",
        footer = {
            "",
            "Starts a broker in this JVM and the job by the command run in a process of its own, and",
            "sends postings all the while. The run is killed at each moment in turn and started again",
            "with the same settings. At the end the warnings, rejects and counts are held against what",
            "the library says of the same records."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:nothing was lost, nothing came out twice", " 4:something was lost, or came out twice"})
public final class RestartsCommand implements Callable<Integer> {
    private static final int AUDIT_FAILED = 4;
    private static final int SHOWN = 10;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--moments",
            split = ",",
            paramLabel = "MOMENT",
            description = "When it is killed, in this order: ${COMPLETION-CANDIDATES}; default each once.")
    private List<Moment> moments = List.of(Moment.values());

    @Option(names = "--rate", defaultValue = "50", description = "Records a second; default ${DEFAULT-VALUE}.")
    private double rate;

    @Option(names = "--campaigns", description = "Let the job remember campaigns.")
    private boolean campaigns;

    @Mixin
    private BundleOption bundle;

    private final Installation installation;
    private final DetectorLoader detectorLoader;

    public RestartsCommand(Installation installation, DetectorLoader detectorLoader) {
        this.installation = installation;
        this.detectorLoader = detectorLoader;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("lurewatch-restarts");
        Path used = bundle.folder(installation);
        FaultRecords records = new FaultRecords(
                WrittenExamples.read(installation.writtenExamples()), detectorLoader.load(used, PolicyChoice.DEFAULT));
        FaultAudit audit = new FaultAudit(campaigns);
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            RestartBench bench = new RestartBench(
                    Lurewatch.class.getName(), folder, used, kafka.bootstrapServers(), campaigns, this::print);
            FaultAudit.Result result = bench.run(moments, records, audit, rate);
            print(audit.equation());
            result.wrong().stream().limit(SHOWN).forEach(wrong -> print("wrong: " + wrong));
            print("lost " + result.lost() + ", twice " + result.twice()
                    + (result.wrong().isEmpty()
                            ? ""
                            : ", wrong " + result.wrong().size()));
            if (!result.isGood()) {
                print("logs and data stay in " + folder);
                return AUDIT_FAILED;
            }
        }
        FileUtils.deleteDirectory(folder.toFile());
        return ExitCode.GOOD;
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
