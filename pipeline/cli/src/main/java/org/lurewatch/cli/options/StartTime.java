package org.lurewatch.cli.options;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lurewatch.detection.posting.PostingTimes;

/** A time that a person gives as a moment or as a span before now. */
public final class StartTime {
    /** What it may look like, for a message. */
    public static final String EXPECTED = "a time such as 30m, 12h, 1d, 2026-11-20 or 2026-11-20T08:00:00Z";

    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})(m|h|d)");

    private StartTime() {}

    /** The moment; empty where the text is no such time. */
    public static Optional<Instant> parse(String text, Instant now) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            return PostingTimes.parse(text);
        }
        long amount = Long.parseLong(span.group(1));
        return Optional.of(now.minus(
                switch (span.group(2)) {
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                }));
    }
}
