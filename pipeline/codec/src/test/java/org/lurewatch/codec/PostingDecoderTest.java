package org.lurewatch.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryData;
import org.apache.avro.message.BinaryMessageEncoder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.DecodedPosting;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

class PostingDecoderTest {
    private final PostingDecoder decoder = new PostingDecoder(new PostingLimits(10_000, 2_000), WriterSchemas.known());

    @Test
    void jsonAndAvroOfOnePostingDecodeToTheSame() {
        JobPosting posting = ExamplePostings.posting("1", "Packer");

        assertEquals(
                new DecodedPosting(posting, 0, Set.of()),
                decoder.decode(ExamplePostings.json("1", "Packer").getBytes(UTF_8)));
        assertEquals(new DecodedPosting(posting, 0, Set.of()), decoder.decode(avro(posting)));
    }

    @Test
    void everyKindOfUnusableRecordHasItsReason() {
        byte[] avro = avro(ExamplePostings.posting("1", "Packer"));
        byte[] unknownSchema = avro.clone();
        unknownSchema[2] ^= 1;

        assertReason(RejectReason.EMPTY_RECORD, null);
        assertReason(RejectReason.EMPTY_RECORD, new byte[0]);
        assertReason(RejectReason.EMPTY_RECORD, bytes(" \r\n"));
        assertReason(RejectReason.UNKNOWN_FORMAT, bytes("identifier,title"));
        assertReason(RejectReason.UNKNOWN_FORMAT, new byte[] {0, 0, 0, 7});
        assertReason(RejectReason.UNKNOWN_SCHEMA, new byte[] {0, 0, 0, 0, 7, 1});
        assertReason(RejectReason.MALFORMED_JSON, bytes("{\"identifier\": \"1\", "));
        assertReason(RejectReason.MALFORMED_AVRO, Arrays.copyOf(avro, avro.length - 1));
        assertReason(RejectReason.MALFORMED_AVRO, Arrays.copyOf(avro, 6));
        assertReason(RejectReason.UNKNOWN_SCHEMA, unknownSchema);
        assertReason(RejectReason.MALFORMED_TEXT, new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'});
        assertReason(RejectReason.WRONG_TYPE, bytes("{\"@type\": \"WebSite\", \"title\": \"Packer\"}"));
        assertReason(RejectReason.POSTING_TOO_LARGE, new byte[10_001]);
        assertReason(RejectReason.NO_TEXT, bytes("{\"identifier\": \"1\"}"));
        assertReason(RejectReason.BADLY_DECODED, bytes("{\"identifier\": \"1\", \"title\": \"?????? ???\"}"));
        assertReason(RejectReason.BADLY_DECODED, avro(ExamplePostings.posting("1", "?????? ???")));
    }

    @Test
    void jsonUnderTheNamesOfStrangersIsReadByThem() {
        JobPosting first = decoder.decode(bytes("{\"job_title\": \"Packer\", \"job_desc\": \"You pack tea.\","
                        + " \"company\": \"Mill Ltd\", \"advert_id\": \"d-7\"}"))
                .posting();
        assertEquals(
                Map.of(
                        PostingField.TITLE, "Packer",
                        PostingField.DESCRIPTION, "You pack tea.",
                        PostingField.ORGANIZATION_NAME, "Mill Ltd"),
                first.texts());
        assertEquals("d-7", first.identifier());

        for (String noPosting : List.of(
                "{\"foo\": \"bar\"}",
                "{\"identifier\": \"2\", \"colour\": \"red\"}",
                "{\"day\": \"2026-01-05\", \"rate\": 1.09}",
                "{\"identifier\": \"2\", \"industry\": \"Tea\"}")) {
            assertReason(RejectReason.NO_TEXT, bytes(noPosting));
        }

        JobPosting nested = decoder.decode(
                        bytes("{\"puesto\": {\"titulo\": \"Empaquetador\"}, \"descripcion\": \"Empaquetas té.\"}"))
                .posting();
        assertEquals("Empaquetador", nested.text(PostingField.TITLE).orElseThrow());
        assertEquals("Empaquetas té.", nested.text(PostingField.DESCRIPTION).orElseThrow());
    }

    @Test
    void namesOfSchemaOrgComeBeforeThoseOfStrangers() {
        JobPosting posting = decoder.decode(
                        bytes("{\"title\": \"Packer\", \"job_desc\": \"You pack tea.\", \"industry\": \"Tea\"}"))
                .posting();
        assertEquals(Map.of(PostingField.TITLE, "Packer", PostingField.INDUSTRY, "Tea"), posting.texts());
    }

    @Test
    void whatIsTooLongIsCutAndSaid() {
        JobPosting posting = decoder.decode(avro(ExamplePostings.posting("1", "x".repeat(2_001))))
                .posting();

        assertEquals("x".repeat(2_000), posting.text(PostingField.TITLE).orElseThrow());
        assertEquals(Set.of("title"), posting.notes().truncatedFields());
        assertEquals(
                "identifier",
                decoder.decode(avro(ExamplePostings.posting("1".repeat(1_001), "Packer")))
                        .posting()
                        .notes()
                        .identifierFrom());
    }

    @Test
    void aKeyNamesOnlyAPostingThatNothingElseNames() {
        byte[] nameless = bytes("{\"title\": \"Packer\"}");
        byte[] named = bytes("{\"identifier\": \"1\", \"title\": \"Packer\"}");

        assertEquals(
                "board/d-7",
                decoder.decode(bytes("board/d-7"), nameless, null).posting().key());
        assertEquals(
                "/1", decoder.decode(bytes("board/d-7"), named, null).posting().key());
        assertEquals(
                decoder.decode(nameless),
                decoder.decode(null, nameless, null),
                "a record without a key is like any other");
        assertEquals(decoder.decode(nameless), decoder.decode(new byte[] {(byte) 0xFF, '/', '1'}, nameless, null));
    }

    @Test
    void whatIsAsLongAsTheLimitIsStillRead() {
        DecodedPosting decoded = decoder.decode(avro(ExamplePostings.posting("1".repeat(1_000), "x".repeat(2_000))));

        assertEquals(
                2_000, decoded.posting().text(PostingField.TITLE).orElseThrow().length());
    }

    @Test
    void fieldsOfAScraperThatAreNotKnownAreCounted(@TempDir Path folder) throws IOException {
        String scraper = """
                {"type": "record", "name": "Advert", "namespace": "com.example", "fields": [
                  {"name": "identifier", "type": "string"},
                  {"name": "title", "type": ["null", "string"]},
                  {"name": "colour", "type": "string"},
                  {"name": "hiringOrganization", "type": {"type": "record", "name": "Organization",
                    "namespace": "org.lurewatch.schemas", "fields": [
                      {"name": "name", "type": "string"}, {"name": "size", "type": "int"}]}}]}
                """;
        Files.writeString(folder.resolve("advert.avsc"), scraper);
        Schema schema = SchemaParser.parseSingle(scraper);
        GenericRecord advert = new GenericRecordBuilder(schema)
                .set("identifier", "9")
                .set("title", "Packer")
                .set("colour", "red")
                .set(
                        "hiringOrganization",
                        new GenericRecordBuilder(
                                        schema.getField("hiringOrganization").schema())
                                .set("name", "Example Ltd")
                                .set("size", 7)
                                .build())
                .build();
        ByteBuffer buffer = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema).encode(advert);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);

