package org.lurewatch.job.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.job.watch.FlinkFacts.Failure;

class FlinkPollTest {
    @Test
    void whatFlinkAnswersIsRead() throws Exception {
        FlinkPoll.Flow flow = FlinkPoll.flow("Source: postings -> decode", json("""
                [{"id": "postings.pendingRecords", "max": 40.0, "sum": 70.0},
                 {"id": "decode.lurewatch.in", "max": 9.0, "sum": 12.0},
                 {"id": "busyTimeMsPerSecond", "max": 880.0, "sum": 900.0}]"""));
        FlinkFacts facts = FlinkPoll.facts(
                json("{\"state\": \"RUNNING\", \"vertices\": [{\"status\": \"RUNNING\"}, {\"status\": \"RUNNING\"}]}"),
                json("""
                        {"exceptionHistory": {"entries": [
                          {"timestamp": 17, "taskName": "detect (1/2)", "stacktrace": "a.B: c"},
                          {"timestamp": 18, "taskName": null, "stacktrace": "a.B: d"}]}}"""),
                json("""
                        {"latest": {"completed": {"id": 3}, "failed": {"id": 5, "failure_message": "too slow"},
                                    "restored": {"id": 2}}}"""),
                flow);

        assertEquals(
                new FlinkFacts(
                        true,
                        "",
                        List.of(new Failure(17, "detect (1/2)", "a.B: c"), new Failure(18, "", "a.B: d")),
                        3,
                        5,
                        "too slow",
                        12,
                        70,
                        "Source: postings -> decode"),
                facts);
    }

    @Test
    void whatIsNotThereYetIsNothing() throws Exception {
        FlinkFacts facts = FlinkPoll.facts(
                json("{\"state\": \"RUNNING\", \"vertices\": [{\"status\": \"CREATED\"}]}"),
                json("{}"),
                json("{\"latest\": {\"completed\": null, \"failed\": null, \"restored\": {\"id\": 9}}}"),
                FlinkPoll.flow("t", json("[{\"id\": \"busyTimeMsPerSecond\", \"max\": \"NaN\"}]")));
        assertEquals(new FlinkFacts(false, "", List.of(), 9, 0, "unknown", 0, 0, "t"), facts);
    }

    @Test
    void aJobThatHasEndedIsKnownByItsState() throws Exception {
        JsonNode metrics = json("{}");
        for (String state : List.of("FINISHED", "CANCELED", "FAILED")) {
            JsonNode job = json("{\"state\": \"" + state + "\"}");
            assertEquals(
                    state,
                    FlinkPoll.facts(job, metrics, metrics, FlinkPoll.Flow.NONE).end());
        }
    }

    @Test
    void jobsThatHaveNotEndedAreListedHarmlessly() throws Exception {
        assertEquals(
                List.of(
                        new ClusterJob("0a", "postings"),
                        new ClusterJob("0c", "other\\u001B[2J"),
                        new ClusterJob("0d", "")),
                ClusterJob.running(json("""
                        {"jobs": [{"jid": "0a", "name": "postings", "state": "RUNNING"},
                                  {"jid": "0b", "name": "postings", "state": "CANCELED"},
                                  {"jid": "0c", "name": "other\\u001B[2J", "state": "RESTARTING"},
                                  {"jid": "0d", "state": "INITIALIZING"}]}""")));
        assertEquals(List.of(), ClusterJob.running(json("{}")));
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
