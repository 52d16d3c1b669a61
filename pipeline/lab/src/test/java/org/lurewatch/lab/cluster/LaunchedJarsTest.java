package org.lurewatch.lab.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LaunchedJarsTest {
    @Test
    void nothingThatComesWithTheJobGoesToFlink() {
        LaunchedJars jars = new LaunchedJars(Stream.of(
                        "lurewatch-job.jar",
                        "flink-runtime-2.2.1.jar",
                        "flink-runtime-2.2.1-tests.jar",
                        "flink-test-utils-2.2.1.jar",
                        "flink-avro-2.2.1.jar",
                        "flink-connector-base-2.2.1.jar",
                        "flink-connector-kafka-5.0.0-2.2.jar",
                        "flink-connector-datagen-2.2.1.jar",
                        "kafka-clients-4.2.1.jar",
                        "avro-1.12.2.jar",
                        "commons-cli-1.5.0.jar",
                        "log4j-core-2.25.4.jar")
                .map(name -> Path.of("lib", name))
                .toList());

        assertEquals(
                List.of(
                        "lib/flink-runtime-2.2.1.jar",
                        "lib/flink-connector-datagen-2.2.1.jar",
                        "lib/commons-cli-1.5.0.jar",
                        "lib/log4j-core-2.25.4.jar"),
                List.of(jars.ofFlink().split(File.pathSeparator)));
    }
}
