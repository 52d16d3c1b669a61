package org.lurewatch.lab.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.lurewatch.lab.LabException;

/**
 * The folder of one cluster, in which everything of it lies: settings, logs, data, and who runs.
 *
 * @param root absolute
 */
public record ClusterFolder(Path root) {
    private static final String SETTINGS = "conf";
    private static final String LOGS = "log";
    private static final String DATA = "data";
    private static final String RUNNING = "run";
    private static final List<String> OWN = List.of(SETTINGS, LOGS, DATA, RUNNING);

    /** The folder at a path, which need not be there yet. */
    public static ClusterFolder of(Path path) {
        return new ClusterFolder(path.toAbsolutePath().normalize());
    }

    /** Settings of Flink, in the file that Flink looks for. */
    Path flinkSettings() {
        return root.resolve(SETTINGS).resolve("flink");
    }

    Path settings(String file) {
        return root.resolve(SETTINGS).resolve(file);
    }

    /** Settings of a job for this cluster. */
    public Path jobSettings() {
        return settings("job.yaml");
    }

    Path data(String what) {
        return root.resolve(DATA).resolve(what);
    }

    /** Where the cluster's jobs keep their checkpoints. */
    public Path checkpoints() {
        return data("flink").resolve("checkpoints");
    }

    /** What a process prints, over all its starts. */
    public Path log(ClusterPart part) {
        return root.resolve(LOGS).resolve(part.spelling() + ".log");
    }

    /** Says which process of the machine a part is. */
    Path running(ClusterPart part) {
        return root.resolve(RUNNING).resolve(part.spelling() + ".properties");
    }

    /** Notes that a part does not run any more. */
    void forget(ClusterPart part) {
        try {
            Files.deleteIfExists(running(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ports in use. */
    Path ports() {
        return settings("ports.properties");
    }

    /**
     * Makes an empty folder, without what an earlier cluster has left in it.
     *
     * @throws LabException where the folder holds something else
     */
    void makeAnew() {
        try {
            if (Files.exists(root) && !Files.exists(ports()) && !isEmpty()) {
                throw new LabException(root + " is not empty, and no folder of a cluster");
            }
            for (String own : OWN) {
                FileUtils.deleteDirectory(root.resolve(own).toFile());
                Files.createDirectories(root.resolve(own));
            }
            Files.createDirectories(flinkSettings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isEmpty() throws IOException {
        try (var files = Files.list(root)) {
            return files.findAny().isEmpty();
        }
    }
}
