package org.lurewatch.cli.operations;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;

/** What the containers would log: this JVM logs by their settings until it is closed, and standard output is kept. */
final class ContainerLog implements AutoCloseable {
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final URI usual = context.getConfigLocation();
    private final PrintStream standardOutput = System.out;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private ContainerLog() {}

    static ContainerLog start(Path settings) {
        ContainerLog log = new ContainerLog();
        System.setOut(new PrintStream(log.written, true, StandardCharsets.UTF_8));
        log.context.setConfigLocation(settings.toUri());
        return log;
    }

    /** What was logged so far, line by line. */
    List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Override
    public void close() {
        System.setOut(standardOutput);
        context.setConfigLocation(usual);
    }
}
