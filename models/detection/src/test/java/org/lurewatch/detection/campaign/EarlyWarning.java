package org.lurewatch.detection.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Verdict;

/** Keeps account of how long each campaign of lures goes on before anybody is warned of one of its postings. */
final class EarlyWarning {
    private final Map<String, GeneratedPosting> postings = new HashMap<>();
    private final Map<String, Assessment> assessments = new HashMap<>();
    private final Map<String, List<Long>> times = new HashMap<>();
    private final Map<String, First> first = new TreeMap<>();
    private final Set<String> warned = new HashSet<>();

    /**
     * The first warning of a campaign.
     *
     * @param postings how many of its postings had come by then
     * @param hours since the first of them
     */
    record First(int postings, double hours) {
        boolean isLaterThan(First other) {
            return postings > other.postings || hours > other.hours;
        }
    }

    /**
     * A posting comes. What is said of it is said once its campaign is known: its own verdict where it has none.
     *
     * @param news what that changes for it and for others
     */
    void see(GeneratedPosting posting, Assessment assessment, List<CampaignNews> news) {
        postings.put(posting.id(), posting);
        assessments.put(posting.id(), assessment);
        times.computeIfAbsent(posting.hand(), hand -> new ArrayList<>()).add(posting.time());
        Map<String, Verdict> verdicts = new HashMap<>(Map.of(posting.id(), assessment.verdict()));
        news.forEach(each -> verdicts.put(each.posting(), verdict(each)));
        verdicts.forEach((id, verdict) -> tell(id, verdict, posting.time()));
    }

    private Verdict verdict(CampaignNews news) {
        return LateJudgement.judge(assessments.get(news.posting()), news).verdict();
    }

    private void tell(String id, Verdict verdict, long now) {
        if (verdict == Verdict.LIKELY_SCAM) {
            warned.add(id);
            GeneratedPosting posting = postings.get(id);
            List<Long> seen = times.get(posting.hand());
            if (posting.lure()) {
                double hours =
                        (double) (now - seen.get(0)) / Duration.ofHours(1).toMillis();
                first.putIfAbsent(posting.hand(), new First(seen.size(), hours));
            }
        }
    }

    /** The first warning of each campaign of lures that anybody was warned of. */
    Map<String, First> firstWarnings() {
        return Map.copyOf(first);
    }

    Set<String> warnedCampaigns() {
        return Set.copyOf(first.keySet());
    }

    long warnedLures() {
        return warned.stream().filter(id -> postings.get(id).lure()).count();
    }

    long warnedHonest() {
        return warned.size() - warnedLures();
    }

    String summary() {
        long campaigns = postings.values().stream()
                .filter(GeneratedPosting::lure)
                .map(GeneratedPosting::hand)
                .distinct()
                .count();
        return String.format(
                Locale.ROOT,
                "%s; %d campaigns never warned of; %d lures and %d honest postings warned of",
                summaryOf(first.keySet()),
                campaigns - first.size(),
                warnedLures(),
                warnedHonest());
    }

    /** How early the warnings of some campaigns came; those never warned of are left out. */
    String summaryOf(Collection<String> campaigns) {
        List<First> warnings =
                campaigns.stream().filter(first::containsKey).map(first::get).toList();
        double[] counts =
                warnings.stream().mapToDouble(First::postings).sorted().toArray();
        double[] hours = warnings.stream().mapToDouble(First::hours).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%d campaigns warned of; postings by the first warning: median %.0f, p90 %.0f; hours: median %.1f, p90"
                        + " %.1f",
                warnings.size(),
                at(counts, 0.5),
                at(counts, 0.9),
                at(hours, 0.5),
                at(hours, 0.9));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
    }
}
