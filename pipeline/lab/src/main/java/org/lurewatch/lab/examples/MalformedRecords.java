package org.lurewatch.lab.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.schemas.JobPosting;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/** One broken record for each reason that bytes can give: broken scrapers, cut-off uploads, hostile posters. */
public final class MalformedRecords {
    private static final int AVRO_HEADER_SIZE = 10;
    private static final String WITH_TITLE = "{\"identifier\": \"malformed\", \"title\": ";

    private MalformedRecords() {}

    /** A record for each reason for which the job rejects one. */
    public static Map<RejectReason, byte[]> byReason() {
        byte[] avro = SingleObjectEncoding.of(JobPosting.class, WriterSchemas.known())
                .encode(JobPosting.newBuilder()
                        .setIdentifier("malformed")
                        .setTitle("Cut off")
                        .build());
        byte[] unknownSchema = avro.clone();
        ByteBuffer.wrap(unknownSchema).putLong(2, 0x0123456789ABCDEFL);
        byte[] malformedText = (WITH_TITLE + "\"?\"}").getBytes(UTF_8);
        malformedText[malformedText.length - 3] = (byte) 0xFF;

        Map<RejectReason, byte[]> records = new EnumMap<>(RejectReason.class);
        records.put(RejectReason.EMPTY_RECORD, new byte[0]);
        records.put(RejectReason.UNKNOWN_FORMAT, "<html>502 Bad Gateway</html>".getBytes(UTF_8));
        records.put(RejectReason.MALFORMED_JSON, (WITH_TITLE + "\"cut o").getBytes(UTF_8));
        records.put(RejectReason.MALFORMED_AVRO, Arrays.copyOf(avro, AVRO_HEADER_SIZE + 4));
        records.put(RejectReason.UNKNOWN_SCHEMA, unknownSchema);
        records.put(RejectReason.MALFORMED_TEXT, malformedText);
        records.put(RejectReason.WRONG_TYPE, (WITH_TITLE + "\"Board\", \"@type\": \"WebSite\"}").getBytes(UTF_8));
        records.put(RejectReason.POSTING_TOO_LARGE, withTitleOf(PostingLimits.DEFAULT.maxPostingBytes()));
        records.put(RejectReason.NO_TEXT, "{\"identifier\": \"malformed\"}".getBytes(UTF_8));
        records.put(RejectReason.BADLY_DECODED, (WITH_TITLE + "\"?????? ????\"}").getBytes(UTF_8));
        return records;
    }

    private static byte[] withTitleOf(int length) {
        return (WITH_TITLE + "\"" + "x".repeat(length) + "\"}").getBytes(UTF_8);
    }
}
