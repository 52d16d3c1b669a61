package org.lurewatch.desk.screen;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.lists.ListRule;
import org.lurewatch.detection.lists.PostingLists;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.DecodedPosting;
import org.lurewatch.intake.json.FileRecord;
import org.lurewatch.intake.json.JsonPostingReader;
import org.lurewatch.intake.postings.PostingRecord;

/** Assesses records one by one. Safe to share between threads. */
public final class RecordScreener {
    private final Detector detector;
    private final PostingLists lists;
    private final Instant now;
    private final JsonPostingReader reader = new JsonPostingReader(PostingLimits.DEFAULT);

    /** @param detector decides about what can be read */
    public RecordScreener(Detector detector) {
        this(detector, PostingLists.NONE, Instant.EPOCH);
    }

    /**
     * One that applies lists.
     *
     * @param detector decides about what can be read
     * @param now decides which entries of the lists have begun and not ended
     */
    public RecordScreener(Detector detector, PostingLists lists, Instant now) {
        this.detector = Objects.requireNonNull(detector);
        this.lists = Objects.requireNonNull(lists);
        this.now = Objects.requireNonNull(now);
    }

    /**
     * What becomes of a record of a file.
     *
     * @param input names the file where a record is rejected
     */
    public ScreenedRecord screen(String input, FileRecord record) {
        String place = input + ", " + record.place();
        Optional<DecodedPosting> decoded;
        try {
            decoded = reader.read(record);
        } catch (UnusablePostingException e) {
            return new ScreenedRecord.Rejected(place, e.reason(), e.getMessage());
        }
        return decoded.isEmpty() ? new ScreenedRecord.NoPosting() : assess(place, decoded.get());
    }

    /** What becomes of a posting of a file. */
    public ScreenedRecord screen(PostingRecord record) {
        String place = record.file() + ", " + record.place();
        try {
            return assess(place, record.decoded());
        } catch (UnusablePostingException e) {
            return new ScreenedRecord.Rejected(place, e.reason(), e.getMessage());
        }
    }

    /** One posting that breaks scoring must not end the run; an Error, which says that the JVM is unwell, must. */
    private ScreenedRecord assess(String place, DecodedPosting decoded) {
        try {
            JobPosting posting = decoded.posting();
            return new ScreenedRecord.Assessed(ListRule.apply(detector.assess(posting), posting, lists, now));
        } catch (RuntimeException e) {
            return new ScreenedRecord.Rejected(
                    place,
                    RejectReason.DETECTION_FAILED,
                    "scoring failed with " + e.getClass().getSimpleName());
        }
    }
}
