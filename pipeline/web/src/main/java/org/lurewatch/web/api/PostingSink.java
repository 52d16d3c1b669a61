package org.lurewatch.web.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.web.access.OnceKey;

/** Sends postings into the stream. Called by several threads at once. */
@FunctionalInterface
public interface PostingSink {
    /**
     * Sends them, and comes back when all are kept for good.
     *
     * @throws IOException where that is not sure
     */
    void send(List<JobPosting> postings) throws IOException;

    /**
     * The same for a request that may come again.
     *
     * @param once of the request; empty where it is not to be told from others
     * @throws org.lurewatch.web.http.Problem where the key was used for another request, or that one is not yet answered
     */
    default void send(List<JobPosting> postings, Optional<OnceKey> once) throws IOException {
        send(postings);
    }
}
