package org.lurewatch.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.cli.Lurewatch;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.bench.BenchVariant;
import picocli.CommandLine;

class ThroughputCommandIT {
    @TempDir
    private Path folder;

    @Test
    void everyVariantRunsAndAFloorThatCannotBeReachedIsTold() throws IOException {
        CommandLine command =
                Lurewatch.commandLine(new Installation(Path.of("../..")), Terminal.NONE, BundleLoader::load);
        StringWriter out = new StringWriter();
        command.setOut(new PrintWriter(out));

        int exitCode = command.execute(
                "bench",
                "throughput",
                "--postings=300",
                "--rounds=1",
                "--parallelism=1",
                "--delivery=at-least-once",
                "--backend=hashmap",
                "--interval=1s",
                "--latency-postings=250",
                "--out=" + folder,
                "--floor=1000");

        assertEquals(4, exitCode, out::toString);
        for (BenchVariant.Kind kind : BenchVariant.Kind.values()) {
            assertTrue(out.toString().contains("at-least-once  " + kind.spelling()), out::toString);
        }
        assertTrue(out.toString().contains("from sent to warning read"), out::toString);
        JsonNode result =
                new ObjectMapper().readTree(folder.resolve("throughput.json").toFile());
        assertEquals(3, result.get("rates").size());
        assertTrue(result.get("latencies").get(0).get("warnings").asInt() > 0, out::toString);
        assertTrue(Files.size(folder.resolve("throughput.png")) > 0);
    }
}
