package org.lurewatch.codec;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lurewatch.detection.campaign.Slot;
import org.lurewatch.detection.campaign.Template;
import org.lurewatch.detection.warning.CampaignPosting;
import org.lurewatch.detection.warning.CampaignText;
import org.lurewatch.detection.warning.KnownCampaign;
import org.lurewatch.detection.warning.PostingReport;
import org.lurewatch.detection.warning.PublicCampaign;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.CampaignMember;
import org.lurewatch.schemas.CampaignSample;
import org.lurewatch.schemas.CampaignState;
import org.lurewatch.schemas.TemplateSample;
import org.lurewatch.schemas.TemplateSlot;
import org.lurewatch.schemas.TrustedClasses;

/** Published campaigns and what is remembered for them, converted between Avro and the domain's types. */
public final class CampaignRecords {
    static {
        TrustedClasses.register();
    }

    private CampaignRecords() {}

    /** What a posting reports to its campaign. */
    public static PostingReport toDomain(CampaignSample sample) {
        return new PostingReport(
                name(sample.getMovedTo()),
                sample.getCount(),
                toDomain(sample.getPosting()),
                sample.getHandles(),
                sample.getSource(),
                sample.getLanguage(),
                sample.getSample());
    }

    /** What is remembered of a campaign. */
    public static KnownCampaign toDomain(CampaignState state) {
        return new KnownCampaign(
                state.getMembers().stream().map(CampaignRecords::toDomain).toList(),
                state.getSamples().stream()
                        .map(sample -> new CampaignText(sample.getPosting(), sample.getTime(), sample.getText()))
                        .toList(),
                state.getCount(),
                state.getHandles(),
                state.getSources(),
                state.getLanguages(),
                state.getFirstSeen(),
                state.getLastSeen(),
                name(state.getMergedInto()),
                template(state.getTemplate(), state.getSlots()),
                Optional.ofNullable(state.getPublished()).map(CampaignRecords::toDomain),
                state.getDue());
    }

    /** What is remembered of a campaign, for its state. */
    public static CampaignState toAvro(KnownCampaign known) {
        return new CampaignState(
                known.postings().stream().map(CampaignRecords::toAvro).toList(),
                known.texts().stream()
                        .map(text -> new TemplateSample(text.posting(), text.time(), text.text()))
                        .toList(),
                known.count(),
                known.handles(),
                known.sources(),
                known.languages(),
                known.firstSeen(),
                known.lastSeen(),
                known.mergedInto().orElse(""),
                known.template().map(Template::text).orElse(null),
                slots(known.template()),
                known.published().map(CampaignRecords::toAvro).orElse(null),
                known.due());
    }

    /** A campaign as it is published. */
    public static Campaign toAvro(PublicCampaign campaign) {
        return Campaign.newBuilder()
                .setCampaignId(campaign.id())
                .setRevision(campaign.revision())
                .setPostings(campaign.postings())
                .setTemplate(campaign.template().map(Template::text).orElse(null))
                .setSlots(slots(campaign.template()))
                .setHandles(campaign.handles())
                .setSources(campaign.sources())
                .setLanguages(campaign.languages())
                .setEmployers(campaign.employers())
                .setFirstSeen(Instant.ofEpochMilli(campaign.firstSeen()))
                .setLastSeen(Instant.ofEpochMilli(campaign.lastSeen()))
                .setScore(campaign.score())
                .setVerdict(WarningRecords.toAvro(campaign.verdict()))
                .setScamType(campaign.scamType().orElse(null))
                .setStanding(LedgerRecords.toAvro(campaign.standing()))
                .setMergedInto(campaign.mergedInto().orElse(null))
                .setPostingKeys(campaign.postingKeys())
                .setUpdatedAt(Instant.ofEpochMilli(campaign.updatedAt()))
                .build();
    }

    private static PublicCampaign toDomain(Campaign campaign) {
        return new PublicCampaign(
                campaign.getCampaignId(),
                campaign.getRevision(),
                campaign.getPostings(),
                template(campaign.getTemplate(), campaign.getSlots()),
                campaign.getHandles(),
                campaign.getSources(),
                campaign.getLanguages(),
                campaign.getEmployers(),
                campaign.getFirstSeen().toEpochMilli(),
                campaign.getLastSeen().toEpochMilli(),
                campaign.getScore(),
                WarningRecords.toDomain(campaign.getVerdict()),
                Optional.ofNullable(campaign.getScamType()),
                LedgerRecords.toDomain(campaign.getStanding()),
                Optional.ofNullable(campaign.getMergedInto()),
                campaign.getPostingKeys(),
                campaign.getUpdatedAt().toEpochMilli());
    }

    private static CampaignPosting toDomain(CampaignMember member) {
        return new CampaignPosting(
                member.getPosting(),
                member.getKey(),
                member.getTime(),
                WarningRecords.toDomain(member.getVerdict()),
                member.getScore(),
                Optional.ofNullable(member.getScamType()),
                member.getEmployer(),
                LedgerRecords.toDomain(member.getStanding()),
                member.getHandles());
    }

    private static CampaignMember toAvro(CampaignPosting posting) {
        return new CampaignMember(
                posting.posting(),
                posting.key(),
                posting.time(),
                WarningRecords.toAvro(posting.verdict()),
                posting.score(),
                posting.scamType().orElse(null),
                posting.employer(),
                LedgerRecords.toAvro(posting.standing()),
                posting.handles());
    }

    private static Optional<Template> template(String text, List<TemplateSlot> slots) {
        return Optional.ofNullable(text)
                .map(words -> new Template(
                        words,
                        slots.stream()
                                .map(slot -> new Slot(slot.getKind(), slot.getExamples()))
                                .toList()));
    }

    private static List<TemplateSlot> slots(Optional<Template> template) {
        return template.map(Template::slots).orElse(List.of()).stream()
                .map(slot -> new TemplateSlot(slot.kind(), slot.examples()))
                .toList();
    }

    /** In state, the empty string stands for no name. */
    private static Optional<String> name(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
