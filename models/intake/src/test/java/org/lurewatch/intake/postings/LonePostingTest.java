package org.lurewatch.intake.postings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.files.UnreadableFileException;

class LonePostingTest {
    private static final LonePosting READER = new LonePosting(PostingLimits.DEFAULT);

    private static Optional<PostingRecord> alone(String json) {
        return READER.read("a", json.getBytes(StandardCharsets.UTF_8));
    }

    private static PostingRecord asFile(String json) throws IOException {
        PostingFiles.Listener listener = new PostingFiles.Listener() {
            @Override
            public void onEnd(PostingFile file) {}

            @Override
            public void onUnreadable(String file, UnreadableFileException problem) {
                throw new AssertionError(problem);
            }
        };
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try (PostingFiles files = PostingFiles.of(
                "a", new ByteArrayInputStream(bytes), IntakeOptions.NONE, PostingLimits.DEFAULT, listener)) {
            PostingRecord only = files.next().orElseThrow();
            assertTrue(files.next().isEmpty());
            return only;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"Baker\"}",
                "{\"identifier\":17,\"title\":\"Baker\",\"description\":\"We bake.\",\"source\":\"board\"}",
                "{\"@context\":\"https://schema.org\",\"@type\":\"JobPosting\",\"title\":\"Baker\",\"shift\":\"night\"}",
                "{\"identifier\":{\"name\":\"Shop\",\"value\":\"x-1\"},\"title\":\"Baker\"}",
                "{\"title\":\"Baker\",\"hiringOrganization\":{\"name\":\"Shop\",\"url\":\"https://shop.example\"}}",
                "{\"title\":\"Baker\",\"baseSalary\":{\"currency\":\"EUR\",\"value\":{\"minValue\":12,\"unitText\":\"HOUR\"}}}",
                "{\"title\":\"Baker\",\"employmentType\":[\"FULL_TIME\",\"PART_TIME\"]}",
                "{\"identifier\":\"x\",\"url\":\"https://board.example/jobs/17\",\"title\":\"Baker\"}",
                "{\"title\":\"d\u00c3\u00a9butant boulanger, \u00c3\u00a0 temps plein\",\"description\":\"<p>Nous cuisons.</p>\"}",
                "{\n  \"title\": \"Baker\",\n  \"description\": \"We bake\\nbread.\"\n}\n",
                "{\"title\":\"Baker\",\"description\":null,\"datePosted\":\"2026-11-30\"}"
            })
    void readsWhatAFileWouldGive(String json) throws IOException {
        assertEquals(
                asFile(json).decoded().posting(),
                alone(json).orElseThrow().decoded().posting());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"title\":\"cut",
                "[{\"title\":\"Baker\"}]",
                "{\"title\":\"Baker\"}\n{\"title\":\"Driver\"}",
                "{\"title\":\"Baker\",}",
                "{\"title\":\"Baker\",\"hiringOrganization.name\":\"Shop\"}",
                "{\"job_title\":\"Baker\"}",
                "{\"title\":\"Baker\",\"company\":\"Shop\"}",
                "{\"@type\":\"WebPage\",\"title\":\"Baker\"}",
                "{\"@graph\":[{\"@type\":\"JobPosting\",\"title\":\"Baker\"}],\"title\":\"x\"}",
                "{\"title\":\"Jobs\",\"jobLocation\":[{\"title\":\"Baker\"},{\"title\":\"Driver\"}]}",
                "{\"title\":\"Page\",\"jobLocation\":{\"@type\":\"JobPosting\",\"title\":\"Baker\"}}",
                "{\"title\":{\"0\":\"Baker\",\"1\":\"Driver\"},\"description\":{\"0\":\"a\",\"1\":\"b\"}}",
                "{\"url\":\"https://board.example/jobs/17\",\"title\":\"Baker\"}",
                "title,description\nBaker,We bake.\n"
            })
    void leavesToFilesWhatCouldBeAnythingElse(String json) {
        assertTrue(alone(json).isEmpty());
    }

    @Test
    void whatCannotBeUsedSaysWhy() throws IOException {
        String empty = "{\"identifier\":\"x\",\"title\":\"\"}";
        PostingRecord alone = alone(empty).orElseThrow();
        PostingRecord asFile = asFile(empty);

        assertEquals(reason(asFile), reason(alone));
        assertFalse(reason(alone).isEmpty());
    }

    private static String reason(PostingRecord record) {
        try {
            return record.decoded().toString();
        } catch (UnusablePostingException e) {
            return e.reason() + e.getMessage();
        }
    }
}
