package org.lurewatch.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.message.BadHeaderException;
import org.jspecify.annotations.Nullable;
import org.lurewatch.codec.registry.ForeignRecords;
import org.lurewatch.codec.registry.SchemaRegistry;
import org.lurewatch.codec.registry.ValueFrame;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.DecodedPosting;
import org.lurewatch.intake.json.DerivedIdentifier;
import org.lurewatch.intake.json.JsonPostingReader;
import org.lurewatch.intake.postings.ForeignNames;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/**
 * Reads one posting from a record, whose first bytes say how it is written: Avro's single-object encoding, a schema of a
 * registry, or JSON. For one thread at a time.
 */
public final class PostingDecoder {
    private final PostingLimits limits;
    private final JsonPostingReader json;
    private final SingleObjectEncoding<org.lurewatch.schemas.JobPosting> avro;
    private final ForeignRecords foreign;
    private final int idBytes;
    private final Map<Schema, Integer> unknownFields = new HashMap<>();

    /** Reads what needs no registry. */
    public PostingDecoder(PostingLimits limits, WriterSchemas writers) {
        this(limits, writers, SchemaRegistry.NONE, Integer.BYTES);
    }

    /**
     * Reads what is written with schemas of a registry, too.
     *
     * @param idBytes how many bytes the number of a registry's schema has in a value: 4 or 8
     */
    public PostingDecoder(PostingLimits limits, WriterSchemas writers, SchemaRegistry registry, int idBytes) {
        this.limits = limits;
        this.json = new JsonPostingReader(limits, ForeignNames::postingByNames);
        this.avro = SingleObjectEncoding.of(org.lurewatch.schemas.JobPosting.class, writers);
        this.foreign = new ForeignRecords(registry, ForeignNames::posting, json);
        this.idBytes = idBytes;
    }

    /** Reads the posting from the value of a record without headers. */
    public DecodedPosting decode(byte @Nullable [] value) {
        return decode(null, value, null);
    }

    /**
     * Reads the posting from a record.
     *
     * @param key the record's key, or null if it has none; it names the posting where nothing in the value does
     * @param value the value, or null if the record has none
     * @param schemaHeader the header that names the value's schema, one of those of {@link ValueFrame}; null where there is
     *     none
     * @throws UnusablePostingException with the reason, if the record is not a posting that can be assessed; nothing
     *     else is thrown, whatever the bytes are, unless a registry is asked that does not answer
     */
    public DecodedPosting decode(byte @Nullable [] key, byte @Nullable [] value, byte @Nullable [] schemaHeader) {
        byte[] bytes = RecordValues.checked(value, limits.maxPostingBytes());
        DecodedPosting decoded = ValueFrame.of(bytes, schemaHeader, idBytes)
                .map(frame -> foreign.read(bytes, frame))
                .orElseGet(() -> readUnframed(bytes));
        return key == null
                ? decoded
                : decoded.withPosting(DerivedIdentifier.ofKey(decoded.posting(), new String(key, UTF_8)));
    }

    private DecodedPosting readUnframed(byte[] value) {
        return SingleObjectEncoding.hasMarker(value) ? RecordValues.avro(() -> readAvro(value)) : json.read(value);
    }

    private DecodedPosting readAvro(byte[] value) throws BadHeaderException {
        return new DecodedPosting(
                AvroPostings.toDomain(avro.decode(value), limits),
                unknownFields.computeIfAbsent(avro.writerSchema(value), AvroPostings::unknownFields),
                Set.of());
    }
}
