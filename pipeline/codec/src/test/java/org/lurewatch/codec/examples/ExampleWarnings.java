package org.lurewatch.codec.examples;

import java.time.Instant;
import java.util.List;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.schemas.Bundle;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.Flip;
import org.lurewatch.schemas.RecordPosition;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.Verdict;

/** Warnings as consumers get them. */
public final class ExampleWarnings {
    static {
        TrustedClasses.register();
    }

    private ExampleWarnings() {}

    /** What {@link TestingDetector} says of posting 1 on the board. */
    public static ScamWarning warning() {
        return ScamWarning.newBuilder()
                .setWarningId(WarningEncoder.warningId("board", "1"))
                .setRevision(1)
                .setPostingId("1")
                .setSource("board")
                .setScore(0.9)
                .setOwnScore(0.9)
                .setVerdict(Verdict.LIKELY_SCAM)
                .setScamType("advance_fee")
                .setEvidence(List.of(Evidence.newBuilder()
                        .setSignal("fee_deposit")
                        .setIndicator("O01")
                        .setField("description")
                        .setStart(6)
                        .setEnd(13)
                        .setQuote("deposit")
                        .setContribution(2.5)
                        .setDecisive(true)
                        .build()))
                .setFlip(new Flip(Verdict.UNSURE, 0))
                .setBundle(Bundle.newBuilder()
                        .setVersion("testing")
                        .setDigest("0")
                        .setBaseRate(0.5)
                        .build())
                .setRecord(new RecordPosition("postings", 0, 0L))
                .setScrapedAt(Instant.parse("2026-11-20T08:00:00Z"))
                .setAssessedAt(Instant.parse("2026-11-20T09:00:00Z"))
                .build();
    }
}
