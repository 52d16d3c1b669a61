package org.lurewatch.intake.columns;

import java.util.Collection;
import java.util.stream.Collectors;

/** A column was named that a file does not have; the message says which it has. */
public final class UnknownColumnException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NAMED = 40;

    UnknownColumnException(String name, Collection<String> existing) {
        super("there is no column '" + name + "'; there are "
                + existing.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (existing.size() > MOST_NAMED ? " and " + (existing.size() - MOST_NAMED) + " more" : ""));
    }
}
