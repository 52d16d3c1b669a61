package org.lurewatch.codec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.Bundle;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.CampaignMember;
import org.lurewatch.schemas.CampaignSample;
import org.lurewatch.schemas.LinkSighting;
import org.lurewatch.schemas.PostingErasure;
import org.lurewatch.schemas.PostingMemory;
import org.lurewatch.schemas.PostingNews;
import org.lurewatch.schemas.PostingTie;
import org.lurewatch.schemas.RecordPosition;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SeenPosting;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.Verdict;

/**
 * Requests to forget a posting, on their way through the job. A warning or campaign of revision 0, which readers never see,
 * stands for the record without value that takes its place on the topic. See RATIONALE.md, "An erasure is a record among the
 * postings".
 */
public final class Erasures {
    /** Header of a record without value that asks for the posting of its key to be forgotten. */
    public static final String HEADER = "lurewatch-erase";

    private static final int NOTHING = 0;

    static {
        TrustedClasses.register();
    }

    private Erasures() {}

    /**
     * The request that a record makes, if it makes one: it has no value but the header, and its key is source/identifier. As in
     * {@code review --posting}, a source ends at the first slash.
     */
    public static Optional<PostingErasure> of(SourceRecord record) {
        byte[] key = ByteArrays.of(record.getKey());
        if (!record.getErase() || key == null) {
            return Optional.empty();
        }
        String posting = new String(key, StandardCharsets.UTF_8);
        int slash = posting.indexOf('/');
        if (slash < 0 || slash == posting.length() - 1) {
            return Optional.empty();
        }
        String source = posting.substring(0, slash);
        String identifier = posting.substring(slash + 1);
        return Optional.of(new PostingErasure(
                WarningEncoder.warningId(source, identifier),
                source,
                identifier,
                record.getPartition(),
                record.getOffset(),
                record.getTimestamp() == null ? 0L : record.getTimestamp()));
    }

    /** Whether a posting was read before the request, so that it is to be forgotten. */
    public static boolean coversPosting(@Nullable PostingErasure erasure, AssessedPosting assessed) {
        RecordPosition record = assessed.getAssessment().getRecord();
        return erasure != null && record != null && covers(erasure, record.getPartition(), record.getOffset());
    }

    /** The same where {@link #warning} has taken the place of the request. */
    public static boolean coversPosting(@Nullable ScamWarning erased, AssessedPosting assessed) {
        RecordPosition request = erased == null ? null : erased.getRecord();
        RecordPosition record = assessed.getAssessment().getRecord();
        return request != null
                && record != null
                && record.getPartition() == request.getPartition()
                && record.getOffset() < request.getOffset();
    }

    /** The same of a posting on its way to a link. */
    public static boolean coversSighting(@Nullable PostingErasure erasure, LinkSighting sighting) {
        return erasure != null && covers(erasure, sighting.getPartition(), sighting.getOffset());
    }

    private static boolean covers(PostingErasure erasure, int partition, long offset) {
        return partition == erasure.getPartition() && offset < erasure.getOffset();
    }

    /** The request on its way to the posting. */
    public static PostingNews news(PostingErasure erasure) {
        return new PostingNews(erasure.getPosting(), null, null, erasure, List.of());
    }

    /** The campaigns that must forget a posting, told to the posting. */
    public static PostingNews news(String posting, List<String> campaigns) {
        return new PostingNews(posting, null, null, null, campaigns);
    }

    /** The request on its way to the ledger. */
    public static PostingTie tie(PostingErasure erasure) {
        return PostingTie.newBuilder()
                .setEarlier(SeenPosting.newBuilder().build())
                .setLater(SeenPosting.newBuilder().build())
                .setErased(erasure.getPosting())
                .build();
    }

    /** What is remembered of a posting that was forgotten. */
    public static PostingMemory memory(PostingErasure erasure, long lastSeen) {
        return PostingMemory.newBuilder()
                .setErasure(erasure)
                .setLastSeen(lastSeen)
                .build();
    }

    /** What a campaign is told of a posting that it must forget. */
    public static CampaignSample sample(String posting, String campaign) {
        return CampaignSample.newBuilder()
                .setCampaign(campaign)
                .setPosting(CampaignMember.newBuilder().setPosting(posting).build())
                .setErased(true)
                .build();
    }

    /** What takes the place of a posting's warnings. */
    public static ScamWarning warning(PostingErasure erasure) {
        return ScamWarning.newBuilder()
                .setWarningId(erasure.getPosting())
                .setRevision(NOTHING)
                .setPostingId(erasure.getPostingId())
                .setSource(erasure.getSource())
                .setScore(0)
                // Nobody reads it, but the record cannot do without.
                .setVerdict(Verdict.valueOf(Verdict.getClassSchema().getEnumDefault()))
                .setBundle(Bundle.newBuilder().setVersion("").setDigest("").build())
                .setRecord(new RecordPosition("", erasure.getPartition(), erasure.getOffset()))
                .setAssessedAt(Instant.ofEpochMilli(erasure.getTime()))
                .build();
    }

    /** What takes the place of a campaign of which nothing is left. */
    public static Campaign campaign(String id, long time) {
        return Campaign.newBuilder()
                .setCampaignId(id)
                .setRevision(NOTHING)
                .setFirstSeen(Instant.ofEpochMilli(time))
                .setLastSeen(Instant.ofEpochMilli(time))
                .setUpdatedAt(Instant.ofEpochMilli(time))
                .build();
    }

    /** Whether a record stands for one without value. */
    public static boolean isErased(ScamWarning warning) {
        return warning.getRevision() == NOTHING;
    }

    /** Whether a record stands for one without value. */
    public static boolean isErased(Campaign campaign) {
        return campaign.getRevision() == NOTHING;
    }
}
