package org.lurewatch.trainer.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

class LostFieldsTest {
    @Test
    void theDescriptionIsNeverLostAndOtherFieldsAreLostAsOftenAsAskedFor() {
        List<JobPosting> postings =
                IntStream.range(0, 400).mapToObj(i -> posting("posting-" + i)).toList();
        List<JobPosting> left = postings.stream()
                .map(posting -> new LostFields(0.5).leftOf(posting).orElse(posting))
                .toList();
        assertTrue(left.stream().allMatch(posting -> posting.texts().containsKey(PostingField.DESCRIPTION)));
        long titles = left.stream()
                .filter(posting -> posting.texts().containsKey(PostingField.TITLE))
                .count();
        assertEquals(200, titles, 40);
    }

    @Test
    void theSamePostingLosesTheSameFields() {
        LostFields lostFields = new LostFields(0.5);
        assertEquals(lostFields.leftOf(posting("a")), lostFields.leftOf(posting("a")));
    }

    @Test
    void nothingIsLostAtRateZero() {
        assertEquals(Optional.empty(), new LostFields(0).leftOf(posting("a")));
    }

    private static JobPosting posting(String identifier) {
        return new JobPosting(
                identifier,
                "",
                Map.of(
                        PostingField.TITLE, "Cook",
                        PostingField.DESCRIPTION, "A cook is sought for a canteen.",
                        PostingField.QUALIFICATIONS, "Two years of practice."),
                null,
                null);
    }
}
