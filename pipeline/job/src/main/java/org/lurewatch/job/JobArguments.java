package org.lurewatch.job;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The arguments of the job's own jar. A cluster's client has no other command line for it.
 *
 * @param config the job's settings, or empty if only help was asked for
 * @param problems what is wrong with the arguments, one sentence each
 * See RATIONALE.md, "The job parses its own arguments".
 */
record JobArguments(Optional<Path> config, OptionalInt metricsPort, boolean verbose, List<String> problems) {
    static final String USAGE = """
            Usage: flink run lurewatch-job-flink.jar --config=FILE [--metrics-port=PORT] [--verbose]
              --config=FILE         The job's settings, in YAML.
              --metrics-port=PORT   Where Prometheus finds the metrics; not on a cluster.
              --verbose             Print the stack trace of a failure.
              -h, --help            Print this and do nothing.""";

    JobArguments {
        problems = List.copyOf(problems);
    }

    /** Reads {@code --name value} and {@code --name=value}. */
    static JobArguments of(String... arguments) {
        Optional<Path> config = Optional.empty();
        OptionalInt metricsPort = OptionalInt.empty();
        boolean verbose = false;
        boolean help = false;
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].replaceFirst("=.*", "");
            switch (name) {
                case "-h", "--help" -> help = true;
                case "--verbose" -> verbose = true;
                case "--config", "--metrics-port" -> {
                    boolean isJoined = arguments[i].length() > name.length();
                    if (!isJoined && i + 1 == arguments.length) {
                        problems.add(name + " needs a value");
                        break;
                    }
                    String value = isJoined ? arguments[i].substring(name.length() + 1) : arguments[++i];
                    if (name.equals("--config")) {
                        config = path(value, problems);
                    } else {
                        metricsPort = port(value, problems);
                    }
                }
                default -> problems.add("Unknown argument: " + arguments[i]);
            }
        }
        if (config.isEmpty() && !help && problems.isEmpty()) {
            problems.add("Missing required option: '--config=FILE'");
        }
        return new JobArguments(help ? Optional.empty() : config, metricsPort, verbose, problems);
    }

    private static Optional<Path> path(String value, List<String> problems) {
        try {
            return Optional.of(Path.of(value));
        } catch (InvalidPathException e) {
            problems.add("--config must be a file, not " + value);
            return Optional.empty();
        }
    }

    private static OptionalInt port(String value, List<String> problems) {
        try {
            return OptionalInt.of(Integer.parseInt(value));
        } catch (NumberFormatException e) {
            problems.add("--metrics-port must be a number, not " + value);
            return OptionalInt.empty();
        }
    }
}
