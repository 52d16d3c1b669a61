package org.lurewatch.lab.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of a cluster's processes, which are templates beside this class.
 *
 * @param folder where they are written to
 * @param ports where the processes listen
 */
public record ClusterSettings(ClusterFolder folder, ClusterPorts ports) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");

    /** Writes all of them. */
    void write() throws IOException {
        ports.write(folder.ports());
        write("cluster-flink.yaml", folder.flinkSettings().resolve("config.yaml"));
        write("cluster-broker.properties", broker());
        write("cluster-zookeeper.properties", zookeeper());
        write("cluster-log4j2.xml", logging());
    }

    Path broker() {
        return folder.settings("broker.properties");
    }

    Path zookeeper() {
        return folder.settings("zookeeper.properties");
    }

    Path logging() {
        return folder.settings("log4j2.xml");
    }

    /** Writes the settings of a job for this cluster, with a model bundle and with or without campaigns. */
    public void writeJob(Path bundle, boolean campaigns) throws IOException {
        write(
                "cluster-job.yaml",
                folder.jobSettings(),
                Map.of(
                        "BUNDLE",
                        bundle.toAbsolutePath().normalize().toString(),
                        "CAMPAIGNS",
                        String.valueOf(campaigns)));
    }

    private void write(String template, Path file) throws IOException {
        write(template, file, Map.of());
    }

    private void write(String template, Path file, Map<String, String> further) throws IOException {
        Map<String, String> values = new HashMap<>(further);
        values.putAll(Map.of(
                "BROKER_PORT", String.valueOf(ports.broker()),
                "CONTROLLER_PORT", String.valueOf(ports.controller()),
                "ZOOKEEPER_PORT", String.valueOf(ports.zookeeper()),
                "REST_PORT", String.valueOf(ports.rest()),
                "JOBMANAGER_PORT", String.valueOf(ports.jobManager()),
                "BROKER_DATA", folder.data("broker").toString(),
                "ZOOKEEPER_DATA", folder.data("zookeeper").toString(),
                "DATA", folder.data("flink").toUri().toString().replaceAll("/$", ""),
                "FILES", folder.data("flink-files").toString()));
        try (var stream = ClusterSettings.class.getResourceAsStream(template)) {
            Matcher matcher = VARIABLE.matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            Files.writeString(file, matcher.replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1)))));
        }
    }
}
