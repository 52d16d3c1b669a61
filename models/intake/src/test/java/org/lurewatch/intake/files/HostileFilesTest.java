package org.lurewatch.intake.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.posting.PostingLimits;

class HostileFilesTest {
    private static final long LONG = 20L << 20;

    @Test
    void skipsOneRecordThatIsTooLarge() throws IOException {
        assertEquals(
                List.of("A", "line 2: POSTING_TOO_LARGE", "B"),
                read("{\"title\":\"A\"}\n{\"title\":\"", "\"}\n{\"title\":\"B\"}\n")
                        .all("title"));
        assertEquals(
                List.of("A", "line 3, item 2: POSTING_TOO_LARGE", "B"),
                read("{\"jobs\":[\n{\"title\":\"A\"},\n{\"title\":\"", "\"},\n{\"title\":\"B\"}\n]}")
                        .all("title"));
        assertEquals(
                List.of("A", "line 3: POSTING_TOO_LARGE", "B"),
                read("title,text\nA,x\nC,", "\nB,y\n").all("title"));
        assertEquals(
                List.of("one", "line 2: POSTING_TOO_LARGE", "two"),
                read("1.2.24, 10:11 - A: one\n1.2.24, 10:12 - A: ", "\n1.2.24, 10:13 - A: two\n")
                        .all("description"));
        assertEquals(
                List.of("A", "item 2, line 2: POSTING_TOO_LARGE", "B"),
                read(
                                "<jobs><job><title>A</title><x>1</x></job>\n<job><title>",
                                "</title><x>1</x></job><job><title>B</title><x>1</x></job></jobs>")
                        .all("title"));
    }

    @Test
    void neverReadsTheEntitiesOfADocumentType() throws IOException {
        String laughs =
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
                        + "<jobs><job><title>A</title><text>&b;&f;</text></job></jobs>";
        ReadFile read = ReadFile.of(laughs);
        assertEquals(List.of("A"), read.all("title"));
        assertEquals("&b;&f;", read.record(0).path("text").asText());
    }

    @Test
    void goesNotDownIntoADeepDocument() throws IOException {
        ReadFile brackets = ReadFile.of("{\"title\":\"A\"}\n" + "[".repeat(1_000_000) + "\n{\"title\":\"B\"}\n");
        assertEquals("A", brackets.all("title").get(0));
        assertEquals("B", brackets.all("title").get(brackets.size() - 1));
        assertEquals("line 1", ReadFile.of("{\"a\":".repeat(300_000)).places().get(0));
        String elements =
                "<jobs><job><title>A</title><x>" + "<y>".repeat(100_000) + "</y>".repeat(100_000) + "</x></job></jobs>";
        assertFalse(ReadFile.of(elements).entries().isEmpty());
    }

    @Test
    void losesNothingBehindXmlThatIsDamagedButWhatCannotBeRead() throws IOException {
        ReadFile read =
                ReadFile.of("<jobs><job><title>A</title><text>x</text></job><job><title>B</wrong></job></jobs>");
        assertEquals("A", read.all("title").get(0));
        assertEquals("line 1: UNKNOWN_FORMAT", read.all("title").get(1));
        assertEquals(2, read.size());
    }

    @Test
    void readsQuotesWithoutEndInAboutTheTimeThatTheirBytesTake() throws IOException {
        ReadFile read = ReadFile.of("x.csv", "title,text\n" + "\"A,x\n".repeat(20_000));
        assertEquals("line 2: UNKNOWN_FORMAT", read.all("title").get(0));
    }

    /** A file of this beginning and this end, with 20 million letters between. */
    private static ReadFile read(String beginning, String end) throws IOException {
        byte[] letters = new byte[1 << 20];
        Arrays.fill(letters, (byte) 'x');
        InputStream many = new InputStream() {
            private long left = LONG;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int count = (int) Math.min(Math.min(left, length), letters.length);
                System.arraycopy(letters, 0, target, offset, count);
                left -= count;
                return count;
            }
        };
        return ReadFile.of(
                "",
                new SequenceInputStream(Collections.enumeration(List.of(
                        new ByteArrayInputStream(beginning.getBytes(StandardCharsets.UTF_8)),
                        many,
                        new ByteArrayInputStream(end.getBytes(StandardCharsets.UTF_8))))),
                FileOptions.NONE,
                PostingLimits.DEFAULT);
    }
}
