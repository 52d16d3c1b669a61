package org.lurewatch.codec.examples;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lurewatch.detection.assess.AdvertLanguage;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.Evidence;
import org.lurewatch.detection.assess.Flip;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.assess.Thresholds;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.links.Footprint;
import org.lurewatch.detection.posting.IntakeNotes;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.schemas.SourceRecord;

/**
 * Postings and a detector whose verdicts a test can foretell.
 * See RATIONALE.md, "Examples of tests are shared by a jar of tests".
 */
public final class ExamplePostings {
    public static final Instant SCRAPED = Instant.parse("2026-11-20T08:00:00Z");
    public static final long KAFKA_TIME = SCRAPED.plusSeconds(60).toEpochMilli();

    public static final Thresholds THRESHOLDS = new Thresholds(0.00067, 0.3, 0.6);

    /** The detector of a bundle that exists nowhere. */
    public static final Detector DETECTOR = detector(new BundleId("test", "00ff"));

    private ExamplePostings() {}

    /** Calls every posting a scam that says "lure", and breaks over one that says "poison". */
    public static Detector detector(BundleId bundle) {
        return posting -> {
            String text = posting.text(PostingField.TITLE).orElse("");
            if (text.contains("poison")) {
                throw new IllegalStateException("quotes the posting: " + text);
            }
            boolean lure = text.contains("lure");
            return new Assessment(
                    posting.identifier(),
                    posting.source(),
                    lure ? 0.97 : 0.01,
                    lure ? Verdict.LIKELY_SCAM : Verdict.NO_SIGN_FOUND,
                    lure ? Optional.of(ScamType.TASK_SCAM) : Optional.empty(),
                    Optional.empty(),
                    lure
                            ? List.of(new Evidence(
                                    "fee_deposit",
                                    "O01",
                                    "FTC",
                                    PostingField.TITLE,
                                    2,
                                    6,
                                    "lure",
                                    "lures",
                                    "en",
                                    1,
                                    2.5,
                                    true))
                            : List.of(),
                    lure ? Optional.of(new Flip(Verdict.UNSURE, 3)) : Optional.empty(),
                    List.of("Who pays?"),
                    bundle,
                    PolicyChoice.DEFAULT,
                    THRESHOLDS,
                    AdvertLanguage.UNKNOWN,
                    Footprint.NONE,
                    IntakeNotes.NONE);
        };
    }

    public static JobPosting posting(String identifier, String title) {
        return new JobPosting(
                identifier, "board", Map.of(PostingField.TITLE, title), Instant.parse("2026-11-19T00:00:00Z"), SCRAPED);
    }

    public static String json(String identifier, String title) {
        return "{\"identifier\": \"" + identifier + "\", \"source\": \"board\", \"title\": \"" + title
                + "\", \"datePosted\": \"2026-11-19\", \"scrapedAt\": \"2026-11-20T08:00:00Z\"}";
    }

    public static SourceRecord record(long offset, byte[] value) {
        return new SourceRecord(
                "postings",
                1,
                offset,
                KAFKA_TIME,
                ByteBuffer.wrap(("board/" + offset).getBytes(StandardCharsets.UTF_8)),
                value == null ? null : ByteBuffer.wrap(value),
                null,
                false);
    }

    public static SourceRecord record(long offset, String value) {
        return record(offset, value.getBytes(StandardCharsets.UTF_8));
    }
}
