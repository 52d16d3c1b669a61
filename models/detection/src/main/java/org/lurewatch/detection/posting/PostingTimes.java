package org.lurewatch.detection.posting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Times as scrapers write them. */
public final class PostingTimes {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private PostingTimes() {}

    /**
     * ISO 8601 with or without time and zone (UTC is assumed); nothing where it is anything else ("3 days ago"), for an
     * unreadable date is an unknown one.
     */
    public static Optional<Instant> parse(String text) {
        String iso = text.strip().replace(' ', 'T');
        try {
            return Optional.of(
                    iso.indexOf('T') < 0
                            ? LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : instant(DateTimeFormatter.ISO_DATE_TIME.parseBest(
                                    iso, OffsetDateTime::from, LocalDateTime::from)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The time itself, or null where it is not in the years 1 to 9999: beyond them milliseconds overflow. */
    static Instant plausible(Instant time) {
        return time == null || time.isBefore(FIRST) || time.isAfter(LAST) ? null : time;
    }

    private static Instant instant(TemporalAccessor time) {
        return time instanceof OffsetDateTime withZone
                ? withZone.toInstant()
                : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    }
}
