package org.lurewatch.job.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.AvroPostings;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.schemas.ReceivedPosting;
import org.lurewatch.schemas.RejectReason;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.WriterSchemas;

class DecodeFunctionTest {
    @Test
    void aMalformedRecordBetweenTwoGoodOnesGoesAside() throws Exception {
        try (OneInputStreamOperatorTestHarness<SourceRecord, ReceivedPosting> harness = harness()) {
            harness.open();
            SourceRecord first = ExamplePostings.record(1, ExamplePostings.json("1", "Packer"));
            SourceRecord third = ExamplePostings.record(3, "{\"identifier\": \"3\", \"title\": \"Cook\", \"x\": 1}");

            harness.processElement(first, 0);
            harness.processElement(ExamplePostings.record(2, "{\"identifier\": "), 0);
            harness.processElement(third, 0);

            List<ReceivedPosting> decoded = harness.extractOutputValues();
            assertEquals(
                    List.of(first, third),
                    decoded.stream().map(ReceivedPosting::getRecord).toList());
            assertEquals(
                    ExamplePostings.posting("1", "Packer"),
                    AvroPostings.toDomain(decoded.get(0).getPosting()));
            Queue<StreamRecord<RejectedPosting>> rejects = harness.getSideOutput(Rejects.TAG);
            assertEquals(1, rejects.size());
            assertEquals(RejectReason.MALFORMED_JSON, rejects.peek().getValue().getReason());
            assertEquals(2, rejects.peek().getValue().getOffset());
            CountedFlow counted = CountedFlow.of(harness);
            assertEquals(3, counted.get(FlowCounters.IN));
            assertEquals(1, counted.get(FlowCounters.REJECTED));
            assertEquals(1, counted.getRejected("MALFORMED_JSON"));
            assertEquals(0, counted.getRejected("NO_TEXT"));
            assertEquals(1, counted.get(FlowCounters.UNKNOWN_FIELDS));
        }
    }

    @Test
    void afterARestartTheCountersGoOnFromTheCheckpoint() throws Exception {
        OperatorSubtaskState checkpoint;
        try (OneInputStreamOperatorTestHarness<SourceRecord, ReceivedPosting> harness = harness()) {
            harness.open();
            harness.processElement(ExamplePostings.record(1, ExamplePostings.json("1", "Packer")), 0);
            harness.processElement(ExamplePostings.record(2, ""), 0);
            checkpoint = harness.snapshot(1, 1);
            harness.processElement(ExamplePostings.record(3, ExamplePostings.json("3", "lost, read again")), 0);
        }
        try (OneInputStreamOperatorTestHarness<SourceRecord, ReceivedPosting> harness = harness()) {
            harness.initializeState(checkpoint);
            harness.open();
            harness.processElement(ExamplePostings.record(3, ExamplePostings.json("3", "read again")), 0);

            CountedFlow counted = CountedFlow.of(harness);
            assertEquals(3, counted.get(FlowCounters.IN));
            assertEquals(1, counted.get(FlowCounters.REJECTED));
            assertEquals(1, counted.getRejected("EMPTY_RECORD"));
        }
    }

    private static OneInputStreamOperatorTestHarness<SourceRecord, ReceivedPosting> harness() throws Exception {
        return new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(
                        new DecodeFunction(() -> new PostingDecoder(PostingLimits.DEFAULT, WriterSchemas.known()))),
                new AvroTypeInfo<>(SourceRecord.class).createSerializer(new SerializerConfigImpl()));
    }
}
