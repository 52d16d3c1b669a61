package org.lurewatch.cli.kafka;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real schema registry in a process of its own, on a port that it picks itself, with nothing in it. */
final class ApicurioRegistry implements AutoCloseable {
    private static final Path UNPACKED = Path.of("target/apicurio");
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");

    private final Process process;
    private final String address;

    private ApicurioRegistry(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it and waits until it listens. @param folder where it runs */
    static ApicurioRegistry start(Path folder) throws IOException, InterruptedException {
        Path errors = folder.resolve("registry-errors.log");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=0",
                        "-jar",
                        jar().toAbsolutePath().toString()))
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                drain(out);
                return new ApicurioRegistry(process, listening.group(1));
            }
        }
        throw new IllegalStateException(
                "the registry ended with " + process.waitFor() + ": " + Files.readString(errors));
    }

    /** Where the API begins that it shares with Confluent's. */
    String url() {
        return address + "/apis/ccompat/v7";
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(UNPACKED)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A process whose output nobody reads stands still when the pipe is full. */
    private static void drain(BufferedReader out) {
        Thread reader = new Thread(() -> out.lines().forEach(line -> {}));
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public void close() throws InterruptedException, ExecutionException {
        process.destroyForcibly();
        process.onExit().get();
    }
}
