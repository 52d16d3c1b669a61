package org.lurewatch.codec.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.lurewatch.codec.ByteArrays;
import org.lurewatch.schemas.RejectReason;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.TrustedClasses;

/** Rejects as the job tells them. */
public final class ExampleRejects {
    static {
        TrustedClasses.register();
    }

    private ExampleRejects() {}

    public static RejectedPosting reject(long offset, RejectReason reason, String value) {
        return reject(offset, reason, value.getBytes(UTF_8));
    }

    public static RejectedPosting reject(long offset, RejectReason reason, byte[] value) {
        return RejectedPosting.newBuilder()
                .setReason(reason)
                .setDetail("what is wrong")
                .setTopic("postings")
                .setPartition(0)
                .setOffset(offset)
                .setTimestamp(Instant.parse("2026-11-20T08:00:00Z"))
                .setKey(ByteBuffer.wrap("board/1".getBytes(UTF_8)))
                .setKeySize(7)
                .setValue(ByteBuffer.wrap(value))
                .setValueSize(value.length)
                .build();
    }

    /** The same with only so many bytes of its value left. */
    public static RejectedPosting cut(RejectedPosting reject, int kept) {
        byte[] whole = ByteArrays.of(reject.getValue());
        return RejectedPosting.newBuilder(reject)
                .setValue(ByteBuffer.wrap(whole, 0, kept).slice())
                .setValueSize(whole.length)
                .build();
    }
}
