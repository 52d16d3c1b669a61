package org.lurewatch.codec;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.message.BadHeaderException;
import org.jspecify.annotations.Nullable;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.DecodedPosting;
import org.lurewatch.intake.json.JsonPostingReader;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/** Reads one posting from a record's bytes: Avro single-object encoding or JSON. For one thread at a time. */
public final class PostingDecoder {
    /** Identifier and source make up the warning's key, so they have a limit of their own, in UTF-16 units. */
    static final int MAX_KEY_PART_CHARS = 1_000;

    private final PostingLimits limits;
    private final JsonPostingReader json;
    private final SingleObjectEncoding<org.lurewatch.schemas.JobPosting> avro;
    private final Map<Schema, Integer> unknownFields = new HashMap<>();

    public PostingDecoder(PostingLimits limits, WriterSchemas writers) {
        this.limits = limits;
        this.json = new JsonPostingReader(limits);
        this.avro = SingleObjectEncoding.of(org.lurewatch.schemas.JobPosting.class, writers);
    }

    /**
     * Reads the posting from a record's value.
     *
     * @param value the value, or null if the record has none
     * @throws UnusablePostingException with the reason, if the record is not a posting that can be assessed; nothing
     *     else is thrown, whatever the bytes are
     */
    public DecodedPosting decode(byte @Nullable [] value) {
        byte[] bytes = RecordValues.checked(value, limits.maxPostingBytes());
        DecodedPosting decoded =
                SingleObjectEncoding.hasMarker(bytes) ? RecordValues.avro(() -> readAvro(bytes)) : json.read(bytes);
        checkKeyPart("identifier", decoded.posting().identifier());
        checkKeyPart("source", decoded.posting().source());
        return decoded;
    }

    private DecodedPosting readAvro(byte[] value) throws BadHeaderException {
        JobPosting posting = AvroPostings.toDomain(avro.decode(value));
        posting.texts().forEach((field, text) -> checkLength(field.wireName(), text, limits.maxFieldChars()));
        return new DecodedPosting(
                posting, unknownFields.computeIfAbsent(avro.writerSchema(value), AvroPostings::unknownFields));
    }

    private static void checkKeyPart(String name, String text) {
        checkLength(name, text, MAX_KEY_PART_CHARS);
    }

    private static void checkLength(String name, String text, int maxChars) {
        if (text.length() > maxChars) {
            throw new UnusablePostingException(
                    RejectReason.FIELD_TOO_LONG, name + " is longer than " + maxChars + " characters");
        }
    }
}
