package org.lurewatch.codec;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lurewatch.detection.assess.Flip;
import org.lurewatch.detection.assess.Thresholds;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.campaign.CampaignNews;
import org.lurewatch.detection.campaign.Standing;
import org.lurewatch.detection.warning.CurrentWarning;
import org.lurewatch.detection.warning.Ground;
import org.lurewatch.detection.warning.KnownPosting;
import org.lurewatch.detection.warning.OwnAssessment;
import org.lurewatch.detection.warning.SentWarning;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.CampaignMember;
import org.lurewatch.schemas.CampaignSample;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.Footprint;
import org.lurewatch.schemas.PostingMemory;
import org.lurewatch.schemas.PostingNews;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.TrustedClasses;

/** What is remembered of a posting and what its campaign has to know, converted between Avro and the domain's types. */
public final class PostingRecords {
    static {
        TrustedClasses.register();
    }

    private PostingRecords() {}

    /**
     * What is remembered of a posting.
     *
     * @param posting the posting's name in all state
     */
    public static KnownPosting toDomain(String posting, PostingMemory memory) {
        AssessedPosting assessed = memory.getAssessed();
        return new KnownPosting(
                assessed == null ? Optional.empty() : Optional.of(own(assessed, memory.getTextSeen())),
                campaign(posting, memory.getCampaign()),
                standing(memory.getReviewed()),
                sent(memory),
                memory.getLastSeen());
    }

    /**
     * What is remembered of a posting, for its state.
     *
     * @param assessed the posting that {@code known} is about, or null if it was never assessed
     */
    public static PostingMemory toAvro(KnownPosting known, @Nullable AssessedPosting assessed) {
        Optional<SentWarning> sent = known.sent();
        PostingMemory memory = new PostingMemory();
        memory.setAssessed(assessed);
        memory.setTextSeen(known.own().map(OwnAssessment::textSeen).orElse(0L));
        memory.setCampaign(known.campaign().map(LedgerRecords::campaign).orElse(null));
        memory.setReviewed(standing(known.reviewed()));
        memory.setRevision(sent.map(SentWarning::revision).orElse(0));
        memory.setSentVerdict(
                sent.map(last -> WarningRecords.toAvro(last.verdict())).orElse(null));
        memory.setSentScamType(sent.flatMap(SentWarning::scamType).orElse(null));
        memory.setSentOtherScamType(sent.flatMap(SentWarning::otherScamType).orElse(null));
        memory.setSentCampaign(sent.flatMap(SentWarning::campaign).orElse(null));
        memory.setSentReviewed(standing(sent.flatMap(SentWarning::reviewed)));
        memory.setLastSeen(known.lastSeen());
        return memory;
    }

    /**
     * The verdict of the bundle, whatever lists have made of it.
     * See RATIONALE.md, "Lists decide what is told, not what is learnt".
     */
    public static Verdict ofBundle(AssessedPosting assessed) {
        return WarningRecords.toDomain(
                assessed.getUnlisted() == null ? assessed.getAssessment().getVerdict() : assessed.getUnlisted());
    }

    /** What a posting that has just been read says by itself. */
    public static OwnAssessment own(AssessedPosting assessed) {
        return own(assessed, assessed.getEventTime());
    }

    /** The posting as it is remembered: without its sketch, which is kept with the links. */
    public static AssessedPosting withoutSketch(AssessedPosting assessed) {
        Footprint lean = Copies.of(assessed.getFootprint(), new Footprint());
        lean.setBands(List.of());
        lean.setSignature(ByteBuffer.allocate(0));
        AssessedPosting kept = Copies.of(assessed, new AssessedPosting());
        kept.setFootprint(lean);
        return kept;
    }

    /** What the news says of the posting's campaign. */
    public static Optional<CampaignNews> campaign(PostingNews news) {
        return campaign(news.getPosting(), news.getCampaign());
    }

    /** What the news says of the posting's reviews. */
    public static Optional<Standing> reviewed(PostingNews news) {
        return standing(news.getReviewed());
    }

