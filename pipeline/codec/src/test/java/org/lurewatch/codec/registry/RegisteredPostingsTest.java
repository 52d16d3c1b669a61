package org.lurewatch.codec.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryData;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.DecodedPosting;
import org.lurewatch.schemas.WriterSchemas;

/** Postings whose schema lies in a registry. */
class RegisteredPostingsTest {
    private static final Schema ADVERT = SchemaParser.parseSingle("""
            {"type": "record", "name": "Advert", "namespace": "com.example", "fields": [
              {"name": "identifier", "type": "string"},
              {"name": "title", "type": ["null", "string"]},
              {"name": "description", "type": "bytes"},
              {"name": "datePosted", "type": {"type": "int", "logicalType": "date"}},
              {"name": "scrapedAt", "type": {"type": "long", "logicalType": "timestamp-micros"}},
              {"name": "hiringOrganization", "type": {"type": "record", "name": "Firm", "fields": [
                {"name": "name", "type": "string"}]}},
              {"name": "tags", "type": {"type": "array", "items": "string"}},
              {"name": "scores", "type": {"type": "map", "values": "double"}},
              {"name": "kind", "type": {"type": "enum", "name": "Kind", "symbols": ["FULL", "PART"]}},
              {"name": "fee", "type": {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}}]}
            """);

    private static final Schema STRANGERS_ADVERT = SchemaParser.parseSingle("""
            {"type": "record", "name": "Vacancy", "fields": [
              {"name": "vacancy_id", "type": "long"},
              {"name": "jobTitle", "type": "string"},
              {"name": "jobDescription", "type": "string"},
              {"name": "companyName", "type": "string"}]}
            """);

    /** A record in no bytes that describes a tree of more than four thousand million values. */
    private static final Schema WEIGHTLESS = SchemaParser.parseSingle(doubling(32));

    private static final Schema ENDLESS = SchemaParser.parseSingle("""
            {"type": "record", "name": "Advert", "fields": [{"name": "next", "type": ["null", "Advert"]}]}
            """);

    private final PostingDecoder decoder = decoder(Integer.BYTES);

    private static PostingDecoder decoder(int idBytes) {
        Map<SchemaRef, Schema> schemas = Map.of(
                new SchemaRef.Id(7), ADVERT,
                new SchemaRef.Guid(new UUID(3, 4)), ADVERT,
                new SchemaRef.Id(8), WEIGHTLESS,
                new SchemaRef.Id(9), ENDLESS,
                new SchemaRef.Id(10), Schema.create(Schema.Type.STRING),
                new SchemaRef.Id(12), STRANGERS_ADVERT);
        return new PostingDecoder(
                new PostingLimits(10_000, 2_000),
                WriterSchemas.known(),
                schema -> {
                    if (schema.equals(new SchemaRef.Id(11))) {
                        return RegisteredSchema.JSON;
                    }
                    return Optional.ofNullable(schemas.get(schema))
                            .map(known -> new RegisteredSchema(Optional.of(known)))
                            .orElseGet(() -> SchemaRegistry.NONE.find(schema));
                },
                idBytes);
    }

