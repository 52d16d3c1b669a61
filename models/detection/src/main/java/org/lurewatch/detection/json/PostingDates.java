package org.lurewatch.detection.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Times as scrapers write them. */
final class PostingDates {
    /** Numbers from here on are milliseconds since 1970; below it they are seconds. */
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    private PostingDates() {}

    /**
     * ISO 8601 with or without time and zone (UTC is assumed), or a number since 1970; null where it is anything else
     * ("3 days ago"), for an unreadable date is an unknown one.
     */
    static Instant of(String fieldName, JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            long number = value.longValue();
            return Math.abs(number) < FIRST_MILLISECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        }
        String text = JsonText.of(fieldName, value).strip().replace(' ', 'T');
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : instant(
                            DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant instant(TemporalAccessor time) {
        return time instanceof OffsetDateTime withZone
                ? withZone.toInstant()
                : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    }
}
