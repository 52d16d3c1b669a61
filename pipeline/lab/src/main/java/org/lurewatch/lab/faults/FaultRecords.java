package org.lurewatch.lab.faults;

import java.util.List;
import java.util.Map;
import org.lurewatch.codec.AvroPostings;
import org.lurewatch.desk.screen.ScreenedRecord;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.lab.examples.MalformedRecords;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/**
 * An endless line of records: the written examples again and again, each time as other postings, with a broken record in
 * between; and what the library says of each.
 */
public final class FaultRecords {
    /** One in so many is broken. */
    static final int BROKEN_EVERY = 50;

    private static final String PREFIX = "fault-";

    private final List<LabelledPosting> examples;
    private final Map<RejectReason, byte[]> broken = MalformedRecords.byReason();
    private final List<RejectReason> reasons = List.copyOf(broken.keySet());
    private final Detector detector;
    private final SingleObjectEncoding<org.lurewatch.schemas.JobPosting> avro =
            SingleObjectEncoding.of(org.lurewatch.schemas.JobPosting.class, WriterSchemas.known());

    public FaultRecords(List<LabelledPosting> examples, Detector detector) {
        this.examples = List.copyOf(examples);
        this.detector = detector;
    }

    /**
     * A record to be sent.
     *
     * @param key on Kafka, in which the number is
     * @param outcome what the library says of it
     */
    record Numbered(String key, byte[] bytes, ScreenedRecord outcome) {}

    /** The record of a number, from 0 on. */
    Numbered get(int number) {
        String identifier = PREFIX + number;
        if (number % BROKEN_EVERY == BROKEN_EVERY - 1) {
            RejectReason reason = reasons.get(number / BROKEN_EVERY % reasons.size());
            return new Numbered(
                    identifier, broken.get(reason), new ScreenedRecord.Rejected(identifier, reason, reason.name()));
        }
        JobPosting example = examples.get(number % examples.size()).posting();
        JobPosting posting = new JobPosting(
                identifier, example.source(), example.texts(), example.datePosted(), example.scrapedAt());
        Assessment assessment = detector.assess(posting);
        return new Numbered(
                identifier, avro.encode(AvroPostings.toAvro(posting)), new ScreenedRecord.Assessed(assessment));
    }

    /** The number of the posting with an identifier of {@link #get}. */
    static int number(String identifier) {
        return Integer.parseInt(identifier.substring(PREFIX.length()));
    }
}
