package org.lurewatch.lab.cluster;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.LabException;

/** A command in a process of its own, on the same jars as this JVM. */
public final class CommandProcess implements AutoCloseable {
    private static final long LONGEST_DEATH_SECONDS = 120;
    private static final int PAUSE_MILLIS = 20;

    private final Process process;
    private final Path log;

    private CommandProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param main class of the command line
     * @param log where everything goes that it prints; replaced
     * @param options of the JVM
     * @param arguments of the command line
     */
    public static CommandProcess start(
            String main, Installation installation, Path log, List<String> options, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Dlog4j.configurationFile=log4j2-lurewatch.xml");
        command.add("-Dlurewatch.home=" + installation.home().toAbsolutePath());
        command.add(main);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("CLASSPATH", LaunchedJars.ofThisJvm().ofBroker());
        return new CommandProcess(builder.start(), log);
    }

    /** What it has printed. */
    public String printed() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new LabException(log + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Waits until something has come true, for as long as it runs. @throws LabException where it has ended by itself */
    public void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new LabException("the command has ended with " + process.exitValue() + ": " + printed());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Waits until it ends by itself. @throws LabException where it failed */
    public void awaitGoodEnd() throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new LabException("the command has ended with " + process.exitValue() + ": " + printed());
        }
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(LONGEST_DEATH_SECONDS, TimeUnit.SECONDS)) {
            throw new LabException("process " + process.pid() + " could not be killed");
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
