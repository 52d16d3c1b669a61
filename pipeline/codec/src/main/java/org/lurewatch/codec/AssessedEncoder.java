package org.lurewatch.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.Sha256;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.Footprint;
import org.lurewatch.schemas.Handle;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.Verdict;

/** Makes the record of an assessed posting, with all that the stream remembers about it. */
public final class AssessedEncoder {
    static {
        TrustedClasses.register();
    }

    private AssessedEncoder() {}

    /**
     * The assessed posting.
     *
     * @param record where it was read
     * @param eventTime milliseconds since 1970
     */
    public static AssessedPosting encode(
            SourceRecord record, JobPosting posting, Assessment assessment, Instant assessedAt, long eventTime) {
        return AssessedPosting.newBuilder()
                .setAssessment(WarningEncoder.encode(record, posting, assessment, assessedAt))
                .setLikelyFrom(assessment.lateThresholds().likely())
                .setUnsureFrom(assessment.lateThresholds().unsure())
                .setFootprint(footprint(assessment.footprint()))
                .setTextDigest(textDigest(posting))
                .setSample(assessment.footprint().sample())
                .setEventTime(eventTime)
                .setUnlisted(assessment
                        .unlisted()
                        .map(verdict -> Verdict.valueOf(verdict.name()))
                        .orElse(null))
                .build();
    }

    private static Footprint footprint(org.lurewatch.detection.links.Footprint footprint) {
        return Footprint.newBuilder()
                .setHandles(footprint.handles().stream()
                        .map(handle -> new Handle(handle.kind().name(), handle.value()))
                        .toList())
                .setBands(footprint.sketch().bands())
                .setSignature(ByteBuffer.wrap(footprint.sketch().signature().getBytes(StandardCharsets.ISO_8859_1)))
                .setEmployer(footprint.employer())
                .setLanguage(footprint.language())
                .setDestination(footprint.destination())
                .build();
    }

    /** A digest of the fields and their texts: equal for equal ones. */
    private static long textDigest(JobPosting posting) {
        MessageDigest digest = Sha256.fresh();
        posting.texts().forEach((field, text) -> {
            digest.update(field.wireName().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        });
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
