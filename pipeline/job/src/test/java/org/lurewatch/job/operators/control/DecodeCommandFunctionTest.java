package org.lurewatch.job.operators.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.job.operators.CountedFlow;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.RejectReason;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.WriterSchemas;

class DecodeCommandFunctionTest {
    static {
        TrustedClasses.register();
    }

    @Test
    void aBrokenCommandStandsBetweenTwoGoodOnes() throws Exception {
        ControlCommand avro = ControlCommand.newBuilder()
                .setCommandId("two")
                .setAction(ControlAction.SHADOW)
                .setDigest(ExampleStore.B)
                .setIssuedAt(Instant.EPOCH)
                .build();
        try (OneInputStreamOperatorTestHarness<SourceRecord, ControlCommand> harness =
                new OneInputStreamOperatorTestHarness<>(
                        new ProcessOperator<>(new DecodeCommandFunction()),
                        new AvroTypeInfo<>(SourceRecord.class).createSerializer(new SerializerConfigImpl()))) {
            harness.open();
            harness.processElement(ExamplePostings.record(1, "{\"commandId\": \"one\", \"action\": \"rollback\"}"), 0);
            harness.processElement(ExamplePostings.record(2, "{\"commandId\": \"one\", \"action\": \"explode\"}"), 0);
            harness.processElement(ExamplePostings.record(3, "{\"action\": \"rollback\"}"), 0);
            harness.processElement(
                    ExamplePostings.record(
                            4,
                            SingleObjectEncoding.of(ControlCommand.class, WriterSchemas.known())
                                    .encode(avro)),
                    0);

            List<ControlCommand> commands = harness.extractOutputValues();
            assertEquals(
                    List.of("one", "two"),
                    commands.stream().map(ControlCommand::getCommandId).toList());
            assertEquals(
                    Instant.ofEpochMilli(ExamplePostings.KAFKA_TIME),
                    commands.get(0).getIssuedAt(),
                    "Kafka's time where none is given");
            assertEquals(avro, commands.get(1));
            assertEquals(
                    List.of(RejectReason.WRONG_TYPE, RejectReason.MISSING_IDENTIFIER),
                    harness.getSideOutput(Rejects.TAG).stream()
                            .map(reject -> reject.getValue().getReason())
                            .toList());
            CountedFlow counted = CountedFlow.of(harness);
            assertEquals(4, counted.get(FlowCounters.COMMANDS));
            assertEquals(2, counted.get(FlowCounters.COMMANDS_REJECTED));
        }
    }
}
