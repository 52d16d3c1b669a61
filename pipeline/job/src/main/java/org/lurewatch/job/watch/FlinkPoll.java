package org.lurewatch.job.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lurewatch.job.watch.FlinkFacts.Failure;

/** Asks Flink about a job. */
final class FlinkPoll {
    /** What Flink's Kafka source of postings says of the records that it has not read. */
    private static final String WAITING = "postings.pendingRecords";

    private static final String READ = "lurewatch.in";
    private static final String BUSY = "busyTimeMsPerSecond";

    private final FlinkService flink;
    private final String job;

    FlinkPoll(FlinkService flink, String job) {
        this.flink = flink;
        this.job = job;
    }

    /** @throws IOException if Flink does not answer, or knows no such job */
    FlinkFacts facts() throws IOException, InterruptedException {
        JsonNode found = get("");
        Flow flow = Flow.NONE;
        for (JsonNode vertex : found.path("vertices")) {
            flow = flow.plus(flow(vertex));
        }
        return facts(found, get("/exceptions"), get("/checkpoints"), flow);
    }

    /**
     * What the tasks of a job have read.
     *
     * @param read as {@link FlinkFacts#read}
     * @param waiting as {@link FlinkFacts#waiting}
     * @param busiest as {@link FlinkFacts#busiest}
     * @param busy how many milliseconds of a second it was busy
     */
    record Flow(long read, long waiting, String busiest, double busy) {
        static final Flow NONE = new Flow(0, 0, "", 0);

        private Flow plus(Flow other) {
            Flow busier = other.busy > busy ? other : this;
            return new Flow(read + other.read, waiting + other.waiting, busier.busiest, busier.busy);
        }
    }

    private Flow flow(JsonNode vertex) throws IOException, InterruptedException {
        String metrics = "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
        String asked = FlinkService.list(get(metrics)).stream()
                .map(metric -> metric.path("id").asText())
                .filter(name -> name.endsWith(WAITING) || name.endsWith(READ) || name.equals(BUSY))
                .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
                .collect(Collectors.joining(","));
        return asked.isEmpty()
                ? Flow.NONE
                : flow(vertex.path("name").asText(), get(metrics + "?agg=sum,max&get=" + asked));
    }

    static Flow flow(String task, JsonNode metrics) {
        long read = 0;
        long waiting = 0;
        double busy = 0;
        for (JsonNode metric : metrics) {
            String name = metric.path("id").asText();
            double sum = metric.path("sum").asDouble();
            if (name.endsWith(READ)) {
                read += (long) sum;
            } else if (name.endsWith(WAITING)) {
                waiting += Math.max(0, (long) sum);
            } else if (name.equals(BUSY)) {
                busy = metric.path("max").asDouble();
            }
        }
        return new Flow(read, waiting, task, Double.isNaN(busy) ? 0 : busy);
    }

    /** From the answers about the job, its exceptions and its checkpoints. */
    static FlinkFacts facts(JsonNode job, JsonNode exceptions, JsonNode checkpoints, Flow flow) {
        List<Failure> failures = new ArrayList<>();
        for (JsonNode entry : exceptions.path("exceptionHistory").path("entries")) {
            failures.add(new Failure(
                    entry.path("timestamp").asLong(),
                    entry.path("taskName").asText("").replace("null", ""),
                    entry.path("stacktrace").asText()));
        }
        String state = job.path("state").asText();
        boolean runs = state.equals("RUNNING")
                && FlinkService.list(job.path("vertices")).stream()
                        .allMatch(vertex -> vertex.path("status").asText().equals("RUNNING"));
        JsonNode latest = checkpoints.path("latest");
        JsonNode failed = latest.path("failed");
        return new FlinkFacts(
                runs,
                ClusterJob.isEnded(state) ? state : "",
                failures,
                // Also one that the job was started from, so that its number is not taken for that of a failed one.
                Math.max(
                        latest.path("completed").path("id").asLong(),
                        latest.path("restored").path("id").asLong()),
                failed.path("id").asLong(),
                failed.path("failure_message").asText("unknown"),
                flow.read(),
                flow.waiting(),
                flow.busiest());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return flink.get("/jobs/" + job + path);
    }
}
