package org.lurewatch.job.operators;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.lurewatch.detection.assess.BundleId;

/**
 * Which bundles decide: {@code bundle.DIGEST.version.VERSION.assessed} postings since the task started, and {@code
 * ...since}, when the bundle first decided in this job, in seconds since 1970. Bundles have no date of their own, so that
 * the same training gives the same bytes; checkpoints keep this one.
 */
final class BundleMetrics {
    /** A task that sees more bundles than this counts the others together: labels must not grow without limit. */
    static final int MOST_TOLD_APART = 32;

    private static final int DIGITS = 12;
    private static final BundleId OTHER = new BundleId("other", "other");

    private final MetricGroup group;
    private final ListState<Map<String, Long>> state;
    private final Map<String, Long> remembered = new TreeMap<>();
    private final Map<String, AtWork> atWork = new HashMap<>();

    private record AtWork(Counter assessed, long since) {}

    private BundleMetrics(MetricGroup group, ListState<Map<String, Long>> state) {
        this.group = group;
        this.state = state;
    }

    static BundleMetrics open(MetricGroup group, FunctionInitializationContext context) throws Exception {
        // The state of all tasks: each must know the age of bundles that so far only others have decided with.
        BundleMetrics metrics = new BundleMetrics(
                group,
                context.getOperatorStateStore()
                        .getUnionListState(new ListStateDescriptor<>("bundles", Types.MAP(Types.STRING, Types.LONG))));
        for (Map<String, Long> task : metrics.state.get()) {
            task.forEach((digest, since) -> metrics.remembered.merge(digest, since, Math::min));
        }
        return metrics;
    }

    /** @param now milliseconds since 1970 */
    void count(BundleId bundle, long now) {
        AtWork found = atWork.get(bundle.digest());
        if (found == null) {
            BundleId counted = atWork.size() < MOST_TOLD_APART ? bundle : OTHER;
            found = atWork.computeIfAbsent(counted.digest(), digest -> register(counted, now));
        }
        found.assessed().inc();
    }

    /** Puts the times into the checkpoint that is being taken, those of bundles that decided lately first. */
    void snapshot() throws Exception {
        Map<String, Long> kept = new TreeMap<>();
        atWork.forEach((digest, bundle) -> kept.put(digest, bundle.since()));
        for (Map.Entry<String, Long> each : remembered.entrySet()) {
            if (kept.size() < MOST_TOLD_APART) {
                kept.putIfAbsent(each.getKey(), each.getValue());
            }
        }
        state.update(List.of(kept));
    }

    private AtWork register(BundleId bundle, long now) {
        long since = remembered.getOrDefault(bundle.digest(), now);
        MetricGroup own = group.addGroup("bundle", shortened(bundle.digest())).addGroup("version", bundle.version());
        own.gauge("since", (Gauge<Long>) () -> since / 1000);
        return new AtWork(own.counter("assessed"), since);
    }

    private static String shortened(String digest) {
        return digest.substring(0, Math.min(DIGITS, digest.length()));
    }
}
