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
        assertEquals(new FlinkFacts(false, List.of(), 9, 0, "unknown", 0, 0, "t"), facts);
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
