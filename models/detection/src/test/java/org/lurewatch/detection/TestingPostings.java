package org.lurewatch.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/** Postings of JSON lines whose fields are as clean as those of the written examples. What others send is read by intake. */
public final class TestingPostings {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path WRITTEN = Path.of("..", "trainer", "written");

    private TestingPostings() {}

    /**
     * A posting and what was said of it.
     *
     * @param label as the file spells it, or the empty string
     * @param set what it is set aside for, or the empty string
     */
    public record Labelled(JobPosting posting, String label, String set) {
        /** Whether it was written as a lure. */
        public boolean isScam() {
            return label.equals("scam");
        }

        /** Whether it was written as an honest advert. */
        public boolean isLegitimate() {
            return label.equals("legitimate");
        }
    }

    /** The examples that were written for this project in one language. */
    public static List<Labelled> written(String language) throws IOException {
        return read(WRITTEN.resolve(language + ".jsonl"));
    }

    /** Those in all languages. */
    public static List<Labelled> written() throws IOException {
        try (var files = Files.list(WRITTEN)) {
            return files.sorted()
                    .flatMap(file -> {
                        try {
                            return read(file).stream();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    /** The postings of a file, labelled or plain, gzipped or not. */
    public static List<Labelled> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in);
        }
    }

    /** The postings of JSON lines. */
    public static List<Labelled> read(InputStream in) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(TestingPostings::labelled)
                    .toList();
        }
    }

    private static Labelled labelled(String line) {
        try {
            JsonNode root = MAPPER.readTree(line);
            JsonNode posting = root.has("posting") ? root.get("posting") : root;
            return new Labelled(
                    posting(posting),
                    root.path("label").asText(""),
                    root.path("set").asText(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JobPosting posting(JsonNode posting) {
        Map<PostingField, String> texts = new EnumMap<>(PostingField.class);
        for (PostingField field : PostingField.values()) {
            JsonNode value = posting.at("/" + field.wireName().replace('.', '/'));
            if (value.isTextual()) {
                texts.put(field, value.textValue());
            }
        }
        return new JobPosting(
                posting.path("identifier").asText(), posting.path("source").asText(""), texts, null, null);
    }
}
