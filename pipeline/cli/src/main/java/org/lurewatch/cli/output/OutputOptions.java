package org.lurewatch.cli.output;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;
import org.lurewatch.cli.options.KafkaOptions;
import org.lurewatch.cli.options.StartTime;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.output.OutputFilter;
import org.lurewatch.desk.output.OutputReader;
import org.lurewatch.desk.output.OutputType;
import org.lurewatch.detection.assess.ScamTypeText;
import org.lurewatch.detection.concepts.Concepts;
import org.lurewatch.detection.trends.Languages;
import org.lurewatch.schemas.Verdict;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which records are read, and how they are printed; a mixin. */
final class OutputOptions {
    private static final String NOT_CLEAR = "und";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private KafkaOptions kafka;

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "Where the job sends them; default is the name of the command.")
    private String topic;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only what was sent since then: 30m, 12h, 1d, 2026-11-20 or 2026-11-20T08:00:00Z.")
    private String since;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            split = ",",
            description = "Only of this language, such as en or zh; und where it is not clear.")
    private List<String> languages = List.of();

    @Option(
            names = "--type",
            paramLabel = "KIND",
            split = ",",
            description = "Only this kind of scam, such as task_scam; the command kinds lists them.")
    private List<String> types = List.of();

    @Option(
            names = "--verdict",
            paramLabel = "VERDICT",
            split = ",",
            description = "Only with this verdict: likely-scam, unsure, no-sign-found or about-scams.")
    private List<String> verdicts = List.of();

    @Option(names = "--source", paramLabel = "NAME", split = ",", description = "Only from this platform.")
    private List<String> sources = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, jsonl or csv; default ${DEFAULT-VALUE}.")
    private OutputFormat format;

    OutputFormat format() {
        return format;
    }

    Set<String> sources() {
        return new LinkedHashSet<>(sources);
    }

    /** What reads the topic. */
    <T extends SpecificRecordBase> OutputReader<T> reader(OutputType<T> type) {
        return new OutputReader<>(new KafkaTopic(kafka.clientSettings(), topic == null ? type.plural() : topic), type);
    }

    /** The time to begin at, where one is given. */
    Optional<Instant> since(Clock clock) {
        return Optional.ofNullable(since).map(text -> StartTime.parse(text, clock.instant())
                .orElseThrow(() -> misuse("--since must be " + StartTime.EXPECTED + ", not " + text)));
    }

    /**
     * The filter that the person gave.
     *
     * @throws ParameterException with all that is possible, where a value is not
     */
    OutputFilter filter(OutputType<?> type) {
        if (type == OutputType.TRENDS) {
            requireFilterOfTrends();
        }
        return new OutputFilter(
                each(languages, this::language),
                each(types, text -> ScamTypeText.meant(text).orElseThrow(() -> misuse(unknownKind(text)))),
                each(verdicts, this::verdict),
                sources());
    }

    private void requireFilterOfTrends() {
        if (!verdicts.isEmpty() || !sources.isEmpty()) {
            throw misuse("a trend counts the postings of all sources and has a column for each verdict: "
                    + "filter by --language or --type");
        }
        if (!languages.isEmpty() && !types.isEmpty()) {
            throw misuse("a trend counts by language or by kind of scam: give --language or --type, not both");
        }
    }

    private String language(String text) {
        String code = text.strip().toLowerCase(Locale.ROOT);
        if (!code.equals(NOT_CLEAR) && Languages.counted(code).equals(Languages.OTHER)) {
            throw misuse("there is no language \"" + text + "\"; adverts are recognised in "
                    + String.join(", ", Concepts.languageCodes())
                    + ", other codes of ISO 639 come from the adverts themselves, and " + NOT_CLEAR
                    + " is one that is not clear");
        }
        return code;
    }

    private Verdict verdict(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> misuse("there is no verdict \"" + text + "\"; the verdicts are "
                        + Arrays.stream(Verdict.values())
                                .map(verdict ->
                                        verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(Collectors.joining(", "))));
    }

    private static String unknownKind(String text) {
        return ScamTypeText.all().stream()
                .map(kind ->
                        String.format(Locale.ROOT, "%n  %-26s %s", kind.type().code(), kind.name()))
                .collect(Collectors.joining("", "there is no kind of scam \"" + text + "\"; the kinds are", ""));
    }

    private static <T> Set<T> each(List<String> texts, Function<String, T> reader) {
        return texts.stream().map(reader).collect(Collectors.toSet());
    }

    private ParameterException misuse(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
