package org.lurewatch.intake.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.UnusablePostingException;

class RecordStreamTest {
    private static final String A = "{\"@type\":\"JobPosting\",\"identifier\":\"a\",\"title\":\"t [{\\\"\"}";
    private static final String B = "{\"@type\":\"JobPosting\",\"identifier\":\"b\",\"title\":\"u\"}";

    private final JsonPostingReader reader = new JsonPostingReader(PostingLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                A + "\n" + B,
                A + "\r\n\r\n" + B + "\r\n",
                "\uFEFF" + A + "\n" + B + "\n",
                "[" + A + "," + B + "]",
                "[\n" + A + ",\n" + B + "\n]\n",
                "[" + A + ",\n" + B + "]",
                "[" + A + "]\n[" + B + "]",
                "{\"@context\":\"https://schema.org\",\"@graph\":[" + A + "," + B + "]}",
                "{\n  \"@context\": \"https://schema.org\",\n  \"@graph\" : [\n" + A + ",\n{\"@type\":\"WebPage\"},\n"
                        + B + "\n]\n}",
                "{\"@graph\":[\n" + A + ",\n" + B + "\n], \"x\": \"}\"}\n",
                "{\n\"@type\":\"JobPosting\",\n\"identifier\":\"a\",\"title\":\"t\"\n}\n{\n\"identifier\":\"b\",\"title\":\"t\"}",
                "{\"@type\":\"JobPosting\",\n\"identifier\":\"a\",\"title\":\"t\"\n}\n" + B
            })
    void cutsEveryFormIntoTheSameTwoPostings(String text) throws IOException {
        assertEquals(List.of("a", "b"), read(utf8(text)));
        assertEquals(List.of("a", "b"), read(gzip(utf8(text))));
    }

    @Test
    void readsOnePostingSpreadOverLines() throws IOException {
        assertEquals(List.of("a"), read(utf8("{\n \"identifier\": \"a\",\n \"title\": \"t\"\n}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"identifier\":\"x\",\"title\":\"cut",
                "{\"identifier\":\"x\",",
                "{\"identifier\":\"x\",\"hiringOrganization\":{\"name\":\"x\"},",
                "{",
                "}",
                "[",
                "[1,2]",
                "[not json",
                "\"",
                "hello",
                "{\"@graph\":[{\"@type\":\"JobPosting\"",
                "{\"identifier\":\"x\",\"title\":\"t\"} trailing"
            })
    void losesNoNeighbourOfABadLine(String bad) throws IOException {
        List<String> between = read(utf8(A + "\n" + bad + "\n" + B + "\n"));
        assertEquals("a", between.get(0));
        assertEquals("b", between.get(between.size() - 1));
        assertTrue(between.size() > 2, between.toString());
        assertTrue(between.subList(1, between.size() - 1).stream().allMatch(s -> s.startsWith("line 2")), "" + between);

        List<String> first = read(utf8(bad + "\n" + A + "\n" + B));
        assertTrue(first.indexOf("a") >= 0 && first.indexOf("b") > first.indexOf("a"), first.toString());
        assertTrue(first.size() > 2, first.toString());
    }

    @Test
    void namesThePlaceOfABadItemInAnArray() throws IOException {
        assertEquals(
                List.of("a", "line 3, item 2: NO_TEXT", "b"),
                read(utf8("[\n" + A + ",\n {\"identifier\":\"t\"},\n" + B + "]")));
        assertEquals(List.of("a", "line 1, item 1: MALFORMED_JSON"), read(utf8("[" + A + ",\n")));
    }

    @Test
    void skipsOneRecordThatIsTooLargeWithoutKeepingIt() throws IOException {
        long size = 200L << 20;
        InputStream huge = new SequenceInputStream(Collections.enumeration(Arrays.asList(
                stream(A + "\n{\"identifier\":\"x\",\"title\":\""),
                new RepeatedByte('x', size),
                stream("\"}\n" + B + "\n"))));
        assertEquals(List.of("a", "line 2: POSTING_TOO_LARGE", "b"), read(huge));

        InputStream hugeItem = new SequenceInputStream(Collections.enumeration(Arrays.asList(
                stream("[" + A + ",{\"identifier\":\"x\",\"title\":\""),
                new RepeatedByte('[', size),
                stream("\"},\n" + B + "]"))));
        assertEquals(List.of("a", "line 1, item 2: POSTING_TOO_LARGE", "b"), read(hugeItem));
    }

    @Test
    void answersAFirstLineBeforeTheInputEnds() throws IOException {
        InputStream waiting = new SequenceInputStream(stream(A + "\n"), new UnreadableStream());
        try (RecordStream records = RecordStream.of(waiting, PostingLimits.DEFAULT)) {
            FileRecord first = records.next().orElseThrow();
            assertEquals("a", reader.read(first).orElseThrow().posting().identifier());
        }
    }

    @Test
    void hasNoRecordInAnEmptyInput() throws IOException {
        assertEquals(List.of(), read(utf8("")));
        assertEquals(List.of(), read(utf8(" \n\n")));
        assertEquals(List.of(), read(utf8("[]")));
    }

    @Test
    void saysThatGzipDataIsCutOff() throws IOException {
        byte[] whole = gzip(utf8((A + "\n").repeat(100)));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        assertEquals(
                "the gzipped data is damaged or cut off",
                assertThrows(IOException.class, () -> read(half)).getMessage());
        byte[] damaged = {0x1F, (byte) 0x8B, 1, 2, 3};
        assertEquals(
                "the gzipped data is damaged or cut off",
                assertThrows(IOException.class, () -> read(damaged)).getMessage());
    }

    private List<String> read(byte[] bytes) throws IOException {
        return read(new ByteArrayInputStream(bytes));
    }

    private List<String> read(InputStream in) throws IOException {
        List<String> read = new ArrayList<>();
        try (RecordStream records = RecordStream.of(in, PostingLimits.DEFAULT)) {
            for (Optional<FileRecord> next = records.next(); next.isPresent(); next = records.next()) {
                FileRecord record = next.get();
                try {
                    reader.read(record)
                            .ifPresent(decoded -> read.add(decoded.posting().identifier()));
                } catch (UnusablePostingException e) {
                    read.add(record.place() + ": " + e.reason());
                }
            }
        }
        return read;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    /** Fails the test that reads it. */
    private static final class UnreadableStream extends InputStream {
        @Override
        public int read() {
            throw new AssertionError("read on before the first record was asked for");
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return read();
        }
    }

    /** A long input that takes no memory. */
    private static final class RepeatedByte extends InputStream {
        private final byte value;
        private long left;

        RepeatedByte(char value, long count) {
            this.value = (byte) value;
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? value : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(target, offset, offset + count, value);
            left -= count;
            return count;
        }
    }
}
