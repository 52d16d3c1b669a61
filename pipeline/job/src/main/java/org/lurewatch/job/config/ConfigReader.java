package org.lurewatch.job.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the job's settings from YAML. In every value, {@code ${NAME}} and {@code ${NAME:default}} refer to environment
 * variables; they are filled in after the YAML has been parsed, so that a secret cannot change what the file says. A
 * second dollar sign before the brace escapes the reference.
 */
public final class ConfigReader {
    private static final ObjectReader YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build()
            .reader();

    private ConfigReader() {}

    /**
     * Reads the settings from a file.
     *
     * @param environment where {@code ${NAME}} is looked up, for example {@code System.getenv()}
     * @throws ConfigException with every problem, if they cannot be used
     */
    public static JobConfig read(Path file, Map<String, String> environment) {
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8), environment);
        } catch (NoSuchFileException e) {
            throw new ConfigException(List.of("there is no configuration file " + file));
        } catch (MalformedInputException e) {
            throw new ConfigException(List.of("the configuration file " + file + " is not valid UTF-8"));
        } catch (IOException e) {
            throw new ConfigException(List.of("the configuration file " + file + " cannot be read: " + e));
        }
    }

    /**
     * Reads the settings from a string.
     *
     * @param environment where {@code ${NAME}} is looked up
     * @throws ConfigException with every problem, if they cannot be used
     */
    public static JobConfig parse(String yaml, Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        JobConfig config = JobConfig.read(ConfigSection.root(tree(yaml), environment, problems));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return config;
    }

    private static JsonNode tree(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new ConfigException(List.of("the configuration is not valid YAML: line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ": "
                    + e.getOriginalMessage().lines().findFirst().orElse("")));
        }
    }
}
