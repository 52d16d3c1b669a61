package org.lurewatch.codec;

import java.nio.ByteBuffer;
import java.util.List;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.CampaignMember;
import org.lurewatch.schemas.CampaignSample;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.Footprint;
import org.lurewatch.schemas.PostingMemory;
import org.lurewatch.schemas.PostingNews;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;

/** What is remembered of a posting, and what its campaign is told of it. */
public final class PostingRecords {
    private PostingRecords() {}

    /** Whether a posting came that says what is remembered of it already, and is judged alike. */
    public static boolean isRepeat(PostingMemory memory, AssessedPosting assessed) {
        AssessedPosting known = memory.getAssessed();
        return known != null
                && known.getTextDigest() == assessed.getTextDigest()
                && known.getWarning().getVerdict() == assessed.getWarning().getVerdict();
    }

    /** Whether a posting came that says something else than is remembered of it, but is older than that. */
    public static boolean isOutdated(PostingMemory memory, AssessedPosting assessed) {
        return memory.getAssessed() != null && assessed.getEventTime() < textSeen(memory);
    }

    /** Keeps that the posting still said at this time what is remembered of it. */
    public static void seenAgain(PostingMemory memory, long time) {
        memory.setTextSeen(Math.max(textSeen(memory), time));
    }

    /** Keeps what the posting says now; of its sketch nothing, for that lies with the links. */
    public static void assessed(PostingMemory memory, AssessedPosting assessed) {
        memory.setAssessed(withoutSketch(assessed));
        memory.setTextSeen(assessed.getEventTime());
    }

    /** State of the first version knew only when the text was seen first. */
    private static long textSeen(PostingMemory memory) {
        return Math.max(memory.getTextSeen(), memory.getAssessed().getEventTime());
    }

    /** Why a posting's warning would change now that it was assessed; null where that is the first. */
    public static String whyAssessed(PostingMemory memory, AssessedPosting assessed) {
        AssessedPosting known = memory.getAssessed();
        if (known == null) {
            return assessed.getWarning().getVerdict() == Verdict.LIKELY_SCAM ? null : whyByOthers(memory);
        }
        return known.getTextDigest() == assessed.getTextDigest()
                ? "the same text was assessed by another bundle"
                : "the posting says something else now";
    }

    private static String whyByOthers(PostingMemory memory) {
        if (memory.getReviewed() != null) {
            return whyReviewed(memory.getReviewed());
        }
        return memory.getCampaign() == null ? null : memory.getCampaign().getWhy();
    }

    private static AssessedPosting withoutSketch(AssessedPosting assessed) {
        Footprint lean = Copies.of(assessed.getFootprint(), new Footprint());
        lean.setBands(List.of());
        lean.setSignature(ByteBuffer.allocate(0));
        AssessedPosting kept = Copies.of(assessed, new AssessedPosting());
        kept.setFootprint(lean);
        return kept;
    }

    /** Keeps what the news say. */
    public static void hear(PostingMemory memory, PostingNews news) {
        if (news.getCampaign() != null) {
            memory.setCampaign(news.getCampaign());
        }
        if (news.getReviewed() != null) {
            memory.setReviewed(news.getReviewed());
        }
    }

    /** One line: what the news are. */
    public static String why(PostingNews news) {
        return news.getReviewed() != null
                ? whyReviewed(news.getReviewed())
                : news.getCampaign().getWhy();
    }

    private static String whyReviewed(CampaignStanding reviewed) {
        return "reviewers say of this posting: " + WarningReviser.named(reviewed);
    }

    /** Keeps what was sent. */
    public static void told(PostingMemory memory, ScamWarning sent) {
        memory.setRevision(sent.getRevision());
        memory.setToldVerdict(sent.getVerdict());
        memory.setToldScamType(sent.getScamType());
        memory.setToldCampaign(sent.getCampaignId());
        memory.setToldReviewed(memory.getReviewed());
    }

    /** What the posting's campaign is told of it. */
    public static CampaignSample sample(PostingMemory memory, ScamWarning current) {
        AssessedPosting assessed = memory.getAssessed();
        CampaignStanding standing = standing(memory);
        return CampaignSample.newBuilder()
                .setCampaign(memory.getCampaign().getCampaign())
                .setCount(memory.getCampaign().getCount())
                .setPosting(CampaignMember.newBuilder()
                        .setPosting(current.getWarningId())
                        .setKey(current.getSource() + "/" + current.getPostingId())
                        .setTime(assessed.getEventTime())
                        .setVerdict(current.getVerdict())
                        .setScore(current.getScore())
                        .setScamType(current.getScamType())
                        .setEmployer(assessed.getFootprint().getEmployer())
                        .setStanding(standing)
                        .build())
                .setHandles(assessed.getFootprint().getHandles().stream()
                        .map(handle -> handle.getKind() + ":" + handle.getValue())
                        .toList())
                .setSource(current.getSource())
                .setLanguage(assessed.getFootprint().getLanguage())
                .setSample(assessed.getSample())
                .build();
    }

    /** What the posting's former campaign is told: that it has become part of another one. */
    public static CampaignSample moved(String from, PostingMemory memory, ScamWarning current) {
        CampaignSample moved = sample(memory, current);
        moved.setCampaign(from);
        moved.setMovedTo(memory.getCampaign().getCampaign());
        return moved;
    }

    private static CampaignStanding standing(PostingMemory memory) {
        boolean ofItself = memory.getReviewed() != null && memory.getReviewed() != CampaignStanding.OPEN;
        return ofItself ? memory.getReviewed() : memory.getCampaign().getStanding();
    }
}
