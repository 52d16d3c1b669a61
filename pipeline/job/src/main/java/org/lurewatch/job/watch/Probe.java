package org.lurewatch.job.watch;

import java.util.Optional;

/**
 * Something that the job needs and that can be asked whether it is there: the broker, the storage of checkpoints, a
 * schema registry. It answers within some seconds.
 *
 * @param trouble what it is if it is not there
 * @param question why it is not there, or empty if it is
 */
public record Probe(Trouble trouble, Question question) {

    /** Asks once. */
    @FunctionalInterface
    public interface Question {
        Optional<String> failure() throws InterruptedException;
    }
}
