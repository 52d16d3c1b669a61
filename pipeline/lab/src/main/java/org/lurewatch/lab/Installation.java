package org.lurewatch.lab;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that Lurewatch was cloned or unpacked into, which holds more than jars. What people read is in the same place
 * in both; jars are not.
 *
 * @param home the folder with the launcher
 */
public record Installation(Path home) {
    /** As the launcher gave it, else the current folder. */
    public static Installation ofLauncher() {
        return new Installation(Path.of(System.getProperty("lurewatch.home", "")));
    }

    /** The committed bundle. */
    public Path baselineBundle() {
        return home.resolve("models/baseline");
    }

    /** The job's jar as a cluster takes it: the delivered one, else the one that is built here. */
    public Path jobJar() {
        Path delivered = home.resolve("lurewatch-job-flink.jar");
        return Files.exists(delivered) ? delivered : home.resolve("pipeline/job/target/lurewatch-job-flink.jar");
    }

    /** Folder of the postings that were written for Lurewatch. */
    public Path writtenExamples() {
        return home.resolve("models/trainer/written");
    }
}
