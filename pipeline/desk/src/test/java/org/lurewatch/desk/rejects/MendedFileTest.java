package org.lurewatch.desk.rejects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.examples.ExampleRejects;
import org.lurewatch.desk.DeskException;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.schemas.RejectReason;
import org.lurewatch.schemas.WriterSchemas;

class MendedFileTest {
    private static final String GOOD = "{\"identifier\": \"1\", \"description\": \"waiter wanted, 薪水\"}";
    private static final String PLACE = "{\"topic\": \"postings\", \"partition\": 0, \"offset\": 7, ";

    @TempDir
    private Path folder;

    @Test
    void textAndBase64AreRead() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(GOOD.getBytes(UTF_8));
        Map<RejectPlace, byte[]> read = read(
                PLACE + "\"value\": " + quoted(GOOD) + ", \"reason\": \"NO_TEXT\"}",
                "",
                PLACE.replace("7", "8") + "\"value\": null, \"valueBase64\": \"" + base64 + "\"}");

        assertEquals(2, read.size());
        assertArrayEquals(GOOD.getBytes(UTF_8), read.get(new RejectPlace("postings", 0, 7)));
        assertArrayEquals(GOOD.getBytes(UTF_8), read.get(new RejectPlace("postings", 0, 8)));
    }

    @Test
    void aLineOfTheListIsReadBack() throws Exception {
        String line = RejectJson.line(
                new StoredReject(ExampleRejects.reject(7, RejectReason.POSTING_TOO_LARGE, GOOD), 0, 0), false);

        assertArrayEquals(GOOD.getBytes(UTF_8), read(line).get(new RejectPlace("postings", 0, 7)));
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        DeskException failure = assertThrows(
                DeskException.class,
                () -> read(
                        "not json",
                        "{\"value\": \"x\"}",
                        PLACE + "\"value\": \"no posting\"}",
                        PLACE + "\"value\": \"x\", \"valueBase64\": \"eA==\"}",
                        PLACE + "\"valueBase64\": \"?\"}",
                        PLACE + "\"value\": \"\\uD800\"}",
                        PLACE + "\"value\": " + quoted(GOOD) + "}",
                        PLACE + "\"value\": " + quoted(GOOD) + "}"));

        List<String> lines = failure.getMessage().lines().toList();
        assertTrue(lines.get(0).startsWith("nothing was sent"), lines::toString);
        assertEquals(
                List.of(
                        "  line 1: not valid JSON",
                        "  line 2: it needs topic, partition and offset of the record that was rejected",
                        "  line 3: UNKNOWN_FORMAT, the record is not a JSON object",
                        "  line 4: it needs either value, a text, or valueBase64",
                        "  line 5: valueBase64 is not valid Base64",
                        "  line 6: value holds half of a character",
                        "  line 8: postings/0/7 was mended before"),
                lines.subList(1, lines.size()));
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        Path missing = folder.resolve("missing");
        assertThrows(
                DeskException.class,
                () -> MendedFile.read(missing, new PostingDecoder(PostingLimits.DEFAULT, WriterSchemas.known())));
    }

    private Map<RejectPlace, byte[]> read(String... lines) throws Exception {
        return MendedFile.read(
                Files.write(folder.resolve("mended.jsonl"), List.of(lines)),
                new PostingDecoder(PostingLimits.DEFAULT, WriterSchemas.known()));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }
}
