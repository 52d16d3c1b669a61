package org.lurewatch.job.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

class EventTimeTest {
    @Test
    void aPostingHappenedWhenItWasScraped() {
        assertEquals(1_000, EventTime.of(posting(1_000L), 5_000L));
        assertEquals(1_000, EventTime.of(posting(1_000L), null));
    }

    @Test
    void kafkasTimeStandsWhereScrapingTimeIsUnknownOrInTheFuture() {
        assertEquals(5_000, EventTime.of(posting(null), 5_000L));
        assertEquals(5_000, EventTime.of(posting(9_000_000L), 5_000L));
        assertEquals(0, EventTime.of(posting(null), null));
    }

    private static JobPosting posting(Long scrapedAt) {
        return new JobPosting(
                "1",
                "",
                Map.of(PostingField.TITLE, "Packer"),
                null,
                scrapedAt == null ? null : Instant.ofEpochMilli(scrapedAt));
    }
}
