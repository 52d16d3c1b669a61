package org.lurewatch.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lurewatch.detection.posting.PostingTimes;

/** Times as scrapers write them. */
public final class PostingDates {
    /** Numbers from here on are milliseconds since 1970; smaller ones are seconds. */
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    /** Smaller numbers are no seconds since 1970 but a year, a date without signs, or none. */
    private static final long FIRST_SECONDS = 100_000_000L;

    private static final List<String> TIME_PROPERTIES =
            List.of("@value", "$date", "$numberLong", "value", "date", "dateTime", "timestamp", "seconds", "_seconds");

    private static final int MOST_LEVELS = 8;
    private static final int LONGEST = 60;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}(\\.\\d{1,9})?");
    private static final Pattern ZONE_WITHOUT_COLON = Pattern.compile("([T ]\\d\\d:\\d\\d\\S*?) ?([+-]\\d\\d)(\\d\\d)");
    private static final Pattern NAMED_ZONE = Pattern.compile("([T ]\\d\\d:\\d\\d\\S*) ?(?:UTC|GMT|Z)");

    private PostingDates() {}

    /**
     * Reads ISO 8601 with or without time and zone (UTC is assumed), a date of a mail, or a number since 1970, also
     * inside an object or a list; nothing for anything else ("3 days ago"), because an unreadable date is an unknown one.
     */
    public static Optional<Instant> of(JsonNode value) {
        return of(value, MOST_LEVELS);
    }

    private static Optional<Instant> of(JsonNode value, int levels) {
        if (levels == 0) {
            return Optional.empty();
        }
        if (value.isArray()) {
            return value.isEmpty() ? Optional.empty() : of(value.get(0), levels - 1);
        }
        if (value.isObject()) {
            return TIME_PROPERTIES.stream()
                    .filter(value::hasNonNull)
                    .findFirst()
                    .flatMap(property -> of(value.get(property), levels - 1));
        }
        return value.isNumber() || value.isTextual() ? ofText(value.asText()) : Optional.empty();
    }

    /** Reads the same from a text. */
    public static Optional<Instant> ofText(String written) {
        String text = written.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (NUMBER.matcher(text).matches()) {
            return ofNumber(text);
        }
        return PostingTimes.parse(text)
                .or(() -> PostingTimes.parse(ZONE_WITHOUT_COLON.matcher(text).replaceFirst("$1$2:$3")))
                .or(() -> PostingTimes.parse(NAMED_ZONE.matcher(text).replaceFirst("$1Z")))
                .or(() -> ofMail(text));
    }

    private static Optional<Instant> ofNumber(String text) {
        BigDecimal exact = new BigDecimal(text);
        if (exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            return Optional.empty();
        }
        long number = exact.longValue();
        // Not by its absolute value, because the smallest long has none.
        if (number > -FIRST_SECONDS && number < FIRST_SECONDS) {
            return ofDigits(text);
        }
        boolean seconds = number > -FIRST_MILLISECONDS && number < FIRST_MILLISECONDS;
        return Optional.of(seconds ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
    }

    /** A date without signs: 20261130. */
    private static Optional<Instant> ofDigits(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> ofMail(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
