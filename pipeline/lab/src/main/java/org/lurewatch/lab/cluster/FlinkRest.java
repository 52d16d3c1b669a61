package org.lurewatch.lab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.lab.LabException;

/** Flink as its users reach it: by its REST service. */
public final class FlinkRest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Starting the job reads the model and asks the broker, within the REST call. */
    private static final Duration SUBMIT_PATIENCE = Duration.ofMinutes(10);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern OWN_COUNTER = Pattern.compile("\\." + FlowCounters.GROUP + "\\.(\\w+)$");
    private static final String BOUNDARY = "lurewatch-job-jar";

    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    FlinkRest(String address) {
        this.address = address;
    }

    /** Hands over a job's jar and returns the name that Flink gives it. */
    String upload(Path jar) throws IOException {
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\""
                        + jar.getFileName() + "\"\r\nContent-Type: application/java-archive\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        JsonNode answer = send(request("/jars/upload", SUBMIT_PATIENCE)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArrays(List.of(head, Files.readAllBytes(jar), tail))));
        String stored = answer.path("filename").asText();
        return stored.substring(stored.lastIndexOf('/') + 1);
    }

    /**
     * Starts a job.
     *
     * @param jar as {@link #upload} named it
     * @param arguments of its main method
     * @return the job's id
     */
    String run(String jar, List<String> arguments) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        arguments.forEach(body.putArray("programArgsList")::add);
        return send(request("/jars/" + jar + "/run", SUBMIT_PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString())))
                .path("jobid")
                .asText();
    }

    /** How many TaskManagers have announced themselves. */
    int taskManagers() throws IOException {
        return get("/overview").path("taskmanagers").asInt();
    }

    /** The names of the TaskManagers that have registered and still send heartbeats. */
    Set<String> taskManagerNames() throws IOException {
        return stream(get("/taskmanagers").path("taskmanagers"))
                .map(found -> found.path("id").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a job and all of its tasks run. */
    boolean isRunning(String job) throws IOException {
        JsonNode found = get("/jobs/" + job);
        return found.path("state").asText().equals("RUNNING")
                && stream(found.path("vertices"))
                        .allMatch(vertex -> vertex.path("status").asText().equals("RUNNING"));
    }

    /** The ids of all jobs, with their state. */
    public List<String> jobs() throws IOException {
        return stream(get("/jobs").path("jobs"))
                .map(job -> job.path("id").asText() + " " + job.path("status").asText())
                .toList();
    }

    /** The TaskManagers that run tasks of a job. */
    public Set<String> taskManagersOf(String job) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String vertex : vertices(job)) {
            stream(get("/jobs/" + job + "/vertices/" + vertex).path("subtasks"))
                    .filter(subtask -> subtask.path("status").asText().equals("RUNNING"))
                    .forEach(subtask -> found.add(subtask.path("taskmanager-id").asText()));
        }
        return found;
    }

    /** How many checkpoints of a job failed since the JobManager leads it. */
    public long failedCheckpoints(String job) throws IOException {
        return get("/jobs/" + job + "/checkpoints")
                .path("counts")
                .path("failed")
                .asLong();
    }

    /** The sums of some of the job's own counters over all tasks, as far as Flink has collected them. */
    public Map<String, Long> sums(String job, Collection<String> counters) throws IOException {
        Map<String, Long> sums = new TreeMap<>();
        counters.forEach(counter -> sums.put(counter, 0L));
        for (String vertex : vertices(job)) {
            String metrics = "/jobs/" + job + "/vertices/" + vertex + "/subtasks/metrics";
            String names = stream(get(metrics))
                    .map(metric -> metric.path("id").asText())
                    .filter(name -> counter(name).filter(counters::contains).isPresent())
                    .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
                    .collect(Collectors.joining(","));
            if (!names.isEmpty()) {
                stream(get(metrics + "?agg=sum&get=" + names))
                        .forEach(metric -> sums.merge(
                                counter(metric.path("id").asText()).orElseThrow(),
                                metric.path("sum").asLong(),
                                Long::sum));
            }
        }
        return sums;
    }

    /** The counter's own name, in the name of a metric, where it is one of the job's. */
    private static Optional<String> counter(String metric) {
        Matcher matcher = OWN_COUNTER.matcher(metric);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private List<String> vertices(String job) throws IOException {
        return stream(get("/jobs/" + job).path("vertices"))
                .map(vertex -> vertex.path("id").asText())
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes.stream();
    }

    private JsonNode get(String path) throws IOException {
        return send(request(path, PATIENCE).GET());
    }

    private HttpRequest.Builder request(String path, Duration patience) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(patience);
    }

    /** @throws IOException also where Flink refuses, with the last line of its reasons, which is the innermost */
    private JsonNode send(HttpRequest.Builder request) throws IOException {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() / 100 != 2) {
                throw new IOException("Flink answers " + response.statusCode() + ": " + reason(answer));
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted", e);
        }
    }

    private static String reason(JsonNode answer) {
        String all = stream(answer.path("errors")).map(JsonNode::asText).collect(Collectors.joining("\n"));
        return all.lines()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((one, next) -> next)
                .orElse(all.strip());
    }
}
