package org.lurewatch.intake.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.posting.PostingLimits;

class JsonFilesTest {
    private static final String PROSE =
            "We mend bicycles in a yard behind the mill. The week has four days, and tools are given.";
    private static final String A = "{\"titulo\":\"A\",\"descricao\":\"" + PROSE + "\"}";
    private static final String B = "{\"titulo\":\"B\",\"descricao\":\"" + PROSE + "\"}";

    /** Every way to wrap two records, with the words for it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "JSON lines # A|B",
                "JSON # [A,B]",
                "JSON lines # [A]|[B]",
                "JSON # A B",
                "JSON, list under vagas # {\"page\":{\"number\":1},\"vagas\":[A,B]}",
                "JSON, list under stellen # {|\"stellen\" : [|A,|B|]|}",
                "JSON, list under result.jobs # {\"result\":{\"total\":2,\"jobs\":[A,B]},\"status\":\"ok\"}",
                "JSON, list under channels[].posts # {\"channels\":[{\"name\":\"x\",\"posts\":[A]},{\"name\":\"y\",\"posts\":[]},{\"posts\":[B]}]}",
                "JSON, list under hits.hits # {\"took\":1,\"hits\":{\"total\":2,\"hits\":[{\"_index\":\"j\",\"_source\":A},{\"_id\":\"2\",\"_source\":B}]}}",
                "JSON, list under data.jobs.edges # {\"data\":{\"jobs\":{\"edges\":[{\"cursor\":\"c\",\"node\":A},{\"node\":B}]}}}",
                "JSON, list under [].jobs # [{\"jobs\":[A]},{\"jobs\":[B]}]",
                "JSON lines, list under jobs # {\"page\":1,\"jobs\":[A]}|{\"page\":2,\"jobs\":[B]}",
                "JSON, list under north and south # {\"north\":[A],\"south\":[B]}",
                "JSON, list under * # {\"-N1\":A,\"-N2\":B,\"-N3\":A}",
                "JSON, list under jobs # callback({\"jobs\":[A,B]});",
                "JSON # var jobs = [|A,|B,|];",
                "JSON # window[\"__jobs__\"] = [A,B];",
                "JSON lines # // from the board|[A, /* the second */ B]",
                "JSON lines # A,|B,",
                "JSON lines # A;|B;"
            })
    void findsTheRecordsWhereverTheyAre(String kind, String layout) throws IOException {
        ReadFile read = ReadFile.of(layout.replace('|', '\n')
                .replaceAll("\\b([AB])\\b(?!\")", "{\"titulo\":\"$1\",\"descricao\":\"" + PROSE + "\"}"));
        assertEquals(List.of("A", "B"), read.all("titulo").subList(0, 2), read.toString());
        assertEquals(kind.strip(), read.kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"ListItem\",\"position\":1,\"item\":@P}]}",
                "{\"@type\":\"DataFeed\",\"dataFeedElement\":[{\"@type\":\"DataFeedItem\",\"item\":@P}]}",
                "{\"@type\":\"WebPage\",\"name\":\"page\",\"mainEntity\":@P}",
                "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},@P]}",
                "{\"json-ld\":[{\"@type\":\"BreadcrumbList\"},@P],\"microdata\":[],\"opengraph\":[]}",
                "[[@P]]"
            })
    void findsTheJobPostingInWhatIsAroundIt(String around) throws IOException {
        ReadFile read = ReadFile.of(around.replace(
                "@P",
                "{\"@type\":[\"https://schema.org/JobPosting/\"],\"title\":\"Mender\",\"description\":\"" + PROSE
                        + "\"}"));
        assertEquals(List.of("Mender"), read.all("title"));
    }

    @Test
    void readsTheMicrodataThatExtractorsWrite() throws IOException {
        ReadFile read =
                ReadFile.of("{\"json-ld\":[],\"microdata\":[{\"type\":\"http://schema.org/JobPosting\",\"properties\":{"
                        + "\"title\":\"Mender\",\"description\":\"" + PROSE + "\"}}]}");
        assertEquals("JobPosting", read.record(0).path("@type").asText());
        assertEquals(List.of("Mender"), read.all("title"));
    }

    @Test
    void doesNotTakeTheListsWithinAPostingForPostings() throws IOException {
        String lever =
                "{\"text\":\"Mender\",\"descriptionPlain\":\"" + PROSE + "\",\"lists\":[{\"text\":\"Do\",\"content\":\""
                        + PROSE + "\"},{\"text\":\"Bring\",\"content\":\"" + PROSE + "\"}]}";
        assertEquals(
                List.of("Mender", "Mender"),
                ReadFile.of("[" + lever + "," + lever + "]").all("text"));
        String smart = "{\"content\":[{\"name\":\"Mender\",\"jobAd\":{\"sections\":{\"a\":{\"title\":\"x\",\"text\":\""
                + PROSE + "\"},\"b\":{\"title\":\"y\",\"text\":\"" + PROSE + "\"},\"c\":{\"title\":\"z\",\"text\":\""
                + PROSE + "\"}}}}]}";
        assertEquals(List.of("Mender"), ReadFile.of(smart).all("name"));
    }

    @Test
    void keepsTheFormOfLabelledExamples() throws IOException {
        ReadFile read = ReadFile.of("{\"posting\":{\"title\":\"Mender\"},\"label\":\"legitimate\"}\n");
        assertEquals("Mender", read.record(0).path("posting").path("title").asText());
        assertEquals(List.of("legitimate"), read.all("label"));
    }

    @Test
    void turnsTablesThatAreWrittenByColumnOrByRow() throws IOException {
        ReadFile byColumn = ReadFile.of("{\"title\":{\"0\":\"A\",\"1\":\"B\"},\"text\":{\"0\":\"x\",\"1\":\"y\"}}");
        assertEquals(List.of("A", "B"), byColumn.all("title"));
        ReadFile byRow = ReadFile.of("{\"columns\":[\"title\",\"text\"],\"data\":[[\"A\",\"x\"],[\"B\",\"y\"]]}");
        assertEquals(List.of("A", "B"), byRow.all("title"));
        assertEquals(
                List.of("x", "y"), ReadFile.of("[[\"A\",\"x\"],[\"B\",\"y\"]]").all("1"));
    }

    /** What is written in place of JSON, between two good lines. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"x\",\"pay\":NaN}",
                "{\"title\":\"x\",\"pay\":-Infinity}",
                "{\"title\":\"x\",}",
                "{\"title\":\"x\",\"tags\":[1,2,],}",
                "{'title': 'x', 'remote': None, 'open': True, 'old': False}",
                "{u'title': u'x'}",
                "{title: \"x\"}",
                "{\"title\":\"x\",\"text\":\"a\ttab and a \u0000\"}",
                "{\"title\":\"x\" /* a comment */}",
                "{\"title\":\"x\",\"_id\":ObjectId(\"5f\"),\"at\":new Date(\"2026-01-02\")}",
                "{\"title\":\"x\",\"text\":\"it\\'s\"}"
            })
    void readsAlmostJson(String line) throws IOException {
        ReadFile read = ReadFile.of(A + "\n" + line + "\n" + B + "\n");
        assertEquals(List.of("", "x", ""), read.all("title"));
        assertEquals(List.of("A", "", "B"), read.all("titulo"));
        assertEquals(List.of("some of it is not strict JSON"), read.notes());
    }

    @Test
    void readsLineBreaksInStrings() throws IOException {
        ReadFile document = ReadFile.of(
                "{\"@type\":\"JobPosting\",\"title\":\"Fitter\",\"description\":\"<p>Pumps.</p>\n   <p>Pipes.\n</p>\"}");
        assertEquals(List.of("<p>Pumps.</p>\n   <p>Pipes.\n</p>"), document.all("description"));
        ReadFile several =
                ReadFile.of("{\"title\":\"x\",\"text\":\"one\ntwo\"}\n{\"title\":\"y\",\"text\":\"three\nfour\"}\n");
        assertEquals(List.of("one\ntwo", "three\nfour"), several.all("text"));
    }

    @Test
    void readsWhatAPagePutsAroundItsJson() throws IOException {
        assertEquals(List.of("A"), ReadFile.of("//<![CDATA[\n" + A + "\n//]]>").all("titulo"));
        assertEquals(List.of("A"), ReadFile.of(")]}'\n" + A).all("titulo"));
        assertEquals(List.of("A", "B"), ReadFile.of(A + "\r" + B + "\r").all("titulo"));
    }

    @Test
    void namesThePlaceOfABadRecordBetweenTwoGoodOnes() throws IOException {
        assertEquals(
                List.of("A", "line 2: MALFORMED_JSON", "B"),
                ReadFile.of(A + "\n{\"titulo\":\"cut\n" + B + "\n").all("titulo"));
        assertEquals(
                List.of("A", "line 3, item 2: MALFORMED_JSON", "B"),
                ReadFile.of("{\"vagas\":[\n" + A + ",\n{\"titulo\"=1},\n" + B + "]}")
                        .all("titulo"));
        assertEquals(
                List.of("A", "line 1, item 1: MALFORMED_JSON"),
                ReadFile.of("{\"vagas\":[" + A + ",").all("titulo"));
    }

    @Test
    void takesTheListThatAPersonNames() throws IOException {
        String text = "{\"short\":[{\"titulo\":\"s\"}],\"result\":{\"long\":[" + A + "]}}";
        assertEquals(List.of("A"), ReadFile.of(text).all("titulo"));
        assertEquals(List.of("s"), ReadFile.of("", utf8(text), under("short")).all("titulo"));
        assertEquals(
                List.of("A"), ReadFile.of("", utf8(text), under("result.long")).all("titulo"));
        UnreadableFileException wrong =
                assertThrows(UnreadableFileException.class, () -> ReadFile.of("", utf8(text), under("jobs")));
        assertEquals(
                "it looks like JSON without a list under jobs[]; lists are under short[], result.long[]",
                wrong.getMessage());
    }

    @Test
    void readsTelegramExports() throws IOException {
        String service =
                "{\"id\":1,\"type\":\"service\",\"date\":\"2026-01-01T08:00:00\",\"actor\":\"x\",\"actor_id\":\"c1\",\"text\":\"\",\"text_entities\":[]}";
        String message =
                "{\"id\":2,\"type\":\"message\",\"date\":\"2026-01-01T09:00:00\",\"from\":\"Yard\",\"from_id\":\"channel1\","
                        + "\"text\":[\"Mender wanted. \",{\"type\":\"bold\",\"text\":\"Four days.\"},\" " + PROSE
                        + "\"],\"text_entities\":[]}";
        ReadFile one = ReadFile.of("{\"name\":\"Yard\",\"type\":\"public_channel\",\"id\":7,\"messages\":[" + service
                + "," + message + "]}");
        assertEquals("Telegram export", one.kind());
        assertEquals(List.of("Mender wanted. Four days. " + PROSE), one.all("description"));
        assertEquals(List.of("2"), one.all("identifier"));
        ReadFile full = ReadFile.of("{\"about\":\"x\",\"chats\":{\"list\":[{\"name\":\"a\",\"messages\":[" + message
                + "]},{\"name\":\"b\",\"messages\":[" + message + "]}]}}");
        // The numbers of two chats would make one posting of two.
        assertEquals(List.of("", ""), full.all("identifier"));
        assertEquals(List.of("Yard", "Yard"), full.all("postedBy"));
    }

    @Test
    void answersAFirstLineBeforeTheInputEnds() throws IOException {
        InputStream waiting = new SequenceInputStream(new ByteArrayInputStream(utf8(A + "\n")), new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read on before the first record was asked for");
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return read();
            }
        });
        try (SourceFile file = SourceFile.of("", waiting, FileOptions.NONE, PostingLimits.DEFAULT)) {
            assertTrue(file.next().orElseThrow() instanceof ForeignRecord);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static FileOptions under(String path) {
        return new FileOptions(Optional.empty(), Optional.of(path), TextSplit.AUTO, Optional.empty());
    }

    @Test
    void aBrokenFirstLineLeavesThoseBelowItReadable() throws IOException {
        String good = "{\"titulo\":\"%s\",\"descricao\":\"" + PROSE + "\"}\n";
        ReadFile read =
                ReadFile.of("{\n" + good.formatted("A") + "{\"titulo\":\n" + good.formatted("B") + good.formatted("C"));
        assertEquals("JSON lines", read.kind());
        assertEquals(List.of("line 1: MALFORMED_JSON", "A", "line 3: MALFORMED_JSON", "B", "C"), read.all("titulo"));
    }

    @Test
    void keepsWhatNamesARecordBesideItsWrapper() throws IOException {
        String api = "{\"type\":\"jobs\",\"id\":\"%s\",\"attributes\":{\"title\":\"Mender\",\"body\":\"" + PROSE
                + "\"},\"links\":{\"self\":\"https://example.org/%s\"}}";
        ReadFile read = ReadFile.of("{\"data\":[" + api.formatted("71", "71") + "," + api.formatted("72", "72") + "]}");
        assertEquals(List.of("71", "72"), read.all("id"));
        assertEquals(
                "https://example.org/72",
                read.record(1).path("links").path("self").asText());
        assertEquals(List.of("Mender", "Mender"), read.all("title"));
    }
}
