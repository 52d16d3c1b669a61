package org.lurewatch.lab.hostile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.lurewatch.codec.AssessedEncoder;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.RejectEncoder;
import org.lurewatch.desk.screen.RecordScreener;
import org.lurewatch.desk.screen.ScreenedRecord;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.DecodedPosting;
import org.lurewatch.intake.json.FileRecord;
import org.lurewatch.intake.json.RecordStream;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.WriterSchemas;

/**
 * The way of a record through the job, operator by operator, up to the bytes that go out; of a file, its way through
 * {@code screen}. For one thread at a time.
 */
public final class HostilePath {
    /** What Kafka takes by default, less what a record weighs besides. */
    private static final int LARGEST_WARNING = 1_000_000;

    private final Detector detector;
    private final RecordScreener screener;
    private final PostingDecoder decoder = new PostingDecoder(PostingLimits.DEFAULT, WriterSchemas.known());
    private final SingleObjectEncoding<AssessedPosting> assessed =
            SingleObjectEncoding.of(AssessedPosting.class, WriterSchemas.known());
    private final SingleObjectEncoding<ScamWarning> warnings =
            SingleObjectEncoding.of(ScamWarning.class, WriterSchemas.known());
    private final SingleObjectEncoding<RejectedPosting> rejects =
            SingleObjectEncoding.of(RejectedPosting.class, WriterSchemas.known());

    public HostilePath(Detector detector) {
        this.detector = detector;
        this.screener = new RecordScreener(detector);
    }

    /** What becomes of an input; nothing is thrown. */
    @SuppressWarnings("CatchThrowable")
    public HostileOutcome outcome(HostileInput input) {
        try {
            return input.isFile() ? ofFile(input.bytes()) : ofRecord(input);
        } catch (Throwable e) {
            return HostileOutcome.crashed(e);
        }
    }

    private HostileOutcome ofRecord(HostileInput input) throws IOException {
        SourceRecord record =
                new SourceRecord("hostile", 0, input.number(), 0L, null, ByteBuffer.wrap(input.bytes()), null, false);
        DecodedPosting decoded;
        try {
            decoded = decoder.decode(input.bytes());
        } catch (UnusablePostingException e) {
            rejects.encode(RejectEncoder.encode(record, e.reason(), e.getMessage()));
            return HostileOutcome.rejected(e.reason());
        }
        JobPosting posting = decoded.posting();
        Assessment assessment = detector.assess(posting);
        AssessedPosting encoded = AssessedEncoder.encode(record, posting, assessment, Instant.EPOCH, 0);
        assessed.encode(encoded);
        int size = warnings.encode(encoded.getAssessment()).length;
        if (size > LARGEST_WARNING) {
            throw new IllegalStateException("a warning of " + size + " bytes fits into no record");
        }
        return assessment.isWarning() ? HostileOutcome.WARNED : HostileOutcome.CLEARED;
    }

    /** The outcome of the last record that says most: a rejected one, else one that was assessed. */
    private HostileOutcome ofFile(byte[] bytes) {
        HostileOutcome outcome = HostileOutcome.EMPTY_FILE;
        boolean rejected = false;
        int found = 0;
        try (RecordStream records = RecordStream.of(new ByteArrayInputStream(bytes), PostingLimits.DEFAULT)) {
            for (Optional<FileRecord> next = records.next(); next.isPresent(); next = records.next()) {
                found++;
                ScreenedRecord one = screener.screen("hostile.gz", next.get());
                if (one instanceof ScreenedRecord.Rejected reject) {
                    outcome = HostileOutcome.rejected(reject.reason());
                    rejected = true;
                } else if (one instanceof ScreenedRecord.Assessed good && !rejected) {
                    outcome = good.assessment().isWarning() ? HostileOutcome.WARNED : HostileOutcome.CLEARED;
                }
            }
            return outcome.ofRecords(found);
        } catch (IOException e) {
            return HostileOutcome.UNREADABLE_FILE.ofRecords(found);
        }
    }
}