        DecodedPosting decoded = new PostingDecoder(
                        PostingLimits.DEFAULT, WriterSchemas.known().withPostingSchemasOf(folder))
                .decode(bytes);

        assertEquals(2, decoded.unknownFields());
        assertEquals(
                "Example Ltd",
                decoded.posting().text(PostingField.ORGANIZATION_NAME).orElseThrow());
    }

    @Property(tries = 2_000)
    void whateverTheBytesOnlyAnUnusablePostingExceptionComesOfThem(@ForAll byte[] bytes) {
        decodeOrReject(bytes);
    }

    @Property(tries = 2_000)
    void whateverFollowsASoundHeaderOnlyAnUnusablePostingExceptionComesOfIt(@ForAll byte[] body) {
        byte[] header = Arrays.copyOf(avro(ExamplePostings.posting("1", "Packer")), 10);
        byte[] bytes = Arrays.copyOf(header, header.length + body.length);
        System.arraycopy(body, 0, bytes, header.length, body.length);

        decodeOrReject(bytes);
    }

    @Property(tries = 2_000)
    void damagedJsonGivesAPostingOrAnUnusablePostingException(@ForAll("damaged") byte[] bytes) {
        decodeOrReject(bytes);
    }

    @Property(tries = 2_000)
    void damagedAvroGivesAPostingOrAnUnusablePostingException(
            @ForAll @IntRange(max = 300) int at, @ForAll long number, @ForAll boolean inserted) {
        byte[] sound = avro(ExamplePostings.posting("1", "Packer"));
        int place = Math.min(sound.length - 1, 10 + at);
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        damaged.write(sound, 0, place);
        damaged.writeBytes(varint(number));
        int rest = inserted ? place : place + 1;
        damaged.write(sound, rest, sound.length - rest);

        decodeOrReject(damaged.toByteArray());
    }

    private static byte[] varint(long number) {
        byte[] bytes = new byte[10];
        return Arrays.copyOf(bytes, BinaryData.encodeLong(number, bytes, 0));
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        byte[] sound = ExamplePostings.json("1", "Packer").getBytes(UTF_8);
        return Arbitraries.integers().between(0, sound.length - 1).flatMap(at -> Arbitraries.bytes()
                .map(value -> {
                    byte[] bytes = sound.clone();
                    bytes[at] = value;
                    return bytes;
                }));
    }

    private void decodeOrReject(byte[] bytes) {
        try {
            decoder.decode(bytes);
        } catch (UnusablePostingException e) {
            assertFalse(requireNonNull(e.getMessage()).isBlank());
        }
    }

    private void assertReason(RejectReason expected, byte @Nullable [] value) {
        UnusablePostingException thrown = assertThrows(UnusablePostingException.class, () -> decoder.decode(value));
        assertEquals(expected, thrown.reason(), thrown.getMessage());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] avro(JobPosting posting) {
        return SingleObjectEncoding.of(org.lurewatch.schemas.JobPosting.class, WriterSchemas.known())
                .encode(AvroPostings.toAvro(posting));
    }
}
