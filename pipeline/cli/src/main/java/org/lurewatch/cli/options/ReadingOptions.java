package org.lurewatch.cli.options;

import java.util.Locale;
import java.util.Optional;
import org.lurewatch.intake.columns.ColumnOverrides;
import org.lurewatch.intake.files.FileKind;
import org.lurewatch.intake.files.FileOptions;
import org.lurewatch.intake.files.TextSplit;
import org.lurewatch.intake.postings.IntakeOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How files are read, where a look at them guesses wrong; a mixin. */
public final class ReadingOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--columns",
            paramLabel = "ROLE=NAME,...",
            description = "Which column is what, for example title=Puesto,text=Link; text= says that none is.")
    private String columns;

    @Option(names = "--input", paramLabel = "KIND", description = "What the files are, for example csv.")
    private String input;

    @Option(
            names = "--records",
            paramLabel = "PATH",
            description = "Where the list of adverts lies in a JSON document, for example result.jobs.")
    private String records;

    @Option(
            names = "--split",
            paramLabel = "AT",
            description =
                    "How plain text is cut into adverts: at blank lines (blank), each line (lines), or not (none).")
    private String split;

    /**
     * What the person chose.
     *
     * @throws ParameterException where a value is not known, with those that are
     */
    public IntakeOptions options() {
        FileOptions files = new FileOptions(
                Optional.ofNullable(input).map(this::kind),
                Optional.ofNullable(records),
                split == null ? TextSplit.AUTO : split(split),
                Optional.empty());
        return new IntakeOptions(files, overrides());
    }

    private ColumnOverrides overrides() {
        try {
            return columns == null ? ColumnOverrides.NONE : ColumnOverrides.parse(columns);
        } catch (IllegalArgumentException e) {
            throw misuse("--columns: " + e.getMessage());
        }
    }

    private FileKind kind(String code) {
        return FileKind.ofCode(code)
                .orElseThrow(() -> misuse("--input cannot be '" + code + "'; it can be " + FileKind.codes()));
    }

    private TextSplit split(String code) {
        return switch (code.toLowerCase(Locale.ROOT)) {
            case "blank" -> TextSplit.BLANK;
            case "lines" -> TextSplit.LINE;
            case "none" -> TextSplit.NONE;
            default -> throw misuse("--split cannot be '" + code + "'; it can be blank, lines or none");
        };
    }

    private ParameterException misuse(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
