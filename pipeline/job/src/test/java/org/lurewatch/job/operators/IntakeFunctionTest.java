package org.lurewatch.job.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.schemas.PostingErasure;
import org.lurewatch.schemas.SourceRecord;

class IntakeFunctionTest {
    @Test
    void everyRecordIsCountedAndHandedOnWhateverItHolds() throws Exception {
        try (OneInputStreamOperatorTestHarness<SourceRecord, SourceRecord> harness = harness()) {
            harness.open();
            List<SourceRecord> records = List.of(
                    ExamplePostings.record(1, ExamplePostings.json("1", "Packer")),
                    ExamplePostings.record(2, "{\"identifier\": "),
                    ExamplePostings.record(3, (byte[]) null));
            for (SourceRecord record : records) {
                harness.processElement(record, 0);
            }

            assertEquals(records, harness.extractOutputValues());
            CountedFlow counted = CountedFlow.of(harness);
            assertEquals(3, counted.get(FlowCounters.IN));
            assertEquals(0, counted.get(FlowCounters.REJECTED));
        }
    }

    @Test
    void aRequestToForgetAPostingIsNoRecordToBeAssessed() throws Exception {
        try (OneInputStreamOperatorTestHarness<SourceRecord, SourceRecord> harness = harness()) {
            harness.open();
            SourceRecord request = ExamplePostings.record(7, (byte[]) null);
            request.setErase(true);
            SourceRecord withoutKey =
                    SourceRecord.newBuilder(request).setKey(null).build();
            SourceRecord plain = ExamplePostings.record(8, (byte[]) null);
            harness.processElement(request, 0);
            harness.processElement(withoutKey, 0);
            harness.processElement(plain, 0);

            assertEquals(List.of(withoutKey, plain), harness.extractOutputValues(), "to be rejected");
            assertEquals(1, harness.getSideOutput(ErasureRequests.TAG).size());
            PostingErasure erasure =
                    harness.getSideOutput(ErasureRequests.TAG).peek().getValue();
            assertEquals(WarningEncoder.warningId("board", "7"), erasure.getPosting());
            assertEquals(7, erasure.getOffset());
            CountedFlow counted = CountedFlow.of(harness);
            assertEquals(2, counted.get(FlowCounters.IN));
            assertEquals(1, counted.get(FlowCounters.ERASURES));
        }
    }

    @Test
    void afterARestartTheCountersGoOnFromTheCheckpoint() throws Exception {
        OperatorSubtaskState checkpoint;
        try (OneInputStreamOperatorTestHarness<SourceRecord, SourceRecord> harness = harness()) {
            harness.open();
            harness.processElement(ExamplePostings.record(1, ExamplePostings.json("1", "Packer")), 0);
            harness.processElement(ExamplePostings.record(2, ""), 0);
            checkpoint = harness.snapshot(1, 1);
            harness.processElement(ExamplePostings.record(3, ExamplePostings.json("3", "lost, read again")), 0);
        }
        try (OneInputStreamOperatorTestHarness<SourceRecord, SourceRecord> harness = harness()) {
            harness.initializeState(checkpoint);
            harness.open();
            harness.processElement(ExamplePostings.record(3, ExamplePostings.json("3", "read again")), 0);

            assertEquals(3, CountedFlow.of(harness).get(FlowCounters.IN));
        }
    }

    @Test
    void keepsWhatAnEarlierVersionCountedHere() throws Exception {
        try (OneInputStreamOperatorTestHarness<SourceRecord, SourceRecord> harness = harness()) {
            harness.open();

            CountedFlow counted = CountedFlow.of(harness);
            assertEquals(0, counted.get(FlowCounters.UNKNOWN_FIELDS));
            for (RejectReason reason : RejectReason.values()) {
                assertEquals(0, counted.getRejected(reason.name()), "registered, or its past would be dropped");
            }
        }
    }

    private static OneInputStreamOperatorTestHarness<SourceRecord, SourceRecord> harness() throws Exception {
        return new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new IntakeFunction()),
                new AvroTypeInfo<>(SourceRecord.class).createSerializer(new SerializerConfigImpl()));
    }
}
