package org.lurewatch.intake.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

class JsonInputPropertiesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonPostingReader reader = new JsonPostingReader(new PostingLimits(100_000, 10_000));

    @Property
    void anyTitleIsReadAsItWasWritten(@ForAll("texts") String title) throws JsonProcessingException {
        String json = MAPPER.writeValueAsString(Map.of("identifier", "1", "description", "d", "title", title));
        String expected =
                title.isBlank() || Placeholders.contain(title) ? null : JsonText.withoutSingleSurrogates(title);
        assertEquals(expected, reader.read(json).posting().texts().get(PostingField.TITLE));
    }

    @Property
    void everyFormOfAFileHoldsTheSameTitles(@ForAll("titles") List<String> titles) throws IOException {
        List<Map<String, String>> postings =
                titles.stream().map(JsonInputPropertiesTest::posting).toList();
        List<String> jsonLines = new ArrayList<>();
        for (Map<String, String> posting : postings) {
            jsonLines.add(MAPPER.writeValueAsString(posting));
        }
        Object graph = Map.of("@graph", postings);
        assertEquals(titles, titlesIn(String.join("\n", jsonLines)));
        assertEquals(titles, titlesIn(MAPPER.writeValueAsString(postings)));
        assertEquals(titles, titlesIn(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(postings)));
        assertEquals(titles, titlesIn(MAPPER.writeValueAsString(graph)));
        assertEquals(titles, titlesIn(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(graph)));
    }

    @Property
    void anyBytesGiveAPostingOrAReason(@ForAll byte[] bytes) throws IOException {
        Assume.that(bytes.length < 2 || bytes[0] != 0x1F || bytes[1] != (byte) 0x8B);
        readAll(bytes);
    }

    @Property
    void anyJsonLikeTextGivesPostingsOrReasons(@ForAll("jsonLike") String text) throws IOException {
        readAll(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void anyValueOfAnyFieldGivesAPostingOrAReason(@ForAll("names") String name, @ForAll("values") String value)
            throws IOException {
        readAll(("{\"identifier\":1,\"title\":\"t\",\"" + name + "\":" + value + "}").getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void noLineSpoilsTheNext(@ForAll("jsonLike") String bad) throws IOException {
        String good = MAPPER.writeValueAsString(posting("good"));
        List<String> read = titlesIn(good + "\n" + bad.replace('\n', ' ') + "\n" + good);
        assertEquals("good", read.get(0));
        assertEquals("good", read.get(read.size() - 1));
        assertEquals(2, read.stream().filter("good"::equals).count());
    }

    @Property
    void aRecordCutAnywhereIsRefused(@ForAll("texts") String title, @ForAll double place)
            throws JsonProcessingException {
        String whole = MAPPER.writeValueAsString(posting(title));
        int length = (int) (Math.abs(place % 1) * (whole.length() - 1));
        RejectReason reason = reasonOf(whole.substring(0, length));
        assertEquals(length == 0 ? RejectReason.EMPTY_RECORD : RejectReason.MALFORMED_JSON, reason);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMaxLength(60);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                "identifier",
                "source",
                "title",
                "baseSalary",
                "hiringOrganization",
                "jobLocation",
                "applicationContact",
                "datePosted",
                "scrapedAt",
                "@type",
                "@graph",
                "other");
    }

    /** Numbers and texts of all sizes, in objects and lists as schema.org nests them. */
    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> longs = Arbitraries.longs().map(String::valueOf);
        Arbitrary<String> doubles = Arbitraries.integers().flatMap(exponent -> Arbitraries.doubles()
                .map(number -> number.toString().replaceAll("E.*", "") + "e" + exponent));
        Arbitrary<String> words = Arbitraries.of("null", "true", "\"\"", "\"NaN\"", "\"\\ud800\"", "\"5 to 6 USD\"");
        Arbitrary<String> leaves = Arbitraries.oneOf(List.of(longs, doubles, words));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.of(
                                "[%s]",
                                "[%s,1]",
                                "{\"value\":%s}",
                                "{\"minValue\":%s,\"maxValue\":%1$s}",
                                "{\"price\":%s,\"currency\":2}",
                                "{\"address\":%s}",
                                "{\"name\":%s}",
                                "{\"@type\":%s}",
                                "{\"a\":%s}")
                        .flatMap(form ->
                                inner.map(value -> form.replace("%1$s", value).replace("%s", value))),
                0,
                4);
    }

    @Provide
    Arbitrary<List<String>> titles() {
        return Arbitraries.strings()
                .withChars("ab{}[]\",:\\\n\t @graph漢😀")
                .ofMaxLength(20)
                .map(text -> "t" + JsonText.withoutSingleSurrogates(text))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> jsonLike() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        "\"",
                        ",",
                        ":",
                        "\\",
                        "1",
                        "null",
                        " ",
                        "\n",
                        "é",
                        "x",
                        "\"@graph\":[",
                        "\"title\":",
                        "\"identifier\":1",
                        "\"jobLocation\":",
                        "\"baseSalary\":",
                        "\"@type\":\"JobPosting\"")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    private static Map<String, String> posting(String title) {
        return Map.of("@type", "JobPosting", "identifier", "1", "description", "d", "title", title);
    }

    private List<String> titlesIn(String text) throws IOException {
        return readAll(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> readAll(byte[] bytes) throws IOException {
        List<String> read = new ArrayList<>();
        try (RecordStream records =
                RecordStream.of(new ByteArrayInputStream(bytes), new PostingLimits(100_000, 10_000))) {
            for (Optional<FileRecord> next = records.next(); next.isPresent(); next = records.next()) {
                try {
                    reader.read(next.get())
                            .ifPresent(decoded ->
                                    read.add(decoded.posting().texts().get(PostingField.TITLE)));
                } catch (UnusablePostingException e) {
                    read.add(e.reason().name());
                }
            }
        }
        return read;
    }

    private RejectReason reasonOf(String json) {
        try {
            JsonNode unexpected = MAPPER.valueToTree(reader.read(json).posting().identifier());
            throw new AssertionError("read " + unexpected);
        } catch (UnusablePostingException e) {
            return e.reason();
        }
    }
}
