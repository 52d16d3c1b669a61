package org.lurewatch.detection.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.lurewatch.detection.assess.Assessment;

/** Links and campaigns of one run, held in memory and never expired: for files, not for a stream. */
public final class LocalCampaigns {
    private final Map<String, LinkMemory> links = new HashMap<>();
    private final Map<String, String> campaigns = new HashMap<>();
    private final Map<String, CampaignEntry> entries = new HashMap<>();
    private final Consumer<Tie> ties;
    private final CampaignLedger ledger = new CampaignLedger(new Store());

    /** Campaigns without an observer of their ties. */
    public LocalCampaigns() {
        this(tie -> {});
    }

    /**
     * Campaigns.
     *
     * @param ties receives each tie before it is applied
     */
    public LocalCampaigns(Consumer<Tie> ties) {
        this.ties = Objects.requireNonNull(ties);
    }

    /**
     * Adds a posting and answers what that changes for it and for others.
     *
     * @param posting names it
     * @param time event time in milliseconds
     * @param own its own assessment
     */
    public List<CampaignNews> add(String posting, long time, Assessment own) {
        Sighting sighting = Sighting.of(posting, time, own.verdict(), own.footprint());
        List<CampaignNews> news = new ArrayList<>();
        for (Link link : Links.of(own.verdict(), own.footprint())) {
            LinkRule.Linked linked =
                    LinkRule.link(link.key(), link.kind(), links.getOrDefault(link.key(), LinkMemory.EMPTY), sighting);
            links.put(link.key(), linked.memory());
            linked.ties().forEach(ties.andThen(tie -> news.addAll(ledger.join(tie))));
        }
        return news;
    }

    /** The campaigns, without those that became part of others. */
    public List<CampaignEntry> campaigns() {
        return entries.values().stream().filter(entry -> !entry.isMerged()).toList();
    }

    private final class Store implements CampaignStore {
        @Override
        public Optional<String> campaignOf(String posting) {
            return Optional.ofNullable(campaigns.get(posting));
        }

        @Override
        public void assign(String posting, String campaign) {
            campaigns.put(posting, campaign);
        }

        @Override
        public void release(String posting) {
            campaigns.remove(posting);
        }

        @Override
        public Optional<CampaignEntry> entry(String campaign) {
            return Optional.ofNullable(entries.get(campaign));
        }

        @Override
        public List<String> mergedInto(String campaign) {
            return entries.values().stream()
                    .filter(entry -> entry.mergedInto().equals(campaign))
                    .map(CampaignEntry::id)
                    .toList();
        }

        @Override
        public void save(CampaignEntry entry) {
            entries.put(entry.id(), entry);
        }

        @Override
        public void forget(CampaignEntry entry) {
            entries.remove(entry.id());
            entry.members().forEach(member -> campaigns.remove(member.posting()));
        }
    }
}
