package org.lurewatch.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterSchemasTest {
    private static final String OTHER_SCRAPER = """
            {"type": "record", "name": "Advert", "namespace": "com.example", "fields": [
              {"name": "identifier", "type": "string"},
              {"name": "title", "type": "string"},
              {"name": "colour", "type": "string"}]}
            """;

    @TempDir
    Path folder;

    @Test
    void everyCurrentSchemaIsKnown() {
        for (Schema schema : List.of(
                JobPosting.getClassSchema(),
                ScamWarning.getClassSchema(),
                RejectedPosting.getClassSchema(),
                Campaign.getClassSchema(),
                Review.getClassSchema(),
                Trend.getClassSchema(),
                ControlCommand.getClassSchema(),
                ControlStatus.getClassSchema(),
                ShadowScore.getClassSchema())) {
            assertNotNull(WriterSchemas.known().findByFingerprint(SchemaNormalization.parsingFingerprint64(schema)));
        }
        assertNull(WriterSchemas.known().findByFingerprint(0));
    }

    @Test
    void postingsOfAScraperWithItsOwnSchemaAreRead() throws IOException {
        Files.writeString(folder.resolve("advert.avsc"), OTHER_SCRAPER);
        Files.writeString(folder.resolve("README.md"), "not a schema");
        Schema schema = SchemaParser.parseSingle(OTHER_SCRAPER);
        GenericRecord advert = new GenericRecordBuilder(schema)
                .set("identifier", "9")
                .set("title", "Packer")
                .set("colour", "red")
                .build();
        ByteBuffer buffer = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema).encode(advert);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);

        SingleObjectEncoding<JobPosting> encoding =
                SingleObjectEncoding.of(JobPosting.class, WriterSchemas.known().withPostingSchemasOf(folder));

        assertEquals(
                JobPosting.newBuilder().setIdentifier("9").setTitle("Packer").build(), encoding.decode(bytes));
    }

    @Test
    void everyUnusableFileIsNamedAtOnce() throws IOException {
        Files.writeString(folder.resolve("a.avsc"), OTHER_SCRAPER);
        Files.writeString(folder.resolve("b.avsc"), "{\"type\": ");
        Files.writeString(
                folder.resolve("c.avsc"),
                "{\"type\": \"record\", \"name\": \"C\", \"fields\": [{\"name\": \"title\", \"type\": \"string\"}]}");
        Files.writeString(
                folder.resolve("d.avsc"),
                "{\"type\": \"record\", \"name\": \"D\", \"fields\": [{\"name\": \"identifier\", \"type\": \"string\"},"
                        + " {\"name\": \"inside\", \"type\": [\"null\", \"D\"]}]}");
        Files.writeString(
                folder.resolve("e.avsc"),
                "{\"type\": \"record\", \"name\": \"E\", \"fields\": [{\"name\": \"identifier\", \"type\": \"string\"},"
                        + " {\"name\": \"nothings\", \"type\": {\"type\": \"array\", \"items\": \"null\"}}]}");

        SchemaFolderException thrown = assertThrows(
                SchemaFolderException.class, () -> WriterSchemas.known().withPostingSchemasOf(folder));

        assertEquals(4, thrown.problems().size(), thrown.getMessage());
        assertTrue(thrown.problems().get(0).contains("b.avsc: not a readable Avro schema"), thrown.getMessage());
        assertTrue(thrown.problems().get(1).contains("c.avsc: postings written with it"), thrown.getMessage());
        assertTrue(thrown.problems().get(1).contains("identifier"), thrown.getMessage());
        assertTrue(thrown.problems().get(2).contains("d.avsc: a schema that contains itself"), thrown.getMessage());
        assertTrue(thrown.problems().get(3).contains("e.avsc: a collection of values"), thrown.getMessage());
    }

    @Test
    void aMissingFolderIsNamed() {
        SchemaFolderException thrown = assertThrows(SchemaFolderException.class, () -> WriterSchemas.known()
                .withPostingSchemasOf(folder.resolve("missing")));

        assertTrue(thrown.getMessage().contains("missing: not a readable folder"), thrown.getMessage());
    }
}
