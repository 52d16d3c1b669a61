package org.lurewatch.codec;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.TrustedClasses;

/** Makes the record that says why a record could not be assessed. */
public final class RejectEncoder {
    static final int MAX_KEY_BYTES = 4 << 10;

    /** Half of Kafka's default limit, so that a reject always fits into one record. */
    static final int MAX_VALUE_BYTES = 512 << 10;

    static {
        TrustedClasses.register();
    }

    private RejectEncoder() {}

    /** The reject of a record, with the beginning of its bytes. */
    public static RejectedPosting encode(SourceRecord record, RejectReason reason, String detail) {
        return RejectedPosting.newBuilder()
                .setReason(org.lurewatch.schemas.RejectReason.valueOf(reason.name()))
                .setDetail(detail)
                .setTopic(record.getTopic())
                .setPartition(record.getPartition())
                .setOffset(record.getOffset())
                .setTimestamp(record.getTimestamp() == null ? null : Instant.ofEpochMilli(record.getTimestamp()))
                .setKey(cut(record.getKey(), MAX_KEY_BYTES))
                .setKeySize(size(record.getKey()))
                .setValue(cut(record.getValue(), MAX_VALUE_BYTES))
                .setValueSize(size(record.getValue()))
                .build();
    }

    private static @Nullable ByteBuffer cut(@Nullable ByteBuffer bytes, int maxSize) {
        return bytes == null ? null : bytes.slice(bytes.position(), Math.min(size(bytes), maxSize));
    }

    private static int size(@Nullable ByteBuffer bytes) {
        return bytes == null ? 0 : bytes.remaining();
    }
}
