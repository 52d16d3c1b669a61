package org.lurewatch.codec.examples;

import java.time.Instant;
import java.util.List;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.Bundle;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.Footprint;
import org.lurewatch.schemas.Handle;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.Verdict;

/** Postings as they leave the detector. */
public final class TrendPostings {
    static {
        TrustedClasses.register();
    }

    private TrendPostings() {}

    /** A posting in Spanish for a job in Cambodia, with two contacts of one kind and a fee in two places. */
    public static AssessedPosting posting(Instant eventTime, Verdict verdict) {
        return AssessedPosting.newBuilder()
                .setAssessment(ScamWarning.newBuilder()
                        .setWarningId("00112233445566778899aabbccddeeff")
                        .setPostingId("1")
                        .setScore(0.5)
                        .setVerdict(verdict)
                        .setScamType(verdict == Verdict.LIKELY_SCAM ? "task_scam" : null)
                        .setEvidence(List.of(
                                evidence("fee_deposit", 1.5), evidence("fee_deposit", 0.5), evidence("known_firm", -1)))
                        .setBundle(Bundle.newBuilder().build())
                        .setAssessedAt(eventTime)
                        .build())
                .setLikelyFrom(0.6)
                .setUnsureFrom(0.3)
                .setFootprint(Footprint.newBuilder()
                        .setHandles(List.of(new Handle("TELEGRAM", "one"), new Handle("TELEGRAM", "two")))
                        .setLanguage("es")
                        .setDestination("Camboya")
                        .build())
                .setTextDigest(1)
                .setEventTime(eventTime.toEpochMilli())
                .build();
    }

    private static Evidence evidence(String signal, double contribution) {
        return Evidence.newBuilder()
                .setSignal(signal)
                .setField("title")
                .setStart(0)
                .setEnd(1)
                .setQuote("a")
                .setContribution(contribution)
                .build();
    }
}
