package org.lurewatch.job.operators.campaign;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.Bundle;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.Footprint;
import org.lurewatch.schemas.Handle;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.Verdict;

/** Assessed postings as a test wants them. */
public final class ExampleAssessed {
    public static final long NOON = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();
    public static final long DAY = Duration.ofDays(1).toMillis();

    static {
        TrustedClasses.register();
    }

    private ExampleAssessed() {}

    public static String id(String identifier) {
        return WarningEncoder.warningId("board", identifier);
    }

    public static AssessedPosting likely(String identifier, long time, String... telegram) {
        return assessed(identifier, Verdict.LIKELY_SCAM, 0.9, "text of " + identifier, time, telegram);
    }

    public static AssessedPosting honest(String identifier, long time, String... telegram) {
        return assessed(identifier, Verdict.NO_SIGN_FOUND, 0.1, "text of " + identifier, time, telegram);
    }

    public static AssessedPosting assessed(
            String identifier, Verdict verdict, double score, String text, long time, String... telegram) {
        ScamWarning warning = ScamWarning.newBuilder()
                .setWarningId(id(identifier))
                .setPostingId(identifier)
                .setSource("board")
                .setScore(score)
                .setOwnScore(score)
                .setVerdict(verdict)
                .setEvidence(List.of(Evidence.newBuilder()
                        .setSignal("fee_deposit")
                        .setField("description")
                        .setStart(0)
                        .setEnd(3)
                        .setQuote("fee")
                        .setContribution(1)
                        .build()))
                .setBundle(Bundle.newBuilder()
                        .setVersion("test")
                        .setDigest("00ff")
                        .setBaseRate(0.00067)
                        .build())
                .setAssessedAt(Instant.ofEpochMilli(time))
                .build();
        return AssessedPosting.newBuilder()
                .setAssessment(warning)
                .setLikelyFrom(0.6)
                .setUnsureFrom(0.3)
                .setFootprint(Footprint.newBuilder()
                        .setHandles(Arrays.stream(telegram)
                                .map(handle -> new Handle("TELEGRAM", handle))
                                .toList())
                        .setBands(List.of((long) text.hashCode()))
                        .setSignature(ByteBuffer.wrap(signature(text)))
                        .setLanguage("en")
                        .build())
                .setTextDigest(text.hashCode())
                .setSample(text)
                .setEventTime(time)
                .build();
    }

    /** Nothing in common between two texts, all of it between the same. */
    private static byte[] signature(String text) {
        byte[] signature = new byte[48];
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < signature.length; i++) {
            signature[i] = (byte) (Arrays.hashCode(bytes) * (i + 1) >>> 5);
        }
        return signature;
    }
}
