package org.lurewatch.job.resume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateNoteTest {
    private static final Map<String, String> TOPICS =
            Map.of("kafka.topics.postings", "adverts", "kafka.topics.reviews", "reviews");

    @TempDir
    private Path directory;

    @Test
    void itIsReadAsItWasWrittenAndReplacesTheOneBefore() throws IOException {
        assertEquals(Optional.empty(), StateNote.read(folder()));
        note(1, null).write(folder());
        note(2, "file:/elsewhere/chk-3").write(folder());

        assertEquals(Optional.of(note(2, "file:/elsewhere/chk-3")), StateNote.read(folder()));
        assertFalse(Files.exists(directory.resolve("lurewatch/lurewatch.json.new")));
    }

    @Test
    void aBrokenOneIsToldWithItsPlace() throws IOException {
        for (String broken : List.of("", "{", "[]", "{\"format\": null}", "{\"format\": 1, \"topics\": 3}")) {
            Files.createDirectories(directory.resolve("lurewatch"));
            Files.writeString(directory.resolve("lurewatch/lurewatch.json"), broken);
            IOException problem = assertThrows(IOException.class, () -> StateNote.read(folder()), broken);
            assertTrue(problem.getMessage().contains("lurewatch.json"), problem::getMessage);
        }
    }

    @Test
    void whatALaterVersionAddsIsOverlooked() throws IOException {
        Files.createDirectories(directory.resolve("lurewatch"));
        Files.writeString(
                directory.resolve("lurewatch/lurewatch.json"),
                "{\"format\": 1, \"version\": \"9\", \"kafkaCluster\": \"k\", \"run\": 7, \"added\": {}}");
        assertEquals(7, StateNote.read(folder()).orElseThrow().run());
    }

    @Test
    void theSameClusterAndTopicsAreFineAndSoIsATopicThatWasNotReadBefore() {
        assertEquals(List.of(), note(1, null).problems("cluster-a", TOPICS));
        assertEquals(List.of(), note(1, null).problems("cluster-a", Map.of("kafka.topics.control", "control")));
    }

    @Test
    void positionsInOtherTopicsOrOnAnotherClusterAreOfNoUse() {
        List<String> problems = note(1, null).problems("cluster-b", Map.of("kafka.topics.postings", "postings"));

        assertEquals(2, problems.size());
        assertTrue(
                problems.get(0).startsWith("the state belongs to the Kafka cluster cluster-a, and"),
                problems::toString);
        assertTrue(
                problems.get(1)
                        .startsWith("the state holds positions in topic adverts, and kafka.topics.postings is now"
                                + " postings; go back"),
                problems::toString);
    }

    @Test
    void stateOfALaterFormatIsRefusedWithTheVersionThatWroteIt() {
        StateNote later = new StateNote(StateNote.FORMAT + 1, "9.1.0", "cluster-a", TOPICS, 1, null);
        List<String> problems = later.problems("cluster-a", TOPICS);
        assertEquals(1, problems.size());
        assertTrue(
                problems.get(0).startsWith("the state was written by Lurewatch 9.1.0 in format 2"), problems::toString);
    }

    private StateNote note(int run, String startedFrom) {
        return new StateNote(StateNote.FORMAT, "0.2.0", "cluster-a", TOPICS, run, startedFrom);
    }

    private GroupFolder folder() {
        return GroupFolder.of(directory.toUri().toString(), "lurewatch");
    }
}
