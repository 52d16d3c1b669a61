package org.lurewatch.schemas;

import java.util.List;

/** A folder of writer schemas that cannot be used, with every problem found in it. */
public final class SchemaFolderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    SchemaFolderException(List<String> problems) {
        this(problems, null);
    }

    SchemaFolderException(List<String> problems, Throwable cause) {
        super(String.join(System.lineSeparator(), problems), cause);
        this.problems = List.copyOf(problems);
    }

    /** One sentence a problem, each beginning with the file. */
    public List<String> problems() {
        return problems;
    }
}
