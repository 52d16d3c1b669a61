package org.lurewatch.job.start;

import java.util.Optional;

/**
 * Where a run in this JVM begins. On a cluster, Flink's own command line says so.
 *
 * @param fresh whether it starts anew, whatever earlier runs have left
 * @param from a checkpoint or savepoint to start from, in place of what the last run has left
 */
public record Beginning(boolean fresh, Optional<String> from) {
    /** Goes on from what the last run has left, if there is anything. */
    public static final Beginning GOING_ON = new Beginning(false, Optional.empty());

    public Beginning {
        if (fresh && from.isPresent()) {
            throw new IllegalArgumentException("a run that starts anew starts from nothing");
        }
    }
}
