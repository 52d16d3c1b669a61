package org.lurewatch.cli.analyst;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.lurewatch.cli.options.BundleOption;
import org.lurewatch.cli.options.ReadingOptions;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.lab.Installation;
import org.lurewatch.trainer.calibrate.Calibration;
import org.lurewatch.trainer.calibrate.TooFewAdvertsException;
import org.lurewatch.trainer.data.SampleFiles;
import org.lurewatch.trainer.data.UnusableDataException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lurewatch calibrate}: a bundle whose lines fit one site. */
@Command(
        name = "calibrate",
        description = "Draw a bundle's lines anew from about 1,000 of your site's own adverts.",
        footer = {
            "",
            "All adverts are taken for honest, so leave out what your reviewers have removed.",
            "The copy has the same model files; its version is the bundle's with -own behind it.",
            "Fewer than 3,000 / N different adverts are refused: fewer than three of them would",
            "be over the line."
        })
public final class CalibrateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--own",
            required = true,
            paramLabel = "ADVERTS",
            description = {
                "Adverts of your site, labelled or plain: a file of any kind, or a folder of files.",
                "Can be repeated."
            })
    private List<Path> own;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder that receives the copy.")
    private Path out;

    @Mixin
    private BundleOption bundle;

    @Mixin
    private ReadingOptions reading;

    @Option(
            names = "--alarms-per-1000",
            paramLabel = "N",
            description = "Of 1,000 honest adverts, warn of so many; default is what the policy platform says.")
    private Double alarmsPer1000;

    private final Installation installation;

    public CalibrateCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        if (alarmsPer1000 != null && !(alarmsPer1000 > 0 && alarmsPer1000 < 1000)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--alarms-per-1000 must lie between 0 and 1,000, for example 3, and not at " + alarmsPer1000);
        }
        Path folder = bundle.folder(installation);
        if (Files.exists(out) && Files.exists(folder) && Files.isSameFile(out, folder)) {
            throw new ParameterException(spec.commandLine(), "--out must be another folder than the bundle's");
        }
        Calibration calibration;
        try {
            calibration = Calibration.run(
                    SampleFiles.readAll(own, reading.options(), this::tell),
                    folder,
                    out,
                    alarmsPer1000 == null ? OptionalDouble.empty() : OptionalDouble.of(alarmsPer1000),
                    this::tell);
        } catch (TooFewAdvertsException | UnusableDataException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
        PrintWriter result = spec.commandLine().getOut();
        calibration.text().forEach(result::println);
        result.println("bundle " + calibration.version() + " written to " + out);
        result.flush();
        return ExitCode.GOOD;
    }

    private void tell(String progress) {
        spec.commandLine().getErr().println(TerminalText.escape(progress));
    }
}
