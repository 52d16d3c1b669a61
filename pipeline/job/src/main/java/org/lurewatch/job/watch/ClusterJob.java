package org.lurewatch.job.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.lurewatch.detection.posting.TerminalText;

/**
 * A job on a cluster that has not ended.
 *
 * @param id 32 hexadecimal digits
 * @param name harmless for a terminal
 */
public record ClusterJob(String id, String name) {
    private static final int MOST_CHARACTERS = 100;
    private static final Set<String> ENDED = Set.of("FINISHED", "CANCELED", "FAILED");

    /**
     * All of them.
     *
     * @param flink address of the REST service
     * @throws IOException if it does not answer
     */
    public static List<ClusterJob> running(URI flink) throws IOException, InterruptedException {
        return running(new FlinkService(flink).get("/jobs/overview"));
    }

    static List<ClusterJob> running(JsonNode overview) {
        return FlinkService.list(overview.path("jobs")).stream()
                .filter(job -> !isEnded(job.path("state").asText()))
                .map(job -> new ClusterJob(
                        TerminalText.escape(job.path("jid").asText(), MOST_CHARACTERS),
                        TerminalText.escape(job.path("name").asText(), MOST_CHARACTERS)))
                .toList();
    }

    /** Whether a job in this state of Flink's never runs again. */
    static boolean isEnded(String state) {
        return ENDED.contains(state);
    }
}
