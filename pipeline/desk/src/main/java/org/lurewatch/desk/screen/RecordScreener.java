package org.lurewatch.desk.screen;

import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.Detector;
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
    private final JsonPostingReader reader = new JsonPostingReader(PostingLimits.DEFAULT);

    /** @param detector decides about what can be read */
    public RecordScreener(Detector detector) {
        this.detector = Objects.requireNonNull(detector);
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
            return new ScreenedRecord.Assessed(detector.assess(decoded.posting()));
        } catch (RuntimeException e) {
            return new ScreenedRecord.Rejected(
                    place,
                    RejectReason.DETECTION_FAILED,
                    "scoring failed with " + e.getClass().getSimpleName());
        }
    }
}
