package org.lurewatch.lab.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.lab.Installation;

class BenchPostingsTest {
    private static final Path WRITTEN = new Installation(Path.of("../..")).writtenExamples();
    private final BenchPostings postings = new BenchPostings(WRITTEN, 3_000, BenchPostings.LURE_EVERY, 1);

    @Test
    void theSameSeedAndNumberGiveTheSameBytes() {
        BenchPostings again = new BenchPostings(WRITTEN, 3_000, BenchPostings.LURE_EVERY, 1);
        BenchPostings others = new BenchPostings(WRITTEN, 3_000, BenchPostings.LURE_EVERY, 2);

        assertArrayEquals(postings.bytes(123), again.bytes(123));
        assertNotEquals(description(postings, 123), description(others, 123));
    }

    @Test
    void honestPostingsHaveTheirLengthAndEveryFiftiethRepeatsAnEarlierOneElsewhere() {
        assertEquals(3_000, description(postings, 7).length(), 1);
        assertNotEquals(description(postings, 7), description(postings, 8));
        assertEquals(description(postings, 126), description(postings, 151));
        assertFalse(
                postings.posting(126).identifier().equals(postings.posting(151).identifier()));
    }

    @Test
    void oneInAHundredIsALureWithTheHandleOfItsCampaign() {
        assertEquals(
                10,
                LongStream.range(0, 1_000)
                        .filter(number -> description(postings, number).contains("@bench_recruiter_"))
                        .count());
        assertTrue(postings.isLure(300));
    }

    private static String description(BenchPostings postings, long number) {
        return postings.posting(number).text(PostingField.DESCRIPTION).orElseThrow();
    }
}
