package org.lurewatch.job.operators;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.RejectEncoder;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.WriterSchemas;

class KafkaRecordsTest {
    @Test
    void aRecordIsTakenAsItIs() {
        assertEquals(
                new SourceRecord(
                        "postings", 2, 7L, 1234L, ByteBuffer.wrap(new byte[] {1}), ByteBuffer.wrap(new byte[] {2, 3})),
                deserialized(1234L, new byte[] {1}, new byte[] {2, 3}));
        assertEquals(
                new SourceRecord("postings", 2, 7L, null, null, null),
                deserialized(ConsumerRecord.NO_TIMESTAMP, null, null));
    }

    @Test
    void aWarningIsSentUnderItsPostingWithTheTimeOfSending() throws Exception {
        JobPosting posting = ExamplePostings.posting("4711", "a lure");
        ScamWarning warning = WarningEncoder.encode(
                ExamplePostings.record(1, ""), posting, ExamplePostings.DETECTOR.assess(posting), Instant.EPOCH);
        RecordSerializer<ScamWarning> serializer = RecordSerializer.ofWarnings("warnings");
        serializer.open(null, null);

        ProducerRecord<byte[], byte[]> record = serializer.serialize(warning, null, Long.MAX_VALUE);

        assertEquals("warnings", record.topic());
        assertNull(record.timestamp(), "a broker refuses times too far from its own");
        assertArrayEquals("board/4711".getBytes(UTF_8), record.key());
        assertEquals(
                warning,
                SingleObjectEncoding.of(ScamWarning.class, WriterSchemas.known())
                        .decode(record.value()));
    }

    @Test
    void aRejectIsSentUnderTheKeyOfItsRecord() throws Exception {
        RejectedPosting reject =
                RejectEncoder.encode(ExamplePostings.record(3, "{"), RejectReason.MALFORMED_JSON, "cut off");
        RecordSerializer<RejectedPosting> serializer = RecordSerializer.ofRejects("rejects");
        serializer.open(null, null);

        ProducerRecord<byte[], byte[]> record = serializer.serialize(reject, null, 0L);

        assertEquals("rejects", record.topic());
        assertNull(record.timestamp());
        assertArrayEquals("board/3".getBytes(UTF_8), record.key());
        assertEquals(
                reject,
                SingleObjectEncoding.of(RejectedPosting.class, WriterSchemas.known())
                        .decode(record.value()));
    }

    private static SourceRecord deserialized(long timestamp, byte[] key, byte[] value) {
        List<SourceRecord> out = new ArrayList<>();
        new SourceRecordDeserializer()
                .deserialize(
                        new ConsumerRecord<>(
                                "postings",
                                2,
                                7L,
                                timestamp,
                                TimestampType.CREATE_TIME,
                                0,
                                0,
                                key,
                                value,
                                new RecordHeaders(),
                                Optional.empty()),
                        new ListCollector<>(out));
        return out.get(0);
    }
}
