package org.lurewatch.lab.hostile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.lurewatch.lab.bench.BenchJob;
import org.lurewatch.lab.bench.BenchSource;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.examples.BenchPostings;
import org.lurewatch.lab.minicluster.CheckpointFolder;

/** Compares what the whole job says of some inputs with what was said of them without it. */
public final class HostileJob {
    private HostileJob() {}

    /**
     * What the job's counters say.
     *
     * @param in records read
     * @param outcomes warned, cleared and rejected by reason, named as in {@link HostileOutcome}
     * @param restarts how often the job started again
     */
    public record Counts(long in, Map<String, Long> outcomes, long restarts) {
        /** How many records have an outcome. */
        public long accounted() {
            return outcomes.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * What both say.
     *
     * @param sent records that went through the job
     * @param counts of the job
     * @param expected outcomes without the job
     */
    public record Comparison(int sent, Counts counts, Map<String, Long> expected) {
        public Comparison {
            expected = Map.copyOf(expected);
        }

        /** Whether the outcomes are the same. */
        public boolean sameOutcomes() {
            return counts.outcomes().equals(expected);
        }

        /** Whether, besides, every record was counted and the job never started again. */
        public boolean holds() {
            return sameOutcomes() && counts.in() == sent && counts.restarts() == 0;
        }
    }

    /**
     * Runs one in so many of the inputs through the job. Files are left out, for the job reads none.
     *
     * @param results of all inputs without the job
     * @param filler the other postings of the bench
     */
    public static Comparison compare(
            HostileInputs inputs, int count, int every, HostileBench.Results results, BenchPostings filler, Path bundle)
            throws Exception {
        List<HostileInput> sample = LongStream.range(0, count)
                .filter(number -> number % every == every - 1)
                .mapToObj(inputs::input)
                .filter(input -> !input.isFile())
                .toList();
        Map<String, Long> expected = new TreeMap<>();
        sample.forEach(input -> expected.merge(results.outcome((int) input.number()), 1L, Long::sum));
        try (CheckpointFolder checkpoints = CheckpointFolder.create();
                EmbeddedKafka kafka = EmbeddedKafka.start();
                BenchSource source = new BenchSource(kafka.bootstrapServers(), filler)) {
            BenchJob job = new BenchJob(
                    kafka.bootstrapServers(), bundle, "hashmap", HostileSample.CHECKPOINT_INTERVAL, checkpoints.uri());
            return new Comparison(sample.size(), new HostileSample(kafka, source, job).run(sample), expected);
        }
    }
}
