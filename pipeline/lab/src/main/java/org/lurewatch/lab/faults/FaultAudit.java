package org.lurewatch.lab.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lurewatch.desk.screen.ScreenedRecord;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;

/**
 * Holds what came out of a job against what the library says of the same records: every warning with its posting's own
 * score, every reject with its reason, and the job's counts. Of a job that remembers, which postings are warned of, and
 * how often, depends on what it read before; there the warnings on the topic are held against the job's count of them,
 * and the revisions of each posting must be 1, 2, 3 and so on. Safe to share between threads.
 */
public final class FaultAudit {
    /** What the job is to have counted. */
    public static final Set<String> COUNTERS = counters();

    private final boolean remembers;
    private final Map<String, Double> scores = new HashMap<>();
    private final Set<String> overTheLine = new HashSet<>();
    private final Map<String, Integer> reasons = new HashMap<>();
    private int rejects;

    /** The posting, and which revisions of its warning came. */
    private final Map<String, Set<Integer>> revisions = new HashMap<>();

    private final Set<String> positions = new HashSet<>();
    private final Outstanding outstanding = new Outstanding();
    private final Map<String, Integer> rejected = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int warnings;
    private long twice;

    /** @param remembers whether campaigns are enabled in the job */
    public FaultAudit(boolean remembers) {
        this.remembers = remembers;
    }

    private static Set<String> counters() {
        Set<String> names = new HashSet<>(FlowCounters.OF_IN);
        names.add(FlowCounters.IN);
        names.addAll(FlowCounters.SENT);
        return Set.copyOf(names);
    }

    /**
     * What is wrong with what came out.
     *
     * @param lost records or revisions of which nothing came out, or no count
     * @param twice warnings, rejects or counts that came out once more
     * @param wrong what the library does not give, in words
     */
    public record Result(long lost, long twice, List<String> wrong) {
        public boolean isGood() {
            return lost == 0 && twice == 0 && wrong.isEmpty();
        }
    }

    /** Takes note of a record that is sent, with its identifier as its key. */
    synchronized void expect(ScreenedRecord outcome) {
        if (outcome instanceof ScreenedRecord.Rejected reject) {
            reasons.merge(reject.reason().name(), 1, Integer::sum);
            rejects++;
            outstanding.sent(reject.place());
        } else if (outcome instanceof ScreenedRecord.Assessed assessed) {
            String posting = assessed.assessment().postingId();
            scores.put(posting, assessed.assessment().score());
            if (assessed.assessment().isWarning()) {
                overTheLine.add(posting);
                outstanding.sent(posting);
            }
        } else {
            throw new IllegalArgumentException("a record is a posting, or broken");
        }
    }

    /** Takes note of a warning that was committed. */
    synchronized void cameOut(ScamWarning warning) {
        String posting = warning.getPostingId();
        outstanding.cameOut(posting);
        Set<Integer> known = revisions.computeIfAbsent(posting, id -> new HashSet<>());
        if (!known.add(warning.getRevision()) || (!remembers && known.size() > 1)) {
            twice++;
            return;
        }
        warnings++;
        Double score = scores.get(posting);
        if (!Objects.equals(warning.getOwnScore(), score)) {
            wrong.add(posting + " has score " + warning.getOwnScore() + " instead of " + score);
        } else if (!remembers && !overTheLine.contains(posting)) {
            wrong.add(posting + " was warned of");
        }
    }

    /** Takes note of a reject that was committed. */
    synchronized void cameOut(RejectedPosting reject) {
        if (reject.getKey() != null) {
            outstanding.cameOut(UTF_8.decode(reject.getKey().duplicate()).toString());
        }
        if (positions.add(reject.getTopic() + "/" + reject.getPartition() + "/" + reject.getOffset())) {
            rejected.merge(reject.getReason().name(), 1, Integer::sum);
        } else {
            twice++;
        }
    }

    /** Takes note of a fault, that comes now. */
    synchronized void fault() {
        outstanding.fault();
    }

    /** How many faults there are of which all warnings and rejects of what was sent before have come out. */
    public synchronized int settledFaults() {
        return outstanding.settledFaults();
    }

    /** How many warnings and rejects of what was sent before some fault have not come out. */
    synchronized int missing() {
        return outstanding.missing();
    }

    /** How many different warnings and rejects came out. */
    public synchronized int came() {
        return warnings + positions.size();
    }

    /** Whether as much came out as is to come. @param counted what the job has counted, by name; empty if unknown */
    public synchronized boolean isComplete(Map<String, Long> counted) {
        long in = sum(counted, List.of(FlowCounters.IN));
        return in == sent()
                && in == sum(counted, FlowCounters.OF_IN)
                && areAllWarnings(counted)
                && positions.size() >= rejects;
    }

    private int sent() {
        return scores.size() + rejects;
    }

    /** A task that still reads its state counts nothing yet, so more warnings than it counts are no end either. */
    private boolean areAllWarnings(Map<String, Long> counted) {
        return remembers ? warnings == sum(counted, FlowCounters.SENT) : warnings >= overTheLine.size();
    }

    private static long sum(Map<String, Long> counted, List<String> names) {
        return names.stream().mapToLong(name -> counted.getOrDefault(name, 0L)).sum();
    }

    /** The sum in words. */
    public synchronized String equation() {
        return sent() + " sent = warned " + overTheLine.size() + " + cleared " + clear() + " + rejected " + rejects
                + " by the library; " + warnings + " warnings and " + positions.size() + " rejects read";
    }

    private int clear() {
        return scores.size() - overTheLine.size();
    }

    /** The result, once nothing more comes. @param counted what the job has counted, by name */
    public synchronized Result result(Map<String, Long> counted) {
        List<String> allWrong = new ArrayList<>(wrong);
        requireCount("in", sum(counted, List.of(FlowCounters.IN)), sent(), allWrong);
        requireCount("warned", sum(counted, List.of(FlowCounters.WARNED)), overTheLine.size(), allWrong);
        requireCount("rejected", sum(counted, List.of(FlowCounters.REJECTED)), rejects, allWrong);
        long clearedTooMany = sum(counted, List.of(FlowCounters.CLEARED)) - clear();
        long lost = Math.max(0, -clearedTooMany);
        long surplus = Math.max(0, clearedTooMany);
        if (remembers) {
            requireCount("warnings sent", sum(counted, FlowCounters.SENT), warnings, allWrong);
            lost += missingRevisions();
        } else {
            lost += overTheLine.stream()
                    .filter(id -> !revisions.containsKey(id))
                    .count();
        }
        Set<String> all = new HashSet<>(reasons.keySet());
        all.addAll(rejected.keySet());
        for (String reason : all) {
            int missing = reasons.getOrDefault(reason, 0) - rejected.getOrDefault(reason, 0);
            lost += Math.max(0, missing);
            surplus += Math.max(0, -missing);
        }
        return new Result(lost, twice + surplus, List.copyOf(allWrong));
    }

    private long missingRevisions() {
        return revisions.values().stream()
                .mapToLong(numbers ->
                        numbers.stream().mapToInt(number -> number).max().orElse(0) - numbers.size())
                .sum();
    }

    private static void requireCount(String name, long count, long right, List<String> wrong) {
        if (count != right) {
            wrong.add("the job has counted " + name + " " + count + " instead of " + right);
        }
    }
}
