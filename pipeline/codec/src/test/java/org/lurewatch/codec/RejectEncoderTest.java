package org.lurewatch.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.WriterSchemas;

class RejectEncoderTest {
    @Test
    void aRejectSaysWhereItsRecordStandsAndKeepsItsBytes() {
        SourceRecord record = ExamplePostings.record(42, "{broken");

        RejectedPosting reject = RejectEncoder.encode(record, RejectReason.MALFORMED_JSON, "it is broken");

        assertEquals(org.lurewatch.schemas.RejectReason.MALFORMED_JSON, reject.getReason());
        assertEquals("it is broken", reject.getDetail());
        assertEquals("postings", reject.getTopic());
        assertEquals(1, reject.getPartition());
        assertEquals(42, reject.getOffset());
        assertEquals(Instant.ofEpochMilli(ExamplePostings.KAFKA_TIME), reject.getTimestamp());
        assertEquals(record.getKey(), reject.getKey());
        assertEquals(8, reject.getKeySize());
        assertEquals(record.getValue(), reject.getValue());
        assertEquals(7, reject.getValueSize());
    }

    @Test
    void everyReasonOfTheDomainHasItsSymbol() {
        for (RejectReason reason : RejectReason.values()) {
            RejectedPosting reject = RejectEncoder.encode(ExamplePostings.record(1, ""), reason, "");

            assertEquals(reason.name(), reject.getReason().name());
        }
    }

    @Test
    void ofALargeRecordTheBeginningIsKeptAndItsSize() throws Exception {
        byte[] value = new byte[3 << 20];
        Arrays.fill(value, (byte) 7);
        SourceRecord record = new SourceRecord(
                "postings", 0, 0L, 0L, ByteBuffer.wrap(new byte[10_000]), ByteBuffer.wrap(value), null, false);
        SingleObjectEncoding<RejectedPosting> encoding =
                SingleObjectEncoding.of(RejectedPosting.class, WriterSchemas.known());

        byte[] bytes = encoding.encode(RejectEncoder.encode(record, RejectReason.POSTING_TOO_LARGE, "large"));
        RejectedPosting reject = encoding.decode(bytes);

        assertTrue(bytes.length < 600_000, bytes.length + " bytes");
        assertEquals(3 << 20, reject.getValueSize());
        assertEquals(10_000, reject.getKeySize());
        assertEquals(RejectEncoder.MAX_KEY_BYTES, reject.getKey().remaining());
        byte[] kept = new byte[reject.getValue().remaining()];
        reject.getValue().get(kept);
        assertArrayEquals(Arrays.copyOf(value, RejectEncoder.MAX_VALUE_BYTES), kept);
    }

    @Test
    void aRecordWithoutKeyAndValueIsRejectedTheSame() {
        RejectedPosting reject = RejectEncoder.encode(
                new SourceRecord("postings", 0, 0L, null, null, null, null, false),
                RejectReason.EMPTY_RECORD,
                "the record is empty");

        assertNull(reject.getKey());
        assertNull(reject.getValue());
        assertNull(reject.getTimestamp());
        assertEquals(0, reject.getValueSize());
    }
}
