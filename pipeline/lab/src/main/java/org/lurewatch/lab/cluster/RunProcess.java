package org.lurewatch.lab.cluster;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lurewatch.lab.LabException;

/** {@code lurewatch run} in a process of its own, as a person starts it on this machine. */
public final class RunProcess implements AutoCloseable {
    private static final List<String> OPENS = List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/java.time=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED");

    private static final Pattern COUNTER =
            Pattern.compile("(?m)^flink_taskmanager_job_task_operator_lurewatch_(\\w+)\\{[^}]*} (\\S+)$");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_DEATH = Duration.ofMinutes(2);
    private static final String RUNNING = "Reading topic ";
    private static final int PAUSE_MILLIS = 50;

    private final Process process;
    private final OwnProcess own;
    private final Path log;
    private final int metricsPort;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunProcess(Process process, OwnProcess own, Path log, int metricsPort) {
        this.process = process;
        this.own = own;
        this.log = log;
        this.metricsPort = metricsPort;
    }

    /**
     * Starts it.
     *
     * @param main class of the command line
     * @param config the job's settings
     * @param log where everything goes that it prints; replaced
     * @param more further arguments
     */
    public static RunProcess start(String main, Path config, Path log, String... more) throws IOException {
        int port = ClusterPorts.free(1).get(0);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j.configurationFile=log4j2-lurewatch.xml"));
        command.addAll(OPENS);
        command.addAll(List.of(main, "run", "--config", config.toString(), "--metrics-port", String.valueOf(port)));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true);
        builder.environment().put("CLASSPATH", LaunchedJars.ofThisJvm().ofBroker());
        Process process = builder.start();
        copy(process, log);
        return new RunProcess(process, OwnProcess.of(process, config.toString()), log, port);
    }

    /** Written here and not there, so that also one that may write no more can be heard. */
    private static void copy(Process process, Path log) throws IOException {
        OutputStream out = Files.newOutputStream(log);
        Thread copying = new Thread(() -> {
            try (out;
                    InputStream printed = process.getInputStream()) {
                printed.transferTo(out);
            } catch (IOException e) {
                // It was killed, and there is no more to hear.
            }
        });
        copying.setDaemon(true);
        copying.start();
    }

    /** The same as a process that can be hurt. */
    public OwnProcess own() {
        return own;
    }

    /** Its number on this machine. */
    public long pid() {
        return process.pid();
    }

    /** What it has printed. */
    public String printed() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new LabException(log + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether it reads postings. @throws LabException where it has ended by itself */
    public boolean isReading() {
        boolean reads = printed().contains(RUNNING);
        requireAlive();
        return reads;
    }

    /**
     * Does nothing while it runs.
     *
     * @throws LabException where it has ended by itself
     */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new LabException("run has ended with " + process.exitValue() + ": " + printed());
        }
    }

    /** Waits until something has come true, for as long as it runs. @throws LabException where it has ended by itself */
    public void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            requireAlive();
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Waits until it ends by itself, and returns its exit code. */
    public int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** What the job has counted, by name, over all tasks; nothing where it does not answer. */
    public Map<String, Long> counted() {
        Map<String, Long> sums = new TreeMap<>();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + metricsPort + "/metrics"))
                .timeout(PATIENCE)
                .build();
        try {
            Matcher matcher = COUNTER.matcher(
                    client.send(request, BodyHandlers.ofString()).body());
            while (matcher.find()) {
                sums.merge(matcher.group(1), (long) Double.parseDouble(matcher.group(2)), Long::sum);
            }
            return sums;
        } catch (IOException e) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted", e);
        }
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(LONGEST_DEATH.toSeconds(), TimeUnit.SECONDS)) {
            throw new LabException("process " + process.pid() + " could not be killed");
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
