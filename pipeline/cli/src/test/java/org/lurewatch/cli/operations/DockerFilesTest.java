package org.lurewatch.cli.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.cli.DocumentTable.ROOT;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.FileRecord;
import org.lurewatch.intake.json.JsonPostingReader;
import org.lurewatch.intake.json.RecordStream;
import org.lurewatch.job.config.ConfigReader;
import org.lurewatch.job.config.JobConfig;

/** The containers cannot be run everywhere, but what they are given can be read. */
class DockerFilesTest {
    private static final Path DOCKER = Path.of("../../docker");

    @Test
    void theJobAcceptsItsSettings() {
        JobConfig config =
                ConfigReader.read(DOCKER.resolve("job.yaml"), Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:19092"));
        assertEquals("kafka:19092", config.kafka().bootstrapServers());
        assertTrue(config.kafka().createTopics());
    }

    @Test
    void theImageHasTheFlinkThatTheJobIsBuiltFor() throws IOException {
        String dockerfile = Files.readString(DOCKER.resolve("Dockerfile"));
        assertTrue(dockerfile.contains("ARG FLINK_VERSION=" + EnvironmentInformation.getVersion() + "\n"));
    }

    @Test
    void theImageIsMadeFromTheDistribution() throws IOException {
        String dockerfile = Files.readString(DOCKER.resolve("Dockerfile"));
        String assembly = Files.readString(Path.of("src/assembly/distribution.xml"));
        List<String> copied = Pattern.compile(
                        "(?m)^COPY --from=distribution --chown=flink:flink /lurewatch/(\\S+) /opt/\\S+$")
                .matcher(dockerfile)
                .results()
                .map(copy -> copy.group(1))
                .toList();
        assertEquals(
                dockerfile.lines().filter(line -> line.startsWith("COPY --")).count(), copied.size());
        for (String file : copied) {
            Stream<String> included = Stream.of(
                    "/" + file + "</source>",
                    "<include>" + file + "/**</include>",
                    "<include>" + file.replaceFirst("/.*", "/**") + "</include>");
            assertTrue(included.anyMatch(assembly::contains), file);
        }
    }

    @Test
    void theVersionStandsInThePomAndTheChangesAlone() throws IOException {
        Matcher version =
                Pattern.compile("<revision>([^<]+)</revision>").matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertTrue(version.find());
        assertTrue(Files.readString(ROOT.resolve("CHANGELOG.md")).contains("\n## " + version.group(1)));
        for (String file : List.of("compose.yaml", "kubernetes/lurewatch.yaml", "Dockerfile")) {
            assertFalse(Files.readString(DOCKER.resolve(file)).contains("lurewatch-job:"), file);
        }
    }

    @Test
    void theSmokeTestSendsTwoPostingsAndOneBrokenRecord() throws IOException {
        byte[] bytes = Files.readAllBytes(DOCKER.resolve("smoke-test.jsonl"));
        JsonPostingReader reader = new JsonPostingReader(PostingLimits.DEFAULT);
        List<String> read = new ArrayList<>();
        try (RecordStream records = RecordStream.of(new ByteArrayInputStream(bytes), PostingLimits.DEFAULT)) {
            for (Optional<FileRecord> next = records.next(); next.isPresent(); next = records.next()) {
                try {
                    read.add(reader.read(next.get()).orElseThrow().posting().identifier());
                } catch (UnusablePostingException e) {
                    read.add(e.reason().name());
                }
            }
        }
        assertEquals(List.of("scam", "MALFORMED_JSON", "honest"), read);
    }
}
