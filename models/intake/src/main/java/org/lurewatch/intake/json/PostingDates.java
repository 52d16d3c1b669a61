package org.lurewatch.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.lurewatch.detection.posting.PostingTimes;

/** Times as scrapers write them. */
final class PostingDates {
    /** Numbers from here on are milliseconds since 1970; smaller ones are seconds. */
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    private PostingDates() {}

    /**
     * Reads ISO 8601 with or without time and zone (UTC is assumed), or a number since 1970; null for anything else
     * ("3 days ago"), because an unreadable date is an unknown one.
     */
    static Instant of(String fieldName, JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            long number = value.longValue();
            // Not by its absolute value, because the smallest long has none.
            boolean seconds = number > -FIRST_MILLISECONDS && number < FIRST_MILLISECONDS;
            return seconds ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        }
        return PostingTimes.parse(JsonText.of(fieldName, value)).orElse(null);
    }
}
