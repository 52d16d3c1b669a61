package org.lurewatch.web.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.schemas.Bundle;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.ReviewJudgement;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.TemplateSlot;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.TrendDimension;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.Verdict;

/** Records as the topics hold them. */
public final class TestingRecords {
    static {
        TrustedClasses.register();
    }

    public static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private TestingRecords() {}

    public static ScamWarning warning(String postingId, int revision, int minute) {
        return ScamWarning.newBuilder()
                .setWarningId(WarningEncoder.warningId("board", postingId))
                .setRevision(revision)
                .setPostingId(postingId)
                .setSource("board")
                .setScore(0.9)
                .setVerdict(Verdict.LIKELY_SCAM)
                .setScamType("task_scam")
                .setLanguage("th")
                .setEvidence(List.of(
                        Evidence.newBuilder()
                                .setSignal("contact.telegram")
                                .setIndicator("C09")
                                .setField("description")
                                .setStart(6)
                                .setEnd(19)
                                .setQuote("@example_desk")
                                .build(),
                        Evidence.newBuilder()
                                .setSignal("fee_deposit")
                                .setField("description")
                                .setStart(30)
                                .setEnd(65)
                                .setQuote("pay the deposit, then write to desk@example.com")
                                .build()))
                .setBundle(
                        Bundle.newBuilder().setVersion("testing").setDigest("0").build())
                .setAssessedAt(START.plusSeconds(60L * minute))
                .build();
    }

    public static Campaign campaign(String id, int revision, int minute) {
        return Campaign.newBuilder()
                .setCampaignId(id)
                .setRevision(revision)
                .setPostings(3)
                .setTemplate("write to {handle} or call +66 81 234 5678")
                .setSlots(List.of(
                        new TemplateSlot("handle", List.of("@example_desk")),
                        new TemplateSlot("pay", List.of("900 USD"))))
                .setHandles(List.of("TELEGRAM:example_desk"))
                .setSources(List.of("board"))
                .setLanguages(List.of("zh-Hant"))
                .setFirstSeen(START)
                .setLastSeen(START.plusSeconds(60L * minute))
                .setVerdict(Verdict.LIKELY_SCAM)
                .setScamType("task_scam")
                .setUpdatedAt(START.plusSeconds(60L * minute))
                .build();
    }

    public static Trend trend(String value, int hour, int revision) {
        return new Trend(
                START.plusSeconds(3600L * hour), 1, TrendDimension.SCAM_TYPE, value, 10L * revision, 4L, 1L, revision);
    }

    public static Review review(String id, String postingId, String reviewer, int minute) {
        return new Review(
                id,
                "board",
                postingId,
                null,
                ReviewJudgement.SCAM,
                reviewer,
                "seen before",
                START.plusSeconds(60L * minute));
    }

    /** A record as it was read. */
    public static ViewRecord read(int partition, long offset, SpecificRecordBase value) {
        return new ViewRecord(
                topic(value), partition, offset, START.plusMillis(offset), key(value), false, Optional.of(value));
    }

    /** A record without value. */
    public static ViewRecord erased(ViewTopic topic, int partition, long offset, String key) {
        return new ViewRecord(topic, partition, offset, START.plusMillis(offset), key, true, Optional.empty());
    }

    public static String key(SpecificRecordBase value) {
        if (value instanceof ScamWarning warning) {
            return warning.getSource() + "/" + warning.getPostingId();
        }
        if (value instanceof Review review) {
            return review.getSource() + "/" + review.getPostingId();
        }
        return value instanceof Campaign campaign ? campaign.getCampaignId() : "";
    }

    private static ViewTopic topic(SpecificRecordBase value) {
        if (value instanceof ScamWarning) {
            return ViewTopic.WARNINGS;
        }
        if (value instanceof Campaign) {
            return ViewTopic.CAMPAIGNS;
        }
        return value instanceof Trend ? ViewTopic.TRENDS : ViewTopic.REVIEWS;
    }
}
