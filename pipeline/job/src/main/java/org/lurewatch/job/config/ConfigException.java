package org.lurewatch.job.config;

import java.util.List;

/** Settings that cannot be used, with every problem found in them. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    ConfigException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each problem; it names the key. */
    public List<String> problems() {
        return problems;
    }
}
