package org.lurewatch.detection.bundle;

import java.util.List;

/** A bundle that cannot be used, with every problem found in it. */
public final class BundleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    public BundleException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each problem, with the file and what is wrong with it. */
    public List<String> problems() {
        return problems;
    }
}
