package org.lurewatch.detection.warning;

import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.Verdict;

/**
 * A warning that readers have.
 *
 * @param revision its number, from 1
 * @param verdict what it says
 * @param score with what its campaign added
 * @param ownScore what the posting scored by itself; empty where the writer did not say
 * @param namesOthers whether its evidence names other postings, reviewers or lists
 * @param campaign the campaign that it names
 */
public record EarlierWarning(
        int revision,
        Verdict verdict,
        double score,
        Optional<Double> ownScore,
        boolean namesOthers,
        Optional<String> campaign) {
    public EarlierWarning {
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(ownScore);
        Objects.requireNonNull(campaign);
    }

    /** Whether the posting itself has decided, and neither other postings nor reviewers nor lists. */
    public boolean restsOnPostingAlone() {
        return !namesOthers && ownScore.filter(own -> !own.equals(score)).isEmpty();
    }
}
