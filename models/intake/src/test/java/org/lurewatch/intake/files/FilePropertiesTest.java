package org.lurewatch.intake.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FilePropertiesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Property(tries = 300)
    void csvGivesBackWhatWasWritten(@ForAll("texts") List<String> texts, @ForAll("separators") char separator)
            throws IOException {
        StringBuilder csv = new StringBuilder("\"title\"" + separator + "\"text\"\n");
        for (String text : texts) {
            csv.append("Mender")
                    .append(separator)
                    .append('"')
                    .append(text.replace("\"", "\"\""))
                    .append("\"\n");
        }
        ReadFile read = ReadFile.of(
                "",
                csv.toString().getBytes(StandardCharsets.UTF_8),
                as(separator == '\t' ? FileKind.TSV : FileKind.CSV));
        assertEquals(texts, read.all("text"));
    }

    @Property(tries = 300)
    void jsonGivesBackWhatWasWrittenWhereverItLies(@ForAll("texts") List<String> texts) throws IOException {
        List<Map<String, String>> jobs = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        for (String text : texts) {
            jobs.add(Map.of("text", text));
            lines.append(MAPPER.writeValueAsString(Map.of("text", text))).append('\n');
        }
        assertEquals(texts, ReadFile.of(lines.toString()).all("text"));
        assertEquals(texts, ReadFile.of(MAPPER.writeValueAsString(jobs)).all("text"));
        Map<String, Object> deep = Map.of("page", 1, "result", Map.of("jobs", jobs));
        assertEquals(texts, ReadFile.of(MAPPER.writeValueAsString(deep)).all("text"));
        assertEquals(
                texts,
                ReadFile.of(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(deep))
                        .all("text"));
    }

    @Property(tries = 300)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes, @ForAll("kinds") Optional<FileKind> kind) throws IOException {
        readOrRefused(bytes, kind);
    }

    @Property(tries = 600)
    void anyTextIsReadOrRefused(@ForAll("pieces") String text, @ForAll("kinds") Optional<FileKind> kind)
            throws IOException {
        readOrRefused(text.getBytes(StandardCharsets.UTF_8), kind);
    }

    @Property(tries = 300)
    void noLineSpoilsTheNext(@ForAll("pieces") String bad) throws JsonProcessingException, IOException {
        String good = "{\"title\":\"good\",\"text\":\"We mend bicycles in a yard behind the mill.\"}\n";
        ReadFile read = ReadFile.of(good.repeat(3) + bad.replace('\n', ' ').replace('\r', ' ') + "\n" + good.repeat(3));
        assertEquals(6, read.all("title").stream().filter("good"::equals).count(), () -> bad);
    }

    private static void readOrRefused(byte[] bytes, Optional<FileKind> kind) throws IOException {
        try {
            ReadFile read =
                    ReadFile.of("", bytes, new FileOptions(kind, Optional.empty(), TextSplit.AUTO, Optional.empty()));
            assertFalse(read.kind().isEmpty());
        } catch (UnreadableFileException e) {
            assertFalse(e.getMessage().isEmpty());
        } catch (IOException e) {
            assertTrue(e.getMessage().contains("damaged"), e::toString);
        }
    }

    private static FileOptions as(FileKind kind) {
        return new FileOptions(Optional.of(kind), Optional.empty(), TextSplit.AUTO, Optional.empty());
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .withChars("ab;,|\t\":{}[]\\ é漢\n")
                .ofMaxLength(30)
                .map(text -> "We mend bicycles, four days a week " + text + ".")
                .list()
                .ofMinSize(2)
                .ofMaxSize(6)
                .uniqueElements();
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t', '|');
    }

    @Provide
    Arbitrary<Optional<FileKind>> kinds() {
        return Arbitraries.of(FileKind.values()).optional(0.6);
    }

    /** Pieces of all formats, in any order. */
    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        "\"",
                        "'",
                        ",",
                        ":",
                        ";",
                        "\n",
                        "\r\n",
                        " ",
                        "\t",
                        "|",
                        "\\",
                        "/*",
                        "//",
                        "<",
                        ">",
                        "&",
                        "é",
                        "1",
                        "x",
                        "null",
                        "None",
                        "ObjectId(",
                        ")",
                        "\"title\":",
                        "\"jobs\":[",
                        "<job>",
                        "</job>",
                        "<title>",
                        "</title>",
                        "<?xml version=\"1.0\"?>",
                        "<![CDATA[",
                        "]]>",
                        "<!DOCTYPE html>",
                        "<script type=\"application/ld+json\">",
                        "From a@b.example 2026\n",
                        "Subject: x\n",
                        "From: a@b.example\n",
                        "\n\n",
                        "12/03/24, 10:11 - Ana: x\n",
                        "sep=;\n",
                        "title,text\n",
                        "WARC/1.0\r\n",
                        "callback(")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }
}
