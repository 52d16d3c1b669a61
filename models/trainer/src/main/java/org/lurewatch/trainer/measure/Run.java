package org.lurewatch.trainer.measure;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.lurewatch.detection.assess.BundleId;

/**
 * When and by what postings were judged, without which figures cannot be told from older ones. A bundle does not say when
 * it was trained, because the same data give the same bytes on any day; its version and digest name it.
 *
 * @param at when
 * @param bundle none where detectors were trained for this run
 */
public record Run(Instant at, Optional<BundleId> bundle) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int DIGITS = 12;

    /** One sentence. */
    public String words() {
        return "Run on " + MINUTE.format(at) + " UTC, "
                + bundle.map(id -> "by bundle " + id.version() + " with the digest " + start(id.digest()))
                        .orElse("by detectors that were trained for this run")
                + ".";
    }

    private static String start(String digest) {
        return digest.substring(0, Math.min(DIGITS, digest.length()));
    }
}
