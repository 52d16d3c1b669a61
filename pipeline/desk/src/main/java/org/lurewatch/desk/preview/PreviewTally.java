package org.lurewatch.desk.preview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Verdict;

/** Counts what two bundles say of the same postings. Of a posting that comes again the last record counts. */
final class PreviewTally {
    private final BundleId present;
    private final BundleId previewed;
    private final Set<String> keys = new HashSet<>();
    private final Map<String, PreviewedPosting> suspicious = new HashMap<>();
    private long unusable;

    PreviewTally(BundleId present, BundleId previewed) {
        this.present = present;
        this.previewed = previewed;
    }

    void add(Assessment byPresent, Assessment byPreviewed) {
        PreviewedPosting posting = PreviewedPosting.of(byPresent, byPreviewed);
        String key = posting.source() + "/" + posting.postingId();
        keys.add(key);
        if (posting.isSuspicious()) {
            suspicious.put(key, posting);
        } else {
            suspicious.remove(key);
        }
    }

    void addUnusable() {
        unusable++;
    }

    /** @param most how many postings are listed on either side */
    Preview result(int most) {
        return new Preview(
                keys.size(),
                unusable,
                side(present, PreviewedPosting::present),
                side(previewed, PreviewedPosting::previewed),
                count(PreviewedPosting::isMore),
                count(PreviewedPosting::isFewer),
                listed(PreviewedPosting::isMore, PreviewedPosting::previewedScore, most),
                listed(PreviewedPosting::isFewer, PreviewedPosting::presentScore, most));
    }

    private Preview.Side side(BundleId bundle, Function<PreviewedPosting, Verdict> verdict) {
        return new Preview.Side(
                bundle,
                count(posting -> verdict.apply(posting).isWarnedOf()),
                count(posting -> verdict.apply(posting) == Verdict.UNSURE));
    }

    private long count(Predicate<PreviewedPosting> which) {
        return suspicious.values().stream().filter(which).count();
    }

    private List<PreviewedPosting> listed(
            Predicate<PreviewedPosting> which, ToDoubleFunction<PreviewedPosting> score, int most) {
        List<PreviewedPosting> listed =
                new ArrayList<>(suspicious.values().stream().filter(which).toList());
        listed.sort(Comparator.comparingDouble(score)
                .reversed()
                .thenComparing(PreviewedPosting::source)
                .thenComparing(PreviewedPosting::postingId));
        return listed.subList(0, Math.min(most, listed.size()));
    }
}
