package org.lurewatch.job.start;

import java.util.List;

/** Says that the job cannot start, with every problem that prevents it. */
public final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    StartException(List<String> problems) {
        this(problems, null);
    }

    StartException(List<String> problems, Throwable cause) {
        super(String.join(System.lineSeparator(), problems), cause);
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each problem. */
    public List<String> problems() {
        return problems;
    }
}
