package org.lurewatch.job.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lurewatch.schemas.JobPosting;
import org.lurewatch.schemas.ReceivedPosting;
import org.lurewatch.schemas.SourceRecord;

class EventTimeTest {
    @Test
    void aPostingHappenedWhenItWasScraped() {
        assertEquals(1_000, EventTime.of(received(1_000L, 5_000L)));
        assertEquals(1_000, EventTime.of(received(1_000L, null)));
    }

    @Test
    void kafkasTimeStandsWhereScrapingTimeIsUnknownOrInTheFuture() {
        assertEquals(5_000, EventTime.of(received(null, 5_000L)));
        assertEquals(5_000, EventTime.of(received(9_000_000L, 5_000L)));
        assertEquals(0, EventTime.of(received(null, null)));
    }

    private static ReceivedPosting received(Long scrapedAt, Long kafkaTime) {
        JobPosting posting = new JobPosting();
        posting.setIdentifier("1");
        posting.setScrapedAt(scrapedAt == null ? null : Instant.ofEpochMilli(scrapedAt));
        return new ReceivedPosting(new SourceRecord("postings", 0, 0L, kafkaTime, null, null), posting);
    }
}
