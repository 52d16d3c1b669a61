package org.lurewatch.codec;

import java.util.ArrayList;
import java.util.List;
import org.lurewatch.detection.trends.Countries;
import org.lurewatch.detection.trends.Languages;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.TrendCount;
import org.lurewatch.schemas.TrendDimension;
import org.lurewatch.schemas.Verdict;

/** What one posting adds to the counts. */
public final class TrendCounts {
    private static final String UNKNOWN = "unknown";

    private TrendCounts() {}

    /**
     * One count for each value that the posting has, none twice. Values that are scraped come from closed sets ({@link
     * Languages}, {@link Countries}): a limit on how many are told apart would let those that come first win, and so
     * depend on order and parallelism.
     */
    public static List<TrendCount> of(AssessedPosting assessed) {
        ScamWarning draft = assessed.getWarning();
        Verdict verdict = draft.getVerdict();
        List<TrendCount> counts = new ArrayList<>();
        counts.add(one(TrendDimension.ALL, "", verdict));
        counts.add(one(
                TrendDimension.LANGUAGE,
                Languages.counted(assessed.getFootprint().getLanguage()),
                verdict));
        if (verdict == Verdict.LIKELY_SCAM || verdict == Verdict.UNSURE) {
            addSuspicious(assessed, counts);
        }
        return counts;
    }

    private static void addSuspicious(AssessedPosting assessed, List<TrendCount> counts) {
        ScamWarning draft = assessed.getWarning();
        Verdict verdict = draft.getVerdict();
        counts.add(one(TrendDimension.SCAM_TYPE, draft.getScamType() == null ? UNKNOWN : draft.getScamType(), verdict));
        draft.getEvidence().stream()
                .filter(evidence -> evidence.getContribution() > 0)
                .map(Evidence::getSignal)
                .distinct()
                .forEach(signal -> counts.add(one(TrendDimension.SIGNAL, signal, verdict)));
        assessed.getFootprint().getHandles().stream()
                .map(handle -> handle.getKind())
                .distinct()
                .forEach(kind -> counts.add(one(TrendDimension.CHANNEL, kind, verdict)));
        String destination = assessed.getFootprint().getDestination();
        if (!destination.isEmpty()) {
            counts.add(one(TrendDimension.DESTINATION, Countries.counted(destination), verdict));
        }
    }

    /** The two together, which must be of one kind. */
    public static TrendCount sum(TrendCount one, TrendCount other) {
        return new TrendCount(
                one.getDimension(),
                one.getValue(),
                one.getPostings() + other.getPostings(),
                one.getLikely() + other.getLikely(),
                one.getUnsure() + other.getUnsure());
    }

    private static TrendCount one(TrendDimension dimension, String value, Verdict verdict) {
        return new TrendCount(
                dimension, value, 1L, verdict == Verdict.LIKELY_SCAM ? 1L : 0L, verdict == Verdict.UNSURE ? 1L : 0L);
    }
}
