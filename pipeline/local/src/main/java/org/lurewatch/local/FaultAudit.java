package org.lurewatch.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;

/**
 * Holds what came out of the job against what the library says of the same records: every warning with its own score,
 * every reject with its reason, and the number of those that were neither. Not for several threads.
 */
final class FaultAudit {
    private final Map<String, Double> scores = new HashMap<>();
    private final Map<String, Integer> reasons = new HashMap<>();
    private int clear;
    private int rejects;

    private final Set<String> warned = new HashSet<>();
    private final Set<String> revisions = new HashSet<>();
    private final Set<String> positions = new HashSet<>();
    private final Map<String, Integer> rejected = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long twice;

    /**
     * What is wrong with what came out.
     *
     * @param lost records of which nothing, or too few, came out
     * @param twice warnings, rejects or counts that came out once more
     * @param wrong warnings that the library does not give, in words
     */
    record Result(long lost, long twice, List<String> wrong) {
        boolean isGood() {
            return lost == 0 && twice == 0 && wrong.isEmpty();
        }
    }

    /** Takes note of a record that was sent. */
    void expect(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected reject) {
            reasons.merge(reject.reason().name(), 1, Integer::sum);
            rejects++;
        } else if (outcome instanceof Outcome.Assessed assessed
                && assessed.assessment().isWarning()) {
            scores.put(assessed.assessment().postingId(), assessed.assessment().score());
        } else {
            clear++;
        }
    }

    /** Takes note of a warning that was committed. Later revisions of a posting's warning are compared by number alone. */
    void saw(ScamWarning warning) {
        if (!revisions.add(warning.getWarningId() + "/" + warning.getRevision())) {
            twice++;
        } else if (warned.add(warning.getPostingId())) {
            Double score = scores.get(warning.getPostingId());
            if (!warning.getOwnScore().equals(score)) {
                wrong.add(warning.getPostingId() + " has score " + warning.getOwnScore() + " instead of " + score);
            }
        }
    }

    /** Takes note of a reject that was committed. */
    void saw(RejectedPosting reject) {
        if (positions.add(reject.getTopic() + "/" + reject.getPartition() + "/" + reject.getOffset())) {
            rejected.merge(reject.getReason().name(), 1, Integer::sum);
        } else {
            twice++;
        }
    }

    /** How many records there should be of warnings, as first revisions, and rejects. */
    int expectedOut() {
        return scores.size() + rejects;
    }

    /** How many different ones came out of these. */
    int seenOut() {
        return warned.size() + positions.size();
    }

    /** The sum in words. */
    String equation() {
        return (scores.size() + clear + rejects) + " sent = warned " + scores.size() + " + cleared " + clear
                + " + rejected " + rejects + " by the library";
    }

    /** The result, once nothing more comes. @param cleared how many the job has counted as cleared */
    Result result(long cleared) {
        long lost = scores.keySet().stream().filter(id -> !warned.contains(id)).count();
        long surplus = 0;
        Set<String> all = new HashSet<>(reasons.keySet());
        all.addAll(rejected.keySet());
        for (String reason : all) {
            int missing = reasons.getOrDefault(reason, 0) - rejected.getOrDefault(reason, 0);
            lost += Math.max(0, missing);
            surplus += Math.max(0, -missing);
        }
        return new Result(
                lost + Math.max(0, clear - cleared),
                twice + surplus + Math.max(0, cleared - clear),
                List.copyOf(wrong));
    }
}
