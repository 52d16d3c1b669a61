package org.lurewatch.job.operators;

import java.util.List;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.lurewatch.detection.assess.Assessment;

/**
 * What an assessing task measures besides the {@link FlowCounters}: the scores, the latency, the alarms by language,
 * and which bundles decided. It starts from zero with the task, as anything that is read as a rate must. Names and
 * labels never contain scraped text. See RATIONALE.md, "What is read as a rate starts from nothing".
 */
final class DetectionMetrics {
    /** Close together around the limits between the verdicts at usual base rates. */
    static final List<Double> SCORES =
            List.of(0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9);

    /** Seconds. */
    static final List<Double> LATENCIES =
            List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0);

    private static final double MILLIS = 1000;

    private final Distribution scores;
    private final Distribution latencies;
    private final LanguageCounters languages;
    private final BundleMetrics bundles;

    private DetectionMetrics(MetricGroup group, BundleMetrics bundles) {
        this.scores = Distribution.open(group, "score", SCORES);
        this.latencies = Distribution.open(group, "latencySeconds", LATENCIES);
        this.languages = new LanguageCounters(group);
        this.bundles = bundles;
    }

    static DetectionMetrics open(MetricGroup operator, FunctionInitializationContext context) throws Exception {
        MetricGroup group = operator.addGroup(FlowCounters.GROUP);
        return new DetectionMetrics(group, BundleMetrics.open(group, context));
    }

    /**
     * Counts one posting.
     *
     * @param sentAt when it was sent to Kafka, in milliseconds since 1970, or null if that is not known
     * @param decidedAt when it was assessed, likewise
     */
    void count(Assessment assessment, Long sentAt, long decidedAt) {
        scores.add(assessment.score());
        if (sentAt != null) {
            latencies.add((decidedAt - sentAt) / MILLIS);
        }
        languages.count(assessment.footprint().language(), assessment.isWarning());
        bundles.count(assessment.bundle(), decidedAt);
    }

    /** Puts what outlives the task into the checkpoint that is being taken. */
    void snapshot() throws Exception {
        bundles.snapshot();
    }
}
