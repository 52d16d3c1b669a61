package org.lurewatch.job.operators;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.RejectEncoder;
import org.lurewatch.codec.ValueFormat;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.codec.examples.ExampleWarnings;
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
                        "postings",
                        2,
                        7L,
                        1234L,
                        ByteBuffer.wrap(new byte[] {1}),
                        ByteBuffer.wrap(new byte[] {2, 3}),
                        null,
                        false),
                deserialized(1234L, new byte[] {1}, new byte[] {2, 3}));
        assertEquals(
                new SourceRecord("postings", 2, 7L, null, null, null, null, false),
                deserialized(ConsumerRecord.NO_TIMESTAMP, null, null));
    }

    @Test
    void aWarningIsSentUnderItsPostingWithTheTimeOfSending() throws Exception {
        JobPosting posting = ExamplePostings.posting("4711", "a lure");
        ScamWarning warning = WarningEncoder.encode(
                ExamplePostings.record(1, ""), posting, ExamplePostings.DETECTOR.assess(posting), Instant.EPOCH);
        RecordSerializer<ScamWarning> serializer = RecordSerializer.ofWarnings(avro("warnings"));
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
        RecordSerializer<RejectedPosting> serializer = RecordSerializer.ofRejects(avro("rejects"));
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

    @Test
    void whatIsSentSaysWhatItIsAsACloudEvent() {
        ScamWarning warning = ExampleWarnings.warning();
        RecordSerializer<ScamWarning> serializer =
                RecordSerializer.ofWarnings(new TopicOutput("warnings", ValueFormat.JSON, null, "/lurewatch/test"));
        serializer.open(null, null);

        ProducerRecord<byte[], byte[]> record = serializer.serialize(warning, null, 0L);

        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        assertEquals(
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_type", "org.lurewatch.warning",
                        "ce_source", "/lurewatch/test",
                        "ce_id", warning.getWarningId() + "-" + warning.getRevision(),
                        "ce_time", warning.getAssessedAt().toString(),
                        "content-type", "application/json"),
                headers);
        assertEquals('{', record.value()[0]);
    }

    private static TopicOutput avro(String topic) {
        return new TopicOutput(topic, ValueFormat.AVRO, null, "/lurewatch/test");
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
