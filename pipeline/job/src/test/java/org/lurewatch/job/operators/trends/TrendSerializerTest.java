package org.lurewatch.job.operators.trends;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.ValueFormat;
import org.lurewatch.job.operators.RecordSerializer;
import org.lurewatch.job.operators.TopicOutput;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.TrendDimension;
import org.lurewatch.schemas.WriterSchemas;

class TrendSerializerTest {
    @Test
    void theKeyNamesTheCountSoThatACompactedTopicKeepsItsNewestRevision() throws Exception {
        RecordSerializer<Trend> serializer =
                RecordSerializer.ofTrends(new TopicOutput("trends", ValueFormat.AVRO, null, "/lurewatch/test"));
        serializer.open(null, null);
        Trend trend =
                new Trend(Instant.parse("2026-11-20T00:00:00Z"), 24, TrendDimension.DESTINATION, "KH", 3L, 2L, 1L, 2);

        ProducerRecord<byte[], byte[]> record = serializer.serialize(trend, null, 5L);

        assertEquals("trends", record.topic());
        assertEquals("2026-11-20T00:00:00Z/24h/DESTINATION/KH", new String(record.key(), UTF_8));
        assertEquals(
                trend,
                SingleObjectEncoding.of(Trend.class, WriterSchemas.known()).decode(record.value()));
    }
}
