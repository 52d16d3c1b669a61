package org.lurewatch.web.access;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * What was asked with which key, so that it is done once. What is going to be done is kept before it is done, and the answer
 * behind it; whoever comes after a crash finds out from the plan how far it came. Safe to share between threads and, on
 * PostgreSQL, between servers.
 */
public interface IdempotencyKeys {
    /** What becomes of a request. */
    sealed interface Claim {
        /** It is new: it is to be done. */
        record Begun(String plan) implements Claim {}

        /** It was begun, and it is not known how far it came: it is to be finished by its plan. */
        record Again(String plan) implements Claim {}

        /** It was done. */
        record Done(String answer) implements Claim {}

        /** Someone is at it. */
        record Busy() implements Claim {}

        /** The key belongs to a request that says something else. */
        record OtherRequest() implements Claim {}
    }

    /**
     * Claims a request for a while; no one else gets it meanwhile.
     *
     * @param plan made only where the request is new
     */
    Claim claim(OnceKey key, Instant now, Supplier<String> plan);

    /** It is done. */
    void finish(OnceKey key, String answer);

    /** It could not be finished; whoever comes next may go on with it at once. */
    void release(OnceKey key);
}