    @Test
    void whereverTheSchemasNumberStandsThePostingIsTheSame() throws IOException {
        byte[] body = advert();
        DecodedPosting expected = decoder.decode(framed(new byte[] {0, 0, 0, 0, 7}, body));

        assertEquals("9", expected.posting().identifier());
        assertEquals("Packer", expected.posting().text(PostingField.TITLE).orElseThrow());
        assertEquals(
                "Example Ltd",
                expected.posting().text(PostingField.ORGANIZATION_NAME).orElseThrow());
        assertEquals(
                "Night shift, 12 €",
                expected.posting().text(PostingField.DESCRIPTION).orElseThrow());
        assertEquals(Instant.parse("2026-11-20T08:00:00Z"), expected.posting().scrapedAt());
        assertEquals(Instant.parse("2026-11-19T00:00:00Z"), expected.posting().datePosted());
        assertEquals(expected, decoder(Long.BYTES).decode(framed(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 7}, body)));
        assertEquals(expected, decoder.decode(null, body, new byte[] {0, 0, 0, 0, 7}));
        assertEquals(expected, decoder.decode(null, body, new byte[] {0, 0, 0, 0, 0, 0, 0, 7}));
        assertEquals(
                expected,
                decoder.decode(
                        null,
                        body,
                        ByteBuffer.allocate(17)
                                .put((byte) 1)
                                .putLong(3)
                                .putLong(4)
                                .array()));
    }

    @Test
    void namesOfStrangersAreReadAsThoseOfColumns() throws IOException {
        GenericRecord vacancy = new GenericRecordBuilder(STRANGERS_ADVERT)
                .set("vacancy_id", 4711L)
                .set("jobTitle", "Packer")
                .set("jobDescription", "You pack boxes at night and load them onto the trailers.")
                .set("companyName", "Example Ltd")
                .build();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(body, null);
        new GenericDatumWriter<GenericRecord>(STRANGERS_ADVERT).write(vacancy, encoder);

        JobPosting posting = decoder.decode(framed(new byte[] {0, 0, 0, 0, 12}, body.toByteArray()))
                .posting();

        assertEquals("Packer", posting.text(PostingField.TITLE).orElseThrow());
        assertEquals(
                "You pack boxes at night and load them onto the trailers.",
                posting.text(PostingField.DESCRIPTION).orElseThrow());
        assertEquals("Example Ltd", posting.text(PostingField.ORGANIZATION_NAME).orElseThrow());
    }

    @Test
    void aJsonSchemasRecordIsJson() {
        byte[] json = "{\"identifier\": \"1\", \"title\": \"Packer\"}".getBytes(UTF_8);

        assertEquals(
                "1",
                decoder.decode(framed(new byte[] {0, 0, 0, 0, 11}, json))
                        .posting()
                        .identifier());
    }

    @Test
    void theTreeHasTheSchemasOwnNamesAndReadableValues() throws IOException {
        assertEquals(
                "{\"identifier\":\"9\",\"title\":\"Packer\",\"description\":\"Night shift, 12 €\","
                        + "\"datePosted\":\"2026-11-19\",\"scrapedAt\":\"2026-11-20T08:00:00Z\","
                        + "\"hiringOrganization\":{\"name\":\"Example Ltd\"},\"tags\":[\"a\",\"b\"],"
                        + "\"scores\":{\"x\":0.5},\"kind\":\"PART\",\"fee\":12.34}",
                AvroTree.read(ADVERT, advert(), 0).toString());
    }

    @Test
    void everyKindOfUnusableRecordHasItsReason() throws IOException {
        byte[] sound = framed(new byte[] {0, 0, 0, 0, 7}, advert());

        assertReason(RejectReason.UNKNOWN_SCHEMA, new byte[] {0, 0, 0, 0, 6, 1});
        assertReason(RejectReason.UNKNOWN_SCHEMA, new byte[] {0, -1, -1, -1, -1, 1});
        assertReason(RejectReason.UNKNOWN_SCHEMA, framed(new byte[] {3, 0}, new byte[16]));
        assertReason(RejectReason.UNKNOWN_SCHEMA, framed(new byte[] {3, 5}, new byte[20]));
        assertReason(RejectReason.UNKNOWN_FORMAT, framed(new byte[] {3, 4}, new byte[20]));
        assertReason(RejectReason.UNKNOWN_FORMAT, new byte[] {0, 0, 0, 7});
        assertReason(RejectReason.MALFORMED_AVRO, Arrays.copyOf(sound, sound.length - 1));
        assertReason(RejectReason.MALFORMED_AVRO, Arrays.copyOf(sound, sound.length + 1));
        assertReason(RejectReason.MALFORMED_AVRO, new byte[] {0, 0, 0, 0, 8});
        assertReason(RejectReason.MALFORMED_AVRO, endless());
        assertReason(RejectReason.WRONG_TYPE, new byte[] {0, 0, 0, 0, 10, 0});
    }

    @Property(tries = 2_000)
    void whateverFollowsTheNumberOnlyARejectComesOfIt(
            @ForAll byte[] body, @ForAll @IntRange(min = 6, max = 11) int id) {
        decodeOrReject(framed(new byte[] {0, 0, 0, 0, (byte) id}, body), null);
    }

    @Property(tries = 2_000)
    void whateverTheHeaderAndTheValueOnlyARejectComesOfThem(@ForAll byte[] value, @ForAll byte[] header) {
        decodeOrReject(value, header);
    }

    @Property(tries = 2_000)
    void damagedRecordsGiveAPostingOrAReject(
            @ForAll @IntRange(max = 200) int at, @ForAll long number, @ForAll boolean inserted) throws IOException {
        byte[] sound = framed(new byte[] {0, 0, 0, 0, 7}, advert());
        int place = Math.min(sound.length - 1, 5 + at);
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        damaged.write(sound, 0, place);
        byte[] varint = new byte[10];
        damaged.write(varint, 0, BinaryData.encodeLong(number, varint, 0));
        int rest = inserted ? place : place + 1;
        damaged.write(sound, rest, sound.length - rest);

        decodeOrReject(damaged.toByteArray(), null);
    }

    private void decodeOrReject(byte[] value, byte @Nullable [] header) {
        try {
            decoder.decode(null, value, header);
        } catch (UnusablePostingException e) {
            assertFalse(("" + e.getMessage()).isBlank());
        }
    }

    private void assertReason(RejectReason expected, byte[] value) {
        UnusablePostingException thrown = assertThrows(UnusablePostingException.class, () -> decoder.decode(value));
        assertEquals(expected, thrown.reason(), thrown.getMessage());
        assertTrue(("" + thrown.getMessage()).length() > 10);
    }

    private static byte[] advert() throws IOException {
        GenericRecord advert = new GenericRecordBuilder(ADVERT)
                .set("identifier", "9")
                .set("title", "Packer")
                .set("description", ByteBuffer.wrap("Night shift, 12 €".getBytes(UTF_8)))
                .set("datePosted", 20_776)
                .set("scrapedAt", Instant.parse("2026-11-20T08:00:00Z").toEpochMilli() * 1_000)
                .set(
                        "hiringOrganization",
                        new GenericRecordBuilder(
                                        ADVERT.getField("hiringOrganization").schema())
                                .set("name", "Example Ltd")
                                .build())
                .set("tags", List.of("a", "b"))
                .set("scores", Map.of("x", 0.5))
                .set("kind", new GenericData.EnumSymbol(ADVERT.getField("kind").schema(), "PART"))
                .set(
                        "fee",
                        ByteBuffer.wrap(new BigDecimal("12.34").unscaledValue().toByteArray()))
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(ADVERT).write(advert, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static byte[] endless() {
        byte[] bytes = new byte[5_000];
        Arrays.fill(bytes, (byte) 2);
        bytes[0] = 0;
        bytes[1] = 0;
        bytes[2] = 0;
        bytes[3] = 0;
        bytes[4] = 9;
        return bytes;
    }

    private static String doubling(int levels) {
        String inner = "{\"type\": \"record\", \"name\": \"R0\", \"fields\": []}";
        for (int level = 1; level < levels; level++) {
            inner = "{\"type\": \"record\", \"name\": \"R" + level + "\", \"fields\": [{\"name\": \"a\", \"type\": "
                    + inner + "}, {\"name\": \"b\", \"type\": \"R" + (level - 1) + "\"}]}";
        }
        return inner;
    }

    private static byte[] framed(byte[] frame, byte[] body) {
        byte[] value = Arrays.copyOf(frame, frame.length + body.length);
        System.arraycopy(body, 0, value, frame.length, body.length);
        return value;
    }
}
