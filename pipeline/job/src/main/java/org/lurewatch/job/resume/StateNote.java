package org.lurewatch.job.resume;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.core.fs.Path;

/**
 * What is noted about the newest run of a group, as JSON beside its checkpoints.
 *
 * @param format version of the state that the job keeps; goes up when an earlier version of Lurewatch cannot read it
 * @param version of the Lurewatch that last went on from it
 * @param kafkaCluster the id that Kafka's brokers give themselves
 * @param topics the names of the topics by their keys in the settings
 * @param run its number
 * @param startedFrom the checkpoint or savepoint that a person named for the run to start from, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StateNote(
        int format, String version, String kafkaCluster, Map<String, String> topics, int run, String startedFrom) {
    /** The format of this version. */
    public static final int FORMAT = 1;

    private static final String FILE = "lurewatch.json";
    private static final String REMEDY =
            "; go back to those settings, give this job a kafka.groupId of its own," + " or start anew with --fresh";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(com.fasterxml.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public StateNote {
        topics = topics == null ? Map.of() : new TreeMap<>(topics);
    }

    /**
     * The note in a folder, if there is one.
     *
     * @throws IOException with a sentence for a person, if it cannot be read
     */
    public static Optional<StateNote> read(GroupFolder folder) throws IOException {
        SmallFile file = file(folder);
        Optional<String> text = file.read();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(text.get(), StateNote.class));
        } catch (JsonProcessingException e) {
            throw new IOException(file.path() + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    /** Writes it in place of the one before. */
    public void write(GroupFolder folder) throws IOException {
        file(folder).replace(JSON.writeValueAsString(this));
    }

    private static SmallFile file(GroupFolder folder) {
        return new SmallFile(new Path(folder.root(), FILE));
    }

    /**
     * Why a run cannot go on from the state that this is about.
     *
     * @param cluster the id of the Kafka cluster that the run is to use
     * @param read the topics that it is to read, by their keys in the settings: positions in them are part of the state
     */
    public List<String> problems(String cluster, Map<String, String> read) {
        if (format > FORMAT) {
            return List.of("the state was written by Lurewatch " + version + " in format " + format
                    + ", and this version reads format " + FORMAT + " at most; use that version, or start anew with"
                    + " --fresh");
        }
        List<String> problems = new ArrayList<>();
        if (!kafkaCluster.equals(cluster)) {
            problems.add("the state belongs to the Kafka cluster " + kafkaCluster
                    + ", and kafka.bootstrapServers lead to " + cluster + REMEDY);
        }
        read.forEach((key, topic) -> {
            String before = topics.getOrDefault(key, topic);
            if (!before.equals(topic)) {
                problems.add(
                        "the state holds positions in topic " + before + ", and " + key + " is now " + topic + REMEDY);
            }
        });
        return problems;
    }
}
