package org.lurewatch.lab.minicluster;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.job.operators.FlowCounters;

/** The job's own counters, summed over all tasks of a mini-cluster in this JVM, as its metrics system knows them. */
public final class JobCounters {
    private static final String REPORTER = "metrics.reporter.lurewatch.";
    private static final String ID = "id";

    /** Flink makes the reporter, so it has to find the counters it reports to. */
    private static final Map<String, JobCounters> BY_ID = new ConcurrentHashMap<>();

    private static final String CHECKPOINT_SIZE = "lastCheckpointFullSize";
    private static final String CHECKPOINTS = "numberOfCompletedCheckpoints";
    private static final String RESTARTS = "numRestarts";

    private final Map<String, Set<Counter>> counters = new ConcurrentHashMap<>();
    private final Set<Gauge<?>> checkpointSizes = new CopyOnWriteArraySet<>();
    private final Set<Gauge<?>> checkpoints = new CopyOnWriteArraySet<>();
    private final Set<Gauge<?>> restarts = new CopyOnWriteArraySet<>();

    private JobCounters() {}

    /** Counters of the cluster that is started with these settings, which are added to. */
    public static JobCounters of(Configuration settings) {
        JobCounters counters = new JobCounters();
        String id = UUID.randomUUID().toString();
        BY_ID.put(id, counters);
        settings.setString(REPORTER + "factory.class", Factory.class.getName());
        settings.setString(REPORTER + ID, id);
        return counters;
    }

    /** The sum of a counter over all running tasks. */
    public long sum(String name) {
        return counters.getOrDefault(name, Set.of()).stream()
                .mapToLong(Counter::getCount)
                .sum();
    }

    /** The sum of some counters over all running tasks. */
    public long sum(List<String> names) {
        return names.stream().mapToLong(this::sum).sum();
    }

    /** Bytes of all state in the newest checkpoint; 0 before the first. */
    public long checkpointBytes() {
        return sum(checkpointSizes);
    }

    /** How many checkpoints are complete. */
    public long completedCheckpoints() {
        return sum(checkpoints);
    }

    /** How often the job has started again. */
    public long restarts() {
        return sum(restarts);
    }

    private static long sum(Set<Gauge<?>> gauges) {
        return gauges.stream()
                .mapToLong(gauge -> Math.max(0, ((Number) gauge.getValue()).longValue()))
                .sum();
    }

    /** Rejects by reason; reasons that did not come up are left out. */
    public Map<String, Long> rejectsByReason() {
        Map<String, Long> byReason = new TreeMap<>();
        for (RejectReason reason : RejectReason.values()) {
            long count = sum("reason." + reason + "." + FlowCounters.REJECTED);
            if (count > 0) {
                byReason.put(reason.name(), count);
            }
        }
        return byReason;
    }

    /** {@code in} for {@code ....lurewatch.in}, or nothing where a metric is not the job's own. */
    private static String ownName(String name, MetricGroup group) {
        List<String> scope = Arrays.asList(group.getScopeComponents());
        int own = scope.lastIndexOf(FlowCounters.GROUP);
        return own < 0
                ? ""
                : String.join(".", scope.subList(own + 1, scope.size()))
                        .transform(path -> path.isEmpty() ? name : path + "." + name);
    }

    /** Makes reporters for Flink. */
    public static final class Factory implements MetricReporterFactory {
        @Override
        public MetricReporter createMetricReporter(Properties properties) {
            return new Reporter();
        }
    }

    private static final class Reporter implements MetricReporter {
        private JobCounters target = new JobCounters();

        @Override
        public void open(MetricConfig config) {
            target = BY_ID.get(config.getString(ID, ""));
        }

        @Override
        public void close() {
            BY_ID.values().remove(target);
        }

        @Override
        public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
            String ownName = ownName(name, group);
            if (metric instanceof Counter counter && !ownName.isEmpty()) {
                target.counters
                        .computeIfAbsent(ownName, added -> new CopyOnWriteArraySet<>())
                        .add(counter);
            } else if (metric instanceof Gauge<?> gauge && name.equals(CHECKPOINT_SIZE)) {
                target.checkpointSizes.add(gauge);
            } else if (metric instanceof Gauge<?> gauge && name.equals(CHECKPOINTS)) {
                target.checkpoints.add(gauge);
            } else if (metric instanceof Gauge<?> gauge && name.equals(RESTARTS)) {
                target.restarts.add(gauge);
            }
        }

        @Override
        public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
            target.checkpointSizes.remove(metric);
            target.checkpoints.remove(metric);
            target.restarts.remove(metric);
            target.counters.getOrDefault(ownName(name, group), Set.of()).remove(metric);
        }
    }
}