    /** What the posting's campaign has to know of it. */
    public static CampaignSample sample(AssessedPosting assessed, KnownPosting known, CurrentWarning current) {
        return sample(assessed, known, current, known.campaign().orElseThrow().campaign(), "");
    }

    /** What the posting's former campaign has to know: that it has become part of another one. */
    public static CampaignSample moved(
            String from, AssessedPosting assessed, KnownPosting known, CurrentWarning current) {
        return sample(
                assessed, known, current, from, known.campaign().orElseThrow().campaign());
    }

    private static CampaignSample sample(
            AssessedPosting assessed, KnownPosting known, CurrentWarning current, String campaign, String movedTo) {
        ScamWarning own = assessed.getAssessment();
        List<String> handles = assessed.getFootprint().getHandles().stream()
                .map(handle -> handle.getKind() + ":" + handle.getValue())
                .toList();
        return CampaignSample.newBuilder()
                .setCampaign(campaign)
                .setMovedTo(movedTo)
                .setCount(known.campaign().orElseThrow().count())
                .setHandles(handles)
                .setPosting(CampaignMember.newBuilder()
                        .setPosting(own.getWarningId())
                        .setKey(own.getSource() + "/" + own.getPostingId())
                        .setTime(assessed.getEventTime())
                        .setVerdict(WarningRecords.toAvro(current.verdict()))
                        .setScore(current.score())
                        .setScamType(current.scamType().orElse(null))
                        .setEmployer(assessed.getFootprint().getEmployer())
                        .setStanding(LedgerRecords.toAvro(known.standing()))
                        .setHandles(handles)
                        .build())
                .setSource(own.getSource())
                .setLanguage(assessed.getFootprint().getLanguage())
                .setSample(assessed.getSample())
                .build();
    }

    /** State of the first version recorded only when the text was first seen. */
    private static OwnAssessment own(AssessedPosting assessed, long textSeen) {
        ScamWarning own = assessed.getAssessment();
        Double baseRate = own.getBundle().getBaseRate();
        return new OwnAssessment(
                assessed.getTextDigest(),
                Math.max(textSeen, assessed.getEventTime()),
                own.getScore(),
                WarningRecords.toDomain(own.getVerdict()),
                new Thresholds(baseRate == null ? 0 : baseRate, assessed.getUnsureFrom(), assessed.getLikelyFrom()),
                Optional.ofNullable(own.getScamType()),
                Optional.ofNullable(own.getOtherScamType()),
                grounds(own.getEvidence()),
                Optional.ofNullable(own.getFlip())
                        .map(flip -> new Flip(WarningRecords.toDomain(flip.getVerdict()), flip.getUnlisted())));
    }

    private static List<Ground.Own> grounds(List<Evidence> evidence) {
        return IntStream.range(0, evidence.size())
                .mapToObj(place -> new Ground.Own(
                        place,
                        evidence.get(place).getContribution(),
                        evidence.get(place).getDecisive()))
                .toList();
    }

    private static Optional<SentWarning> sent(PostingMemory memory) {
        return memory.getRevision() == 0
                ? Optional.empty()
                : Optional.of(new SentWarning(
                        memory.getRevision(),
                        WarningRecords.toDomain(memory.getSentVerdict()),
                        Optional.ofNullable(memory.getSentScamType()),
                        Optional.ofNullable(memory.getSentOtherScamType()),
                        Optional.ofNullable(memory.getSentCampaign()),
                        standing(memory.getSentReviewed())));
    }

    private static Optional<CampaignNews> campaign(String posting, org.lurewatch.schemas.@Nullable CampaignNews news) {
        return Optional.ofNullable(news).map(of -> LedgerRecords.toDomain(posting, of));
    }

    private static Optional<Standing> standing(@Nullable CampaignStanding standing) {
        return Optional.ofNullable(standing).map(LedgerRecords::toDomain);
    }

    private static @Nullable CampaignStanding standing(Optional<Standing> standing) {
        return standing.map(LedgerRecords::toAvro).orElse(null);
    }
}
