package org.lurewatch.codec;

import java.util.List;
import org.lurewatch.detection.campaign.CampaignEntry;
import org.lurewatch.detection.campaign.Member;
import org.lurewatch.detection.campaign.Standing;
import org.lurewatch.schemas.CampaignNews;
import org.lurewatch.schemas.CampaignReason;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.LedgerEntry;
import org.lurewatch.schemas.LedgerMember;
import org.lurewatch.schemas.PostingNews;
import org.lurewatch.schemas.TrustedClasses;

/** The ledger's campaigns and its news, converted between Avro and the domain's types. */
public final class LedgerRecords {
    static {
        TrustedClasses.register();
    }

    private LedgerRecords() {}

    /** A campaign from the ledger's state. */
    public static CampaignEntry toDomain(LedgerEntry entry) {
        return new CampaignEntry(
                entry.getId(),
                entry.getMembers().stream()
                        .map(member -> new Member(
                                member.getPosting(),
                                member.getTime(),
                                member.getSuspicious(),
                                member.getLikely(),
                                member.getPersonal(),
                                member.getEmployer(),
                                member.getByHandle(),
                                member.getReworded(),
                                toDomain(member.getStanding())))
                        .toList(),
                entry.getCount(),
                entry.getFirstSeen(),
                entry.getLastSeen(),
                entry.getMergedInto());
    }

    /** A campaign for the ledger's state. */
    public static LedgerEntry toAvro(CampaignEntry entry) {
        return new LedgerEntry(
                entry.id(),
                entry.members().stream()
                        .map(member -> new LedgerMember(
                                member.posting(),
                                member.time(),
                                member.suspicious(),
                                member.likely(),
                                member.personal(),
                                member.employer(),
                                member.byHandle(),
                                member.reworded(),
                                toAvro(member.standing())))
                        .toList(),
                entry.count(),
                entry.firstSeen(),
                entry.lastSeen(),
                entry.mergedInto());
    }

    /** News on its way to the posting. */
    public static PostingNews toAvro(org.lurewatch.detection.campaign.CampaignNews news) {
        return new PostingNews(news.posting(), campaign(news), null, null, List.of());
    }

    static CampaignNews campaign(org.lurewatch.detection.campaign.CampaignNews news) {
        return new CampaignNews(
                news.campaign(),
                news.count(),
                toAvro(news.standing()),
                news.reasons().stream()
                        .map(reason -> new CampaignReason(reason.signal(), reason.contribution(), reason.text()))
                        .toList(),
                news.why());
    }

    static org.lurewatch.detection.campaign.CampaignNews toDomain(String posting, CampaignNews news) {
        return new org.lurewatch.detection.campaign.CampaignNews(
                posting,
                news.getCampaign(),
                news.getCount(),
                toDomain(news.getStanding()),
                news.getReasons().stream()
                        .map(reason -> new org.lurewatch.detection.campaign.CampaignReason(
                                reason.getSignal(), reason.getContribution(), reason.getText()))
                        .toList(),
                news.getWhy());
    }

    /** What reviewers say. */
    public static Standing toDomain(CampaignStanding standing) {
        return Standing.valueOf(standing.name());
    }

    /** What reviewers say. */
    public static CampaignStanding toAvro(Standing standing) {
        return CampaignStanding.valueOf(standing.name());
    }
}
