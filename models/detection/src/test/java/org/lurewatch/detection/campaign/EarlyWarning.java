package org.lurewatch.detection.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Verdict;

/** Keeps account of how long each campaign of lures goes on before anybody is warned of one of its postings. */
final class EarlyWarning {
    private final Map<String, GeneratedPosting> postings = new HashMap<>();
    private final Map<String, Assessment> assessments = new HashMap<>();
    private final Map<String, List<Long>> times = new HashMap<>();
    private final Map<String, Waited> waited = new HashMap<>();
    private final Set<String> warned = new HashSet<>();

    private record Waited(int postings, double hours) {}

    /** A posting comes, with a verdict by itself. */
    void see(GeneratedPosting posting, Assessment assessment) {
        postings.put(posting.id(), posting);
        assessments.put(posting.id(), assessment);
        times.computeIfAbsent(posting.hand(), hand -> new ArrayList<>()).add(posting.time());
        tell(posting.id(), assessment.verdict(), posting.time());
    }

    /** Its campaign has news for a posting. */
    void hear(CampaignNews news, long now) {
        Assessment own = assessments.get(news.posting());
        LateJudgement.Judged judged = LateJudgement.judge(
                own.score(), own.verdict(), own.thresholds(), news.reasons(), news.standing(), Optional.empty());
        tell(news.posting(), judged.verdict(), now);
    }

    private void tell(String id, Verdict verdict, long now) {
        if (verdict == Verdict.LIKELY_SCAM) {
            warned.add(id);
            String hand = postings.get(id).hand();
            List<Long> seen = times.get(hand);
            double hours = (double) (now - seen.get(0)) / Duration.ofHours(1).toMillis();
            waited.putIfAbsent(hand, new Waited(seen.size(), hours));
        }
    }

    long warnedLures() {
        return warned.stream().filter(id -> postings.get(id).lure()).count();
    }

    long warnedHonest() {
        return warned.size() - warnedLures();
    }

    String summary() {
        List<Waited> ofLures = waited.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("lure"))
                .map(Map.Entry::getValue)
                .toList();
        double[] counts =
                ofLures.stream().mapToDouble(Waited::postings).sorted().toArray();
        double[] hours = ofLures.stream().mapToDouble(Waited::hours).sorted().toArray();
        long campaigns =
                times.keySet().stream().filter(hand -> hand.startsWith("lure")).count();
        return String.format(
                Locale.ROOT,
                "%d of %d campaigns warned of; postings before the first warning: median %.0f, p90 %.0f; hours: median"
                        + " %.0f, p90 %.0f; %d lures and %d honest postings warned of",
                ofLures.size(),
                campaigns,
                at(counts, 0.5),
                at(counts, 0.9),
                at(hours, 0.5),
                at(hours, 0.9),
                warnedLures(),
                warnedHonest());
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : Arrays.copyOf(sorted, sorted.length)[(int) (share * (sorted.length - 1))];
    }
}
