package org.lurewatch.cli.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.junit.jupiter.api.Test;
import org.lurewatch.job.ScamDetectionJob;
import org.lurewatch.job.config.ConfigReader;
import org.lurewatch.job.config.JobConfig;

/** The manifest cannot be applied here; that it fits the image, the job and Flink can be read. */
class KubernetesFileTest {
    private static final Map<String, String> SECRET =
            Map.of("KAFKA_PASSWORD", "secret", "KAFKA_TRUST_STORE_PASSWORD", "secret too");

    private final JsonNode settings = document(0);
    private final JsonNode spec = document(1).get("spec");
    private final JsonNode pod = spec.at("/podTemplate/spec");
    private final JsonNode container = pod.at("/containers/0");

    @Test
    void itRunsWhatTheImageHolds() throws Exception {
        String dockerfile = Files.readString(MonitoringFiles.DOCKER.resolve("Dockerfile"));
        String compose = Files.readString(MonitoringFiles.DOCKER.resolve("compose.yaml"));
        String jar = spec.at("/job/jarURI").textValue().replace("local://", "");
        assertTrue(dockerfile.contains("-flink.jar " + jar + "\n"), jar);
        assertTrue(compose.contains("image: " + spec.get("image").textValue() + "\n"));
        assertEquals(
                "v" + EnvironmentInformation.getVersion().replaceAll("^(\\d+)\\.(\\d+).*", "$1_$2"),
                spec.get("flinkVersion").textValue());
        assertEquals(
                ScamDetectionJob.class.getName(), spec.at("/job/entryClass").textValue());
        assertEquals("savepoint", spec.at("/job/upgradeMode").textValue());
    }

    @Test
    void theJobAcceptsItsSettingsWithTheSecretAlone() throws Exception {
        JobConfig config = ConfigReader.parse(settings.at("/data/job.yaml").textValue(), SECRET);
        assertEquals("SASL_SSL", config.kafka().properties().get("security.protocol"));
        assertTrue(config.control().enabled());
        assertTrue(config.checkpoint().directory().isEmpty(), "the cluster's own");
        assertTrue(Files.readString(MonitoringFiles.DOCKER.resolve("Dockerfile"))
                .contains(" " + config.detection().bundle().orElseThrow() + "\n"));
        String manifest = Files.readString(MonitoringFiles.DOCKER.resolve("kubernetes/lurewatch.yaml"));
        SECRET.keySet().forEach(name -> assertTrue(manifest.contains("--from-literal=" + name + "="), name));
    }

    @Test
    void whatIsMountedIsThereAndWhatIsNamedIsMounted() {
        Map<String, String> mounts = new TreeMap<>();
        container
                .get("volumeMounts")
                .forEach(mount -> mounts.put(
                        mount.get("name").textValue(), mount.get("mountPath").textValue()));
        Set<String> volumes = new TreeSet<>();
        pod.get("volumes").forEach(volume -> volumes.add(volume.get("name").textValue()));
        assertEquals(volumes, mounts.keySet());
        assertEquals(
                settings.at("/metadata/name"),
                pod.at("/volumes/0/configMap/name"),
                "the settings of the first document");
        assertEquals(
                "[\"--config\",\"" + mounts.get("job") + "/job.yaml\"]",
                spec.at("/job/args").toString());
        assertTrue(settings.at("/data/job.yaml").textValue().contains(" " + mounts.get("trust") + "/trust.p12"));
        assertEquals("/tmp", mounts.get("scratch"), "for the root file system cannot be written to");
    }

    @Test
    void itIsNotRootAndCanWriteNothingElse() {
        assertTrue(pod.at("/securityContext/runAsNonRoot").booleanValue());
        assertTrue(container.at("/securityContext/readOnlyRootFilesystem").booleanValue());
        assertEquals(
                "false",
                container.at("/securityContext/allowPrivilegeEscalation").asText());
        assertEquals(
                "[\"ALL\"]", container.at("/securityContext/capabilities/drop").toString());
    }

    @Test
    void metricsAndLogAreThoseOfTheOtherContainers() throws Exception {
        Map<String, String> flink = flinkSettings();
        assertEquals(MonitoringFiles.ofMetrics(MonitoringFiles.composeSettings()), MonitoringFiles.ofMetrics(flink));
        String port = flink.get("metrics.reporter.prom.port");
        assertEquals(port, container.at("/ports/0/containerPort").asText());
        assertEquals(
                port,
                spec.at("/podTemplate/metadata/annotations/prometheus.io~1port").textValue());
        assertEquals(
                Files.readString(MonitoringFiles.DOCKER.resolve("log4j-console.properties")),
                spec.at("/logConfiguration/log4j-console.properties").textValue());
    }

    @Test
    void flinkKnowsItsSettings() throws Exception {
        Set<String> known = new TreeSet<>();
        for (Class<?> options : List.of(
                CheckpointingOptions.class,
                CoreOptions.class,
                HighAvailabilityOptions.class,
                JobManagerOptions.class,
                PipelineOptions.class,
                RestartStrategyOptions.class,
                StateBackendOptions.class,
                TaskManagerOptions.class)) {
            for (Field field : options.getFields()) {
                if (ConfigOption.class.isAssignableFrom(field.getType())) {
                    known.add(((ConfigOption<?>) field.get(null)).key());
                }
            }
        }
        Stream.of(flinkSettings(), MonitoringFiles.composeSettings())
                .flatMap(each -> each.keySet().stream())
                .filter(key -> !key.startsWith("metrics.reporter.") && !key.startsWith("kubernetes.operator."))
                .forEach(key -> assertTrue(known.contains(key), key));
    }

    private Map<String, String> flinkSettings() {
        Map<String, String> flink = new TreeMap<>();
        spec.get("flinkConfiguration")
                .properties()
                .forEach(each -> flink.put(each.getKey(), each.getValue().textValue()));
        return flink;
    }

    private static JsonNode document(int index) {
        try {
            return JsonMapper.builder()
                    .build()
                    .valueToTree(
                            MonitoringFiles.yaml("kubernetes/lurewatch.yaml").get(index));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
