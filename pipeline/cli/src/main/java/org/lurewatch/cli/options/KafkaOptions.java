package org.lurewatch.cli.options;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.text.StringSubstitutor;
import org.lurewatch.cli.terminal.CommandFailure;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * How a command reaches Kafka; a mixin. In every value {@code ${NAME}} stands for an environment variable, so that a
 * secret need stand neither in the file nor on the command line, where other users of the machine could read it.
 */
public final class KafkaOptions {
    /** What a command sets itself, for it would not do what it says otherwise. */
    private static final Set<String> SET_BY_THE_COMMAND = Set.of(
            "bootstrap.servers",
            "group.id",
            "isolation.level",
            "enable.auto.commit",
            "auto.offset.reset",
            "transactional.id",
            "key.serializer",
            "value.serializer",
            "key.deserializer",
            "value.deserializer");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "The Kafka broker; separate several with commas.")
    private String bootstrapServers;

    @Option(
            names = "--property",
            paramLabel = "KEY=VALUE",
            description = {"A setting of the Kafka client, such as security.protocol=SASL_SSL.", "Can be repeated."})
    private Map<String, String> properties = new LinkedHashMap<>();

    @Option(
            names = "--properties-file",
            paramLabel = "FILE",
            description = {
                "Settings of the Kafka client, as Kafka's own tools take them;",
                "$${NAME} stands for an environment variable."
            })
    private Path propertiesFile;

    private final Map<String, String> environment;

    KafkaOptions() {
        this(System.getenv());
    }

    KafkaOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Whether the person named a broker. */
    boolean isGiven() {
        return bootstrapServers != null;
    }

    /**
     * Host and port, several with commas.
     *
     * @throws ParameterException where the person named none
     */
    public String bootstrapServers() {
        if (bootstrapServers == null) {
            throw new ParameterException(
                    command.commandLine(), "Where is Kafka? Name the broker with --kafka HOST:PORT");
        }
        return bootstrapServers;
    }

    /**
     * Everything a Kafka client needs to connect. The command line stands over the file. May hold secrets: not to be
     * printed.
     *
     * @throws CommandFailure where the file cannot be read
     * @throws ParameterException where a setting cannot be used
     */
    public Map<String, String> clientSettings() {
        Map<String, String> given = fromFile();
        given.putAll(properties);
        Map<String, String> settings = new LinkedHashMap<>();
        given.forEach((key, value) -> settings.put(checked(key), filledIn(key, value)));
        settings.put("bootstrap.servers", bootstrapServers());
        return settings;
    }

    private Map<String, String> fromFile() {
        Properties read = new Properties();
        if (propertiesFile != null) {
            try (Reader reader = Files.newBufferedReader(propertiesFile, StandardCharsets.UTF_8)) {
                read.load(reader);
            } catch (NoSuchFileException e) {
                throw new CommandFailure("there is no file " + propertiesFile, e);
            } catch (IOException | IllegalArgumentException e) {
                // The reader's message may quote a secret.
                throw new CommandFailure("the settings in " + propertiesFile + " cannot be read", e);
            }
        }
        Map<String, String> settings = new LinkedHashMap<>();
        read.stringPropertyNames().stream().sorted().forEach(key -> settings.put(key, read.getProperty(key)));
        return settings;
    }

    private String checked(String key) {
        if (SET_BY_THE_COMMAND.contains(key)) {
            throw new ParameterException(
                    command.commandLine(), "the Kafka setting " + key + " is set by the command and cannot be given");
        }
        return key;
    }

    private String filledIn(String key, String value) {
        try {
            return new StringSubstitutor(environment)
                    .setEnableUndefinedVariableException(true)
                    .replace(value);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    command.commandLine(),
                    "the Kafka setting " + key + " names an environment variable that is not set",
                    e);
        }
    }
}
