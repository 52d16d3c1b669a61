package org.lurewatch.trainer.campaigns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.campaign.CampaignEntry;
import org.lurewatch.detection.campaign.CampaignNews;
import org.lurewatch.detection.campaign.LateJudgement;
import org.lurewatch.detection.campaign.LinkKind;
import org.lurewatch.detection.campaign.LocalCampaigns;
import org.lurewatch.detection.campaign.Tie;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.trainer.data.Sample;

/**
 * Replays postings of files one after the other: in the order of their dates, those without one first. Two records with
 * the same identifier are one posting, and the last of them counts.
 *
 * @param postings all of them, in that order
 * @param campaigns those of two postings or more, the largest first
 */
public record CampaignReplay(List<LinkedPosting> postings, List<FoundCampaign> campaigns) {
    public CampaignReplay {
        postings = List.copyOf(postings);
        campaigns = List.copyOf(campaigns);
    }

    /** Judges the postings one after the other, in the order of their dates. */
    public static CampaignReplay of(List<Sample> samples, Detector detector) {
        Map<String, Sample> byName = new LinkedHashMap<>();
        samples.forEach(sample -> byName.put(name(sample), sample));
        List<Sample> ordered = byName.values().stream()
                .sorted(Comparator.comparing(CampaignReplay::time))
                .toList();
        List<Assessment> assessments = ordered.parallelStream()
                .map(sample -> detector.assess(sample.labelled().posting()))
                .toList();
        List<Tie> ties = new ArrayList<>();
        LocalCampaigns campaigns = new LocalCampaigns(ties::add);
        Map<String, CampaignNews> news = new HashMap<>();
        for (int i = 0; i < assessments.size(); i++) {
            Sample sample = ordered.get(i);
            campaigns
                    .add(name(sample), time(sample).toEpochMilli(), assessments.get(i))
                    .forEach(each -> news.put(each.posting(), each));
        }
        Map<String, LinkedPosting> linked = new LinkedHashMap<>();
        for (int i = 0; i < assessments.size(); i++) {
            String name = name(ordered.get(i));
            Assessment own = assessments.get(i);
            linked.put(name, new LinkedPosting(ordered.get(i), own, verdict(own, Optional.ofNullable(news.get(name)))));
        }
        return new CampaignReplay(List.copyOf(linked.values()), found(campaigns.campaigns(), linked, ties));
    }

    private static Verdict verdict(Assessment own, Optional<CampaignNews> news) {
        return news.map(each -> LateJudgement.judge(own, each).verdict()).orElse(own.verdict());
    }

    private static List<FoundCampaign> found(
            List<CampaignEntry> entries, Map<String, LinkedPosting> linked, List<Tie> ties) {
        Map<String, String> campaignOf = new HashMap<>();
        entries.forEach(entry -> entry.members().forEach(member -> campaignOf.put(member.posting(), entry.id())));
        Map<String, Map<LinkKind, Long>> kinds = new HashMap<>();
        for (Tie tie : ties) {
            String campaign = campaignOf.getOrDefault(
                    tie.later().posting(), campaignOf.getOrDefault(tie.earlier().posting(), ""));
            kinds.computeIfAbsent(campaign, id -> new TreeMap<>()).merge(tie.kind(), 1L, Long::sum);
        }
        return entries.stream()
                .map(entry -> new FoundCampaign(
                        entry.id(),
                        entry.count(),
                        entry.members().stream()
                                .map(member -> linked.get(member.posting()))
                                .toList(),
                        kinds.getOrDefault(entry.id(), Map.of())))
                .sorted(Comparator.comparingInt(FoundCampaign::count).reversed().thenComparing(FoundCampaign::id))
                .toList();
    }

    private static String name(Sample sample) {
        return sample.labelled().posting().key();
    }

    private static Instant time(Sample sample) {
        JobPosting posting = sample.labelled().posting();
        Instant known = posting.datePosted() == null ? posting.scrapedAt() : posting.datePosted();
        return known == null ? Instant.EPOCH : known;
    }
}
