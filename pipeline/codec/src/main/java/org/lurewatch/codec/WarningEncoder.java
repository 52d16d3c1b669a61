package org.lurewatch.codec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.Sha256;
import org.lurewatch.schemas.Bundle;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.Flip;
import org.lurewatch.schemas.RecordPosition;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.Verdict;

/** Makes the warning that is sent from an assessment that calls for one. */
public final class WarningEncoder {
    /** A limit, so that a warning always fits into one Kafka record, whatever the advert says. */
    static final int MAX_QUOTE_CHARS = 1_000;

    private static final int FIRST_REVISION = 1;
    private static final int ID_BYTES = 16;

    static {
        TrustedClasses.register();
    }

    private WarningEncoder() {}

    /**
     * The first warning of a posting.
     *
     * @param record where the posting was read
     */
    public static ScamWarning encode(
            SourceRecord record, JobPosting posting, Assessment assessment, Instant assessedAt) {
        return ScamWarning.newBuilder()
                .setWarningId(warningId(assessment.source(), assessment.postingId()))
                .setRevision(FIRST_REVISION)
                .setPostingId(assessment.postingId())
                .setSource(assessment.source())
                .setScore(assessment.score())
                .setOwnScore(assessment.score())
                .setVerdict(Verdict.valueOf(assessment.verdict().name()))
                .setScamType(assessment.scamType().map(ScamType::code).orElse(null))
                .setOtherScamType(assessment.otherScamType().map(ScamType::code).orElse(null))
                .setEvidence(assessment.evidence().stream()
                        .map(WarningEncoder::evidence)
                        .toList())
                .setFlip(assessment.flip().map(WarningEncoder::flip).orElse(null))
                .setQuestions(List.copyOf(assessment.questions()))
                .setLanguage(assessment.language().code().orElse(null))
                .setLanguageMeasured(assessment.language().measured())
                .setIdentifierFrom(emptyAsNull(assessment.notes().identifierFrom()))
                .setTruncatedFields(List.copyOf(assessment.notes().truncatedFields()))
                .setTextDamaged(assessment.notes().textDamaged())
                .setBundle(Bundle.newBuilder()
                        .setVersion(assessment.bundle().version())
                        .setDigest(assessment.bundle().digest())
                        .setBaseRate(assessment.thresholds().baseRate())
                        .setPolicy(assessment.policy().policy())
                        .setAlarmsPer1000(nullable(assessment.policy().alarmsPer1000()))
                        .build())
                .setRecord(RecordPosition.newBuilder()
                        .setTopic(record.getTopic())
                        .setPartition(record.getPartition())
                        .setOffset(record.getOffset())
                        .build())
                .setPostedAt(millis(posting.datePosted()))
                .setScrapedAt(millis(posting.scrapedAt()))
                .setAssessedAt(millis(assessedAt))
                .build();
    }

    /** The key of a posting's warnings on Kafka. */
    public static byte[] key(ScamWarning warning) {
        return (warning.getSource() + "/" + warning.getPostingId()).getBytes(StandardCharsets.UTF_8);
    }

    /** The same for every warning of one posting, whichever model or run sends it. */
    public static String warningId(String source, String postingId) {
        byte[] digest = Sha256.digest((source + '\0' + postingId).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    }

    private static Evidence evidence(org.lurewatch.detection.assess.Evidence evidence) {
        return Evidence.newBuilder()
                .setSignal(evidence.signal())
                .setIndicator(evidence.indicator())
                .setField(evidence.field().wireName())
                .setStart(evidence.start())
                .setEnd(evidence.end())
                .setQuote(cut(evidence.quote()))
                .setPhrase(cut(evidence.phrase()))
                .setLanguage(evidence.language())
                .setEdits(evidence.edits())
                .setContribution(evidence.contribution())
                .setSource(cut(evidence.source()))
                .setDecisive(evidence.decisive())
                .build();
    }

    private static Flip flip(org.lurewatch.detection.assess.Flip flip) {
        return Flip.newBuilder()
                .setVerdict(Verdict.valueOf(flip.verdict().name()))
                .setUnlisted(flip.unlisted())
                .build();
    }

    private static String cut(String text) {
        if (text.length() <= MAX_QUOTE_CHARS) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_QUOTE_CHARS - 1));
        return text.substring(0, splitsPair ? MAX_QUOTE_CHARS - 1 : MAX_QUOTE_CHARS);
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Double nullable(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static @Nullable Instant millis(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }
}
