package org.lurewatch.job.watch;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks again and again what becomes of a job, on a thread of its own, and tells what there is to say. */
public final class JobWatch implements AutoCloseable {
    /** Flink collects what it says for as long. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);

    private final FlinkPoll poll;
    private final List<Probe> probes;
    private final Clock clock;
    private final Consumer<String> say;
    private final Consumer<String> unusable;
    private final TroubleWatch watch = new TroubleWatch();
    private final Thread thread;
    private volatile String end = "";

    private JobWatch(FlinkPoll poll, List<Probe> probes, Clock clock, Consumer<String> say, Consumer<String> unusable) {
        this.poll = poll;
        this.probes = List.copyOf(probes);
        this.clock = clock;
        this.say = say;
        this.unusable = unusable;
        this.thread = new Thread(this::run, "lurewatch-watch");
        thread.setDaemon(true);
    }

    /**
     * Begins to watch.
     *
     * @param flink address of the REST service
     * @param job its id
     * @param probes what the job needs; the storage of checkpoints is only asked when checkpoints fail
     * @param unusable receives the reason why the state that the job was started from cannot be taken over
     */
    public static JobWatch start(URI flink, String job, List<Probe> probes, Clock clock, Consumer<String> unusable) {
        return start(flink, job, probes, clock, LOG::warn, unusable);
    }

    /** The same, with lines that go elsewhere than to the log. */
    public static JobWatch start(
            URI flink, String job, List<Probe> probes, Clock clock, Consumer<String> say, Consumer<String> unusable) {
        JobWatch watch = new JobWatch(new FlinkPoll(new FlinkService(flink), job), probes, clock, say, unusable);
        watch.thread.start();
        return watch;
    }

    private void run() {
        try {
            while (end.isEmpty()) {
                JobFacts facts = facts();
                watch.next(facts).forEach(say);
                watch.unusableState().ifPresent(unusable);
                end = facts.flink().map(FlinkFacts::end).orElse("");
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private JobFacts facts() throws InterruptedException {
        Map<Trouble, String> failing = new EnumMap<>(Trouble.class);
        Optional<FlinkFacts> flink = Optional.empty();
        try {
            flink = Optional.of(poll.facts());
        } catch (IOException e) {
            failing.put(Trouble.FLINK_LOST, RootCause.of("" + e));
        }
        for (Probe probe : probes) {
            boolean isOfStorage = probe.trouble() == Trouble.STORAGE_LOST;
            if (!isOfStorage || flink.filter(watch::doubtsStorage).isPresent()) {
                Optional<String> failure = probe.question().failure();
                failure.ifPresent(reason -> failing.put(
                        isOfStorage && RootCause.isFull(reason) ? Trouble.DISK_FULL : probe.trouble(),
                        RootCause.of(reason)));
            }
        }
        return new JobFacts(clock.instant(), flink, failing);
    }

    /**
     * Waits until the job has ended.
     *
     * @return what Flink calls its last state: {@code FINISHED}, {@code CANCELED} or {@code FAILED}
     */
    public String awaitEnd() throws InterruptedException {
        thread.join();
        return end;
    }

    /** Watches no more. */
    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
