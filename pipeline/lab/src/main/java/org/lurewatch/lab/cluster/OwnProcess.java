package org.lurewatch.lab.cluster;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lurewatch.lab.LabException;

/**
 * A process that was started here, perhaps by an earlier command. Numbers of processes are used again, so it is only
 * taken for the one that was started where it began at the same time and carries the same mark: no other is ever ended.
 *
 * @param pid its number on this machine
 * @param started when it began, by the machine's account
 * @param mark an argument of its command line that no other process has
 */
public record OwnProcess(long pid, Instant started, String mark) {
    /** The machine's own clock may be set right meanwhile, from which the time of the start is reckoned. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** How long one that was asked to end may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A killed process needs a processor once more, and its memory is given back first. */
    private static final Duration LONGEST_DEATH = Duration.ofMinutes(2);

    /** The process that was just started. */
    static OwnProcess of(Process process, String mark) {
        return new OwnProcess(process.pid(), process.info().startInstant().orElseGet(Instant::now), mark);
    }

    /** The process that a file names, if there is such a file. */
    static Optional<OwnProcess> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(new OwnProcess(
                Long.parseLong(properties.getProperty("pid", "-1")),
                Instant.parse(properties.getProperty("started", Instant.EPOCH.toString())),
                properties.getProperty("mark", "")));
    }

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("pid", String.valueOf(pid));
        properties.setProperty("started", started.toString());
        properties.setProperty("mark", mark);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    /** Whether it still is there, running or paused. */
    public boolean isAlive() {
        return handle().isPresent();
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
    }

    private boolean isTheSame(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return info.startInstant()
                        .filter(other -> Duration.between(started, other).abs().compareTo(TOLERANCE) <= 0)
                        .isPresent()
                && info.arguments()
                        .filter(arguments -> Arrays.asList(arguments).contains(mark))
                        .isPresent();
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    public void kill() {
        handle().ifPresent(process -> {
            process.destroyForcibly();
            awaitEnd(process, LONGEST_DEATH);
        });
    }

    /** Asks it to end, and ends it where it does not. */
    void end() {
        handle().ifPresent(process -> {
            process.destroy();
            if (!awaitEnd(process, PATIENCE)) {
                kill();
            }
        });
    }

    private static boolean awaitEnd(ProcessHandle process, Duration longest) {
        try {
            process.onExit().get(longest.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** Stops it in the middle of whatever it does, as {@code kill -STOP}. */
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on, as {@code kill -CONT}. */
    public void goOn() {
        signal("CONT");
    }

    /** Lets it write no further byte into any file, as if all disks were full. It can still make files and read. */
    public void stopWriting() {
        limitFiles("0");
    }

    /** Lets it write again. */
    public void writeAgain() {
        limitFiles("unlimited");
    }

    private void limitFiles(String size) {
        run("prlimit", "--pid", String.valueOf(pid), "--fsize=" + size + ":");
    }

    private void signal(String name) {
        run("kill", "-" + name, String.valueOf(pid));
    }

    private void run(String... command) {
        if (!isAlive()) {
            throw new IllegalStateException("process " + pid + " is gone");
        }
        try {
            int code = new ProcessBuilder(command).start().waitFor();
            if (code != 0) {
                throw new LabException(String.join(" ", command) + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted", e);
        }
    }
}
