package org.lurewatch.cli.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lurewatch.codec.WarningRecords;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.lab.examples.DemoRecord;
import org.lurewatch.schemas.RejectReason;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;

/** What has come out of the demo so far, beside what a person had said of each example. */
final class DemoTally {
    private final Map<String, Label> labels = new HashMap<>();
    private final Map<Label, Integer> examples = new EnumMap<>(Label.class);
    private final Map<String, ScamWarning> first = new HashMap<>();
    private final Map<String, ScamWarning> newest = new HashMap<>();
    private final Set<RejectReason> rejects = EnumSet.noneOf(RejectReason.class);
    private final List<Long> latencies = new ArrayList<>();

    DemoTally(List<DemoRecord> records) {
        for (DemoRecord record : records) {
            record.example().ifPresent(example -> {
                labels.put(record.key(), example.label());
                examples.merge(example.label(), 1, Integer::sum);
            });
        }
    }

    /** Takes in a warning; how long one took counts only where nothing had to come first. */
    void add(ScamWarning warning, long latencyNanos) {
        first.putIfAbsent(keyOf(warning), warning);
        newest.merge(keyOf(warning), warning, WarningRecords::newer);
        if (warning.getRevisionReason() == null) {
            latencies.add(latencyNanos);
        }
    }

    void add(RejectedPosting reject) {
        rejects.add(reject.getReason());
    }

    static String keyOf(ScamWarning warning) {
        return warning.getSource() + "/" + warning.getPostingId();
    }

    /** The first warning of the posting with this key, if one has come. */
    Optional<ScamWarning> firstWarning(String key) {
        return Optional.ofNullable(first.get(key));
    }

    int examples(Label label) {
        return examples.getOrDefault(label, 0);
    }

    /** Of how many examples the newest warning stands. */
    long warned(Label label) {
        return newest.entrySet().stream()
                .filter(entry -> labels.get(entry.getKey()) == label)
                .filter(entry -> entry.getValue().getVerdict() == Verdict.LIKELY_SCAM)
                .count();
    }

    /** For how many reasons records were rejected. */
    int rejectReasons() {
        return rejects.size();
    }

    /** The time within which this share of first warnings was read, counted from when their posting was sent. */
    long latencyMillis(double share) {
        if (latencies.isEmpty()) {
            return 0;
        }
        List<Long> sorted = latencies.stream().sorted().toList();
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / 1_000_000;
    }
}
