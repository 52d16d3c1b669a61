package org.lurewatch.lab.hostile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.lurewatch.desk.kafka.PatientProducer;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.lab.LabException;
import org.lurewatch.lab.bench.BenchJob;
import org.lurewatch.lab.bench.BenchSource;
import org.lurewatch.lab.bench.BenchVariant;
import org.lurewatch.lab.bench.ThroughputBench;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.minicluster.JobCounters;
import org.lurewatch.lab.minicluster.LocalJob;

/** Sends some of the inputs through the whole job, on a real broker and a real cluster. */
final class HostileSample {
    private static final String TOPIC = "hostile";
    static final String CHECKPOINT_INTERVAL = "1s";
    private static final int LARGEST_REQUEST = 4 << 20;
    private static final BenchVariant VARIANT = new BenchVariant(BenchVariant.Kind.REMEMBERING, true, 2);

    private final EmbeddedKafka kafka;
    private final BenchSource source;
    private final BenchJob job;

    HostileSample(EmbeddedKafka kafka, BenchSource source, BenchJob job) {
        this.kafka = kafka;
        this.source = source;
        this.job = job;
    }

    /** Runs the records through the job, and ends it. */
    HostileJob.Counts run(List<HostileInput> inputs) throws InterruptedException {
        source.createTopic(TOPIC);
        send(inputs);
        JobConfig config = job.config(VARIANT, "hostile-", TOPIC);
        try (LocalJob running = LocalJob.start(config)) {
            ThroughputBench.waitFor(running, VARIANT, inputs.size());
            JobCounters counters = running.counters();
            Map<String, Long> outcomes = new TreeMap<>();
            outcomes.put(HostileOutcome.WARNED.name(), counters.sum(FlowCounters.WARNED));
            outcomes.put(HostileOutcome.CLEARED.name(), counters.sum(FlowCounters.CLEARED));
            counters.rejectsByReason().forEach((reason, count) -> outcomes.put("rejected " + reason, count));
            outcomes.values().removeIf(count -> count == 0);
            return new HostileJob.Counts(counters.sum(FlowCounters.IN), outcomes, counters.restarts());
        }
    }

    private void send(List<HostileInput> inputs) throws InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer = PatientProducer.start(
                kafka.bootstrapServers(), Map.of("max.request.size", String.valueOf(LARGEST_REQUEST)))) {
            for (HostileInput input : inputs) {
                producer.send(new ProducerRecord<>(TOPIC, input.bytes())).get();
            }
        } catch (ExecutionException e) {
            throw new LabException("an input could not be sent: " + e.getCause().getMessage(), e);
        }
    }
}
